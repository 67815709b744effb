"""Search: words and a filter, the hits with the words around, and how they spread."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from saksi.web.access import Reader
from saksi.web.api.asked import ADesk, AFilter, cursor_at
from saksi.web.render import page

router = APIRouter()
_ON_A_PAGE: Final = 20
_ASKED: Final = 200  # characters of a value that can be asked for: a longer one is nobody's name
# What a facet narrows down, by its name in the answer of the desk.
_NARROWS: Final = {
    "outlet": "outlet", "language": "language", "speaker": "speaker", "type": "type", "status": "status",
    "month": "since",
}  # fmt: skip


@router.get("/search", response_class=HTMLResponse)
def search(
    request: Request,
    desk: ADesk,
    who: Reader,
    wanted: AFilter,
    q: Annotated[str, Query(max_length=500)] = "",
    by: str = "rank",
    start: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> HTMLResponse:
    """The page of what was found."""
    newest = "date" if by == "date" else "rank"
    found = desk.search(q.replace("\x00", " "), wanted, limit=_ON_A_PAGE, offset=start, by=newest)
    given = [(k, v) for k, v in request.query_params.multi_items() if v and k not in ("start", "lang")]
    facets = [
        (name, [(value, count, _narrowed(given, name, value)) for value, count in values if len(value) <= _ASKED])
        for name, values in found.facets.items()
        if values
    ]
    chosen = [(k, v, "/search?" + urlencode([one for one in given if one != (k, v)])) for k, v in given if k != "q"]
    onwards = start + _ON_A_PAGE if start + _ON_A_PAGE < found.total else None
    return page(
        request,
        "search.html",
        who,
        q=q,
        found=found,
        facets=facets,
        chosen=chosen,
        start=start,
        query=urlencode(given),
        part=urlencode([*given, ("limit", _ON_A_PAGE), ("cursor", cursor_at(start, desk.newest()))]),
        forward=f"/search?{urlencode([*given, ('start', onwards)])}" if onwards else None,
        back=f"/search?{urlencode([*given, ('start', max(0, start - _ON_A_PAGE))])}" if start else None,
    )


def _narrowed(given: list[tuple[str, str]], facet: str, value: str) -> str:
    """The address of the same search within one value of a facet."""
    name = _NARROWS[facet]
    names = (name, "until") if facet == "month" else (name,)
    kept = [one for one in given if one[0] not in names]
    return "/search?" + urlencode([*kept, *((one, value) for one in names)])
