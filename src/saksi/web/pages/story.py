"""Story: the articles on one event, who copies whom, and what they tell in common and against each other."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from saksi.desk import Filter
from saksi.web.access import Reader
from saksi.web.api.asked import ADesk
from saksi.web.render import TELLINGS, page

router = APIRouter()
_CLAIMS: Final = 60


@router.get("/story/{number}", response_class=HTMLResponse)
def story(request: Request, desk: ADesk, who: Reader, number: Annotated[int, Path(ge=0, le=2**31)]) -> HTMLResponse:
    """The page of a story."""
    found, members = desk.story(number)
    claims, _ = desk.claims(Filter(story=number), limit=_CLAIMS, tellings=TELLINGS)
    told = {claim: len({one.event.source.article for one in claim.tellings}) for claim in claims}
    common = [claim for claim in claims if told[claim] > 1]
    alone = [claim for claim in claims if told[claim] == 1]
    voices = desk.most_quoted(Filter(story=number), limit=12)
    return page(request, "story.html", who, story=found, members=members, common=common, alone=alone, voices=voices)
