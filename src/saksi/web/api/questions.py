"""What the desk holds: articles, statements, events, actors, stories, and what is made of them."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Response

from saksi.desk.frames import COLUMNS, flat
from saksi.web.access import user
from saksi.web.api.answer import As, Claimed, Listed, StoryOf, csv_answer, described, json_answer
from saksi.web.api.asked import ADesk, AFilter, APage
from saksi.web.api.rows import (
    CLAIM_COLUMNS,
    EDGE_COLUMNS,
    MEMBER_COLUMNS,
    RECORD_COLUMNS,
    STORY_COLUMNS,
    VOICE_COLUMNS,
    edge_rows,
    record_rows,
    story_row,
    told_of_claims,
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


@router.get("/ledger", responses=described("Ledger", "text/csv"))
def ledger(
    desk: ADesk,
    wanted: AFilter,
    page: APage,
    contested: bool = False,
    window: Annotated[int, Query(ge=0, le=366)] = 7,
    format: Format = "json",  # noqa: A002
) -> Response:
    """What is told of each act and by whom; what is in dispute first."""
    bounded = msgspec.structs.replace(wanted, newest=page.newest)
    claims, _ = desk.claims(bounded, contested=contested, window=window, limit=page.limit, offset=page.offset)
    if format == "csv":
        return csv_answer(told_of_claims(claims), CLAIM_COLUMNS)
    told = [Claimed(claim, claim.contested, claim.reports) for claim in claims]
    return json_answer(Listed(told, page.next(len(told))))


@router.get("/dyads/{one}/{other}", responses=described("Timeline", "image/svg+xml", "text/csv"))
def dyad(desk: ADesk, wanted: AFilter, one: Part, other: Part, by: str = "month", format: str = "json") -> Response:  # noqa: A002
    """The events between two actors over time; as csv its periods, as svg the chart."""
    from saksi.web.problems import ProblemError

    if by not in ("day", "week", "month"):
        raise ProblemError(400, f"by {by!r} is none of: day, week, month")
    steps: Any = by
    line = desk.timeline(one, other, wanted, by=steps)
    if format == "svg":
        from saksi.desk.charts import draw

        return Response(draw(line, "svg"), media_type="image/svg+xml")
    if format == "csv":
        rows = [{"start": step.start, **step.counts, "intensity": step.intensity} for step in line.steps]
        return csv_answer(rows, ("start", *(line.steps[0].counts if line.steps else ()), "intensity"))
    return json_answer(line)


@router.get("/network", responses=described("Network", "text/csv"))
def network(
    desk: ADesk,
    wanted: AFilter,
    most: Annotated[int, Query(ge=2, le=500)] = 60,
    format: Format = "json",  # noqa: A002
) -> Response:
    """Who acts upon whom, of those who are in most events; as csv a row for each pair."""
    found = desk.network(wanted, most=most)
    return csv_answer(edge_rows(found), EDGE_COLUMNS) if format == "csv" else json_answer(found)


def _listed(what: str, rows: list[Any], page: Any, how: As) -> Response:
    if how == "csv":
        return csv_answer([flat(what, msgspec.to_builtins(row)) for row in rows], COLUMNS[what])
    return json_answer(Listed(rows, page.next(len(rows))))
