"""Periods: events counted by day, week or month, without a gap between the first and the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import Final, Literal

import msgspec

from saksi.desk.levels import goldstein
from saksi.plover import QUADS

By = Literal["day", "week", "month"]
_REAL: Final = frozenset(("occurred", "alleged"))  # of these the intensity is made


class Dated(msgspec.Struct, frozen=True):
    """An event that has a day, without its words."""

    article: int
    id: str
    day: str
    type: str
    quad: str
    status: str


class Step(msgspec.Struct, frozen=True):
    """One period: how many events by quad class and by status, and their mean Goldstein value (null without any).

    ``both`` counts them by quad class and status together.
    """

    start: str
    counts: dict[str, int]
    statuses: dict[str, int]
    intensity: float | None
    both: dict[str, dict[str, int]]


def steps_of(found: Sequence[Dated], by: By) -> tuple[Step, ...]:
    """The periods of events, the first first."""
    if not found:
        return ()
    grouped: dict[str, list[Dated]] = {}
    for some in found:
        grouped.setdefault(period_of(some.day, by), []).append(some)
    last, steps, at = max(grouped), [], min(grouped)
    while at <= last:
        steps.append(_step(at, grouped.get(at, [])))
        at = _next(at, by)
    return tuple(steps)


def _step(start: str, group: Sequence[Dated]) -> Step:
    both: dict[str, Counter[str]] = {quad: Counter() for quad in QUADS}
    statuses: Counter[str] = Counter()
    for one in group:
        both[one.quad][one.status] += 1
        statuses[one.status] += 1
    values = [goldstein()[one.type] for one in group if one.status in _REAL]
    return Step(
        start,
        {quad: counts.total() for quad, counts in both.items()},
        dict(sorted(statuses.items())),
        round(fmean(values), 2) if values else None,
        {quad: dict(sorted(counts.items())) for quad, counts in both.items() if counts},
    )


def period_of(day: str, by: By) -> str:
    """The first day of the period that a day lies in."""
    if by == "month":
        return day[:7] + "-01"
    at = date.fromisoformat(day)
    return (at - timedelta(days=at.weekday())).isoformat() if by == "week" else day


def _next(start: str, by: By) -> str:
    at = date.fromisoformat(start)
    if by == "month":
        return (at.replace(day=28) + timedelta(days=4)).replace(day=1).isoformat()
    return (at + timedelta(days=7 if by == "week" else 1)).isoformat()
