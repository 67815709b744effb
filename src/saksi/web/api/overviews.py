"""What is counted over the desk: the ledger, timelines of two actors, and the network."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Response

from saksi.web.access import user
from saksi.web.api.answer import As, Claimed, Listed, csv_answer, described, json_answer
from saksi.web.api.asked import ADesk, AFilter, APage
from saksi.web.api.rows import CLAIM_COLUMNS, EDGE_COLUMNS, edge_rows, told_of_claims

router = APIRouter(dependencies=[Depends(user)], tags=["desk"])
Part = Annotated[str, Path(max_length=200)]
Format = Annotated[As, Query(description="json, or csv for spreadsheets")]


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
