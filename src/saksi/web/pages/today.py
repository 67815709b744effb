"""Today: the newest stories and articles, who is quoted most, what is contested, and which relations shift."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from saksi.desk import Desk, Filter
from saksi.web.access import Reader
from saksi.web.api.asked import ADesk
from saksi.web.render import TELLINGS, page
from saksi.web.shifts import Moved, moved

router = APIRouter()
DAYS: Final = 30  # of which the page tells, up to the newest article
_CLAIMS, _VOICES, _STORIES, _ARTICLES = 6, 12, 10, 8


@router.get("/", response_class=HTMLResponse)
def today(request: Request, desk: ADesk, who: Reader) -> HTMLResponse:
    """The first page."""
    newest = desk.articles(limit=_ARTICLES)
    last = desk.last_day()
    values: dict[str, Any] = {"since": None, "voices": [], "claims": [], "moved": []}
    if last:
        since = (date.fromisoformat(last) - timedelta(days=DAYS)).isoformat()
        values = {"since": since, **_of_period(desk, since)}
    return page(
        request, "today.html", who, counts=desk.counts(), newest=newest, stories=desk.stories(limit=_STORIES), **values
    )


def _of_period(desk: Desk, since: str) -> dict[str, Any]:
    recent = Filter(since=since)
    claims, _ = desk.claims(recent, contested=True, limit=_CLAIMS, tellings=TELLINGS)
    shifts: list[Moved] = moved(desk, since)
    return {"voices": desk.most_quoted(recent, limit=_VOICES), "claims": claims, "moved": shifts}
