"""Ledger: what is told of each act, by whom, and where they contradict each other."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from saksi.web.access import Reader
from saksi.web.api.asked import ADesk, AFilter
from saksi.web.render import page

router = APIRouter()
_SHOWN: Final = 40


@router.get("/ledger", response_class=HTMLResponse)
def ledger(
    request: Request,
    desk: ADesk,
    who: Reader,
    wanted: AFilter,
    contested: bool = False,
    start: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> HTMLResponse:
    """The page of the ledger."""
    claims = desk.ledger(wanted, contested=contested)
    return page(
        request, "ledger.html", who, claims=claims[start : start + _SHOWN], total=len(claims), contested=contested,
        wanted=wanted, start=start, shown=_SHOWN,
    )  # fmt: skip
