"""Ledger: what is told of each act, by whom, and where they contradict each other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Final
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from saksi.desk import Desk
from saksi.web.access import Reader
from saksi.web.api.asked import ADesk, AFilter, cursor_at
from saksi.web.render import TELLINGS, page

router = APIRouter()
_SHOWN: Final = 40
_DAYS: Final = 90  # up to the newest article, where nothing says of which time the ledger is to be


@router.get("/ledger", response_class=HTMLResponse)
def ledger(
    request: Request,
    desk: ADesk,
    who: Reader,
    wanted: AFilter,
    contested: bool = False,
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """The page of the ledger."""
    if not request.query_params.keys() & {"since", "until", "actor", "story"}:
        wanted = msgspec.structs.replace(wanted, since=_lately(desk))
    claims, total = desk.claims(wanted, contested=contested, limit=_SHOWN, offset=start, tellings=TELLINGS)
    given = [(k, v) for k, v in request.query_params.multi_items() if v and k not in ("start", "lang", "since")]
    given += [("since", wanted.since or "")]  # empty: all of the time, which an address must say
    onwards = start + _SHOWN if start + _SHOWN < total else None

    def address(at: int) -> str:
        return f"/ledger?{urlencode([*given, ('start', at)])}"

    part = urlencode([*given, ("limit", _SHOWN), ("cursor", cursor_at(start, desk.newest()))])
    return page(
        request, "ledger.html", who, claims=claims, total=total, contested=contested, wanted=wanted, start=start,
        query=urlencode(given), part=part, forward=address(onwards) if onwards else None,
        back=address(max(0, start - _SHOWN)) if start else None,
    )  # fmt: skip


def _lately(desk: Desk) -> str | None:
    newest = desk.last_day()
    return (date.fromisoformat(newest) - timedelta(days=_DAYS)).isoformat() if newest else None
