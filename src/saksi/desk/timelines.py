"""Timelines: how two actors stand to each other over time, by what they say and do."""

from __future__ import annotations

from statistics import median
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.done import events_of
from saksi.desk.filter import Filter, Question
from saksi.desk.levels import Shift, shifts
from saksi.desk.periods import By, Dated, Step, steps_of
from saksi.desk.told import Done


class Timeline(msgspec.Struct, frozen=True):
    """The line of a dyad; ``usual`` is the median intensity of its periods with events. ``total`` counts its events."""

    actors: tuple[str, str]
    by: By
    steps: tuple[Step, ...]
    usual: float | None
    shifts: tuple[Shift, ...]
    events: tuple[Done, ...]
    total: int


def timeline(
    connection: Connection, one: str, other: str, wanted: Filter, *, by: By = "month", shown: int | None = None
) -> Timeline:
    """The events between two actors over time, in periods without a gap; with ``shown``, only so many of the latest.

    Raises:
        DeskError: an actor whom neither the desk nor the world knows.
    """
    asked = msgspec.structs.replace(wanted, actors=(one, other))
    found = _found(connection, asked)
    latest = found[:shown] if shown is not None else found
    words = events_of(connection, [(act.article, act.id) for act in latest])
    steps = steps_of(found, by)
    levels = [step.intensity for step in steps if step.intensity is not None]
    usual = round(median(levels), 2) if levels else None
    told = tuple(words[act.article, act.id] for act in reversed(latest))
    return Timeline(
        (one, other),
        by,
        steps,
        usual,
        shifts([(step.start, step.intensity) for step in steps], usual),
        told,
        len(found),
    )


def _found(connection: Connection, wanted: Filter) -> list[Dated]:
    """The events of a filter that have a day, the latest first."""
    e, a = schema.events, schema.articles
    query: Any = select(e.c.article, e.c.id, e.c.day, e.c.type, e.c.quad, e.c.status)
    query = Question(connection, wanted).events(query.join(a, a.c.key == e.c.article)).where(e.c.day.is_not(None))
    return [Dated(*row) for row in connection.execute(query.order_by(e.c.day.desc(), a.c.key, e.c.n)).all()]
