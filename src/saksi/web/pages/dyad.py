"""Dyad: what two actors do to each other over time."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from saksi.web.access import Reader
from saksi.web.api.asked import ADesk, AFilter
from saksi.web.drawing.bars import drawn
from saksi.web.render import page

router = APIRouter()
_SHOWN: Final = 60
Name = Annotated[str, Query(max_length=200)]


@router.get("/dyad", response_class=HTMLResponse)
def dyad(
    request: Request, desk: ADesk, who: Reader, wanted: AFilter, one: Name = "", other: Name = "", by: str = "month"
) -> HTMLResponse:
    """The page of two actors; without them, a form that asks for them."""
    line = chart = None
    steps: Any = by if by in ("day", "week", "month") else "month"
    if one.strip() and other.strip():
        line = desk.timeline(one.strip(), other.strip(), wanted, by=steps, shown=_SHOWN)
        chart = drawn(line)
    # What narrows the page down narrows its data down too.
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("one", "other", "by", "lang")]
    return page(
        request, "dyad.html", who, one=one, other=other, by=steps, line=line, chart=chart, shown=_SHOWN, wanted=wanted,
        rest=urlencode([*kept, ("by", steps)]),
    )  # fmt: skip


@router.get("/dyad.svg")
def picture(desk: ADesk, who: Reader, wanted: AFilter, one: Name, other: Name, by: str = "month") -> Response:
    """The chart alone, to be kept."""
    del who
    steps: Any = by if by in ("day", "week", "month") else "month"
    line = desk.timeline(one, other, wanted, by=steps, shown=0)
    return Response(drawn(line, alone=True), media_type="image/svg+xml")
