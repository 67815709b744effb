"""Which relations shifted lately: the mean Goldstein value between two states, now against the year before."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import fmean
from typing import Any, Final

import msgspec
from sqlalchemy import select

from saksi.desk import Desk, schema
from saksi.desk.timelines import goldstein

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
    for day, kind, sides in _acts(desk, early):
        pairs = {tuple(sorted((one, other))) for one in sides["source"] for other in sides["target"] if one != other}
        for pair in pairs:
            (now if day >= since else then)[pair[0], pair[1]].append(goldstein()[kind])
    found = []
    for (one, other), values in now.items():
        before = round(fmean(then[one, other]), 1) if (one, other) in then else None
        level = round(fmean(values), 1)
        if len(values) >= _LEAST and abs(level - (before or 0.0)) >= _STEP:
            found.append(Moved(one, other, before, level, len(values)))
    found.sort(key=lambda one: (-abs(one.now - (one.before or 0.0)), one.one, one.other))
    return found[:_SHOWN]


def _acts(desk: Desk, since: str) -> list[tuple[str, str, dict[str, set[str]]]]:
    """The day, type and sides (codes of states) of what occurred or is alleged since a day."""
    e, side, a = schema.events, schema.event_actors, schema.actors
    query: Any = (
        select(e.c.article, e.c.id, e.c.day, e.c.type, side.c.side, a.c.country)
        .join(side, (side.c.article == e.c.article) & (side.c.event == e.c.id))
        .join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
        .where(e.c.day >= since, e.c.status.in_(("occurred", "alleged")), a.c.country.is_not(None))
    )
    acts: dict[tuple[int, str], tuple[str, str, dict[str, set[str]]]] = {}
    with desk.store.reading() as connection:
        for row in connection.execute(query):
            act = acts.setdefault((row.article, row.id), (row.day, row.type, {"source": set(), "target": set()}))
            act[2][row.side].add(row.country)
    return list(acts.values())
