"""What the desk holds: articles, statements, events, actors and stories."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Response

from saksi.desk.frames import COLUMNS, flat
from saksi.web.access import user
from saksi.web.api.answer import As, Listed, StoryOf, csv_answer, described, json_answer
from saksi.web.api.asked import ADesk, AFilter, APage
from saksi.web.api.rows import (
    MEMBER_COLUMNS,
    RECORD_COLUMNS,
    STORY_COLUMNS,
    VOICE_COLUMNS,
    record_rows,
    story_row,
    voice_row,
)

router = APIRouter(dependencies=[Depends(user)], tags=["desk"])
Words = Annotated[str, Query(max_length=500, description='Words, "phrases", and -words that must not be there')]
Name = Annotated[str, Query(max_length=200)]
Part = Annotated[str, Path(max_length=200)]
Number = Annotated[int, Path(ge=0, le=2**31)]
Format = Annotated[As, Query(description="json, or csv for spreadsheets")]


@router.get("/articles", responses=described("Articles", "text/csv"))
def articles(
    desk: ADesk,
    wanted: AFilter,
    page: APage,
    q: Words = "",
    by: As | str = "rank",
    format: Format = "json",  # noqa: A002
) -> Response:
    """Find articles by their words and a filter, the best first (`by=date`: the newest)."""
    bounded = msgspec.structs.replace(wanted, newest=page.newest)
    how = "date" if by == "date" else "rank"
    found = desk.search(q.replace("\x00", " "), bounded, limit=page.limit, offset=page.offset, by=how)
    if format == "csv":
        rows = [{**msgspec.to_builtins(hit), "snippet": hit.snippet.text} for hit in found.hits]
        return csv_answer(rows, ("id", "title", "outlet", "published", "url", "language", "snippet"))
    return json_answer({**msgspec.to_builtins(found), "next": page.next(len(found.hits))})


@router.get("/articles/{article}", responses=described("Record", "text/csv"))
def article(desk: ADesk, article: Part, format: Format = "json") -> Response:  # noqa: A002
    """The record of an article, corrected as people have it; as csv its statements and events."""
    record = desk.record(article)
    return csv_answer(record_rows(record), RECORD_COLUMNS) if format == "csv" else json_answer(record.to_dict())


@router.get("/statements", responses=described("Statements", "text/csv"))
def statements(desk: ADesk, wanted: AFilter, page: APage, format: Format = "json") -> Response:  # noqa: A002
    """Who said what, the newest articles first."""
    bounded = msgspec.structs.replace(wanted, newest=page.newest)
    rows = desk.statements(bounded, limit=page.limit, offset=page.offset)
    return _listed("statements", rows, page, format)


@router.get("/events", responses=described("Events", "text/csv"))
def events(desk: ADesk, wanted: AFilter, page: APage, format: Format = "json") -> Response:  # noqa: A002
    """Who did what to whom, how certain it is and on whose word, the latest first."""
    bounded = msgspec.structs.replace(wanted, newest=page.newest)
    rows = desk.events(bounded, limit=page.limit, offset=page.offset)
    return _listed("events", rows, page, format)


@router.get("/actors", responses=described("Actors", "text/csv"))
def actors(desk: ADesk, name: Name, format: Format = "json") -> Response:  # noqa: A002
    """Those called so, who is named most first."""
    found = desk.voices(name)
    if format == "csv":
        return csv_answer([voice_row(one) for one in found], VOICE_COLUMNS)
    return json_answer(Listed(found, None))


@router.get("/actors/{number}", responses=described("Voice"))
def actor(desk: ADesk, number: Number) -> Response:
    """Somebody of the desk by number."""
    return json_answer(desk.voices(f"@{number}")[0])


@router.get("/stories", responses=described("Stories", "text/csv"))
def stories(desk: ADesk, page: APage, format: Format = "json") -> Response:  # noqa: A002
    """The stories, the newest first."""
    rows = desk.stories(limit=page.limit, offset=page.offset)
    if format == "csv":
        return csv_answer([story_row(row) for row in rows], STORY_COLUMNS)
    return json_answer(Listed(rows, page.next(len(rows))))


@router.get("/stories/{number}", responses=described("StoryOf", "text/csv"))
def story(desk: ADesk, number: Number, format: Format = "json") -> Response:  # noqa: A002
    """A story with its articles, and which of them are copies of which; as csv its articles."""
    found, members = desk.story(number)
    if format == "csv":
        return csv_answer([msgspec.to_builtins(one) for one in members], MEMBER_COLUMNS)
    return json_answer(StoryOf(found, members))


def _listed(what: str, rows: list[Any], page: Any, how: As) -> Response:
    if how == "csv":
        return csv_answer([flat(what, msgspec.to_builtins(row)) for row in rows], COLUMNS[what])
    return json_answer(Listed(rows, page.next(len(rows))))
