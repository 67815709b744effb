"""Which relations shifted lately: the mean Goldstein value between two states, now against the year before."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import fmean
from typing import Any, Final

import msgspec
from sqlalchemy import case, func, or_, select

from saksi.desk import Desk, schema
from saksi.desk.levels import goldstein

_LEAST: Final = 2  # events lately
_BEFORE: Final = 365  # days
_SHOWN: Final = 6
_STEP: Final = 2.0  # a smaller change of the level is none


class Moved(msgspec.Struct, frozen=True):
    """Two states, and the level of their relations before (null: no events) and lately."""

    one: str
    other: str
    before: float | None
    now: float
    events: int


def moved(desk: Desk, since: str) -> list[Moved]:
    """The pairs of states whose level since a day is another than in the year before, the greatest change first."""
    early = (date.fromisoformat(since) - timedelta(days=_BEFORE)).isoformat()
    now: dict[tuple[str, str], list[float]] = defaultdict(list)
    then: dict[tuple[str, str], list[float]] = defaultdict(list)
    for one, other, kind, late, count in _counted(desk, early, since):
        (now if late else then)[one, other] += [goldstein()[kind]] * count
    found = []
    for (one, other), values in now.items():
        before = round(fmean(then[one, other]), 1) if (one, other) in then else None
        level = round(fmean(values), 1)
        if len(values) >= _LEAST and abs(level - (before or 0.0)) >= _STEP:
            found.append(Moved(one, other, before, level, len(values)))
    found.sort(key=lambda one: (-abs(one.now - (one.before or 0.0)), one.one, one.other))
    return found[:_SHOWN]


def _counted(desk: Desk, early: str, since: str) -> list[Any]:
    """How many events of a type there are between two states (in the order of their codes), before and since a day."""
    e, source, target = schema.events, schema.event_actors.alias(), schema.event_actors.alias()
    a, b = schema.actors.alias(), schema.actors.alias()
    first = case((a.c.country < b.c.country, a.c.country), else_=b.c.country).label("one")
    second = case((a.c.country < b.c.country, b.c.country), else_=a.c.country).label("other")
    late = case((e.c.day >= since, 1), else_=0).label("late")
    told = (
        select(e.c.article, e.c.id, first, second, e.c.type, late)
        .join(source, (source.c.article == e.c.article) & (source.c.event == e.c.id) & (source.c.side == "source"))
        .join(a, (a.c.article == source.c.article) & (a.c.id == source.c.actor))
        .join(target, (target.c.article == e.c.article) & (target.c.event == e.c.id) & (target.c.side == "target"))
        .join(b, (b.c.article == target.c.article) & (b.c.id == target.c.actor))
        .where(e.c.day >= early, e.c.status.in_(("occurred", "alleged")), a.c.country != b.c.country)
        .where(or_(e.c.review.is_(None), e.c.review != "rejected"))
        .distinct()  # two of a state on one side are one
        .subquery()
    )
    alike = (told.c.one, told.c.other, told.c.type, told.c.late)
    with desk.store.reading() as connection:
        return list(connection.execute(select(*alike, func.count()).group_by(*alike).order_by(*alike)).all())
