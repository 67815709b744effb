"""Timelines: how two actors stand to each other over time, by what they say and do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from importlib import resources
from statistics import fmean, median
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.done import events_of
from saksi.desk.filter import Filter, Question
from saksi.desk.told import Done
from saksi.errors import OptionError
from saksi.plover import QUADS

By = Literal["day", "week", "month"]
_REAL: Final = frozenset(("occurred", "alleged"))  # of these the intensity is made
_LEAST: Final = 8  # periods: a shorter line has no usual level to shift from
_PENALTY: Final = 3.0  # of the change-point search: more finds fewer shifts


class Step(msgspec.Struct, frozen=True):
    """One period: how many events by quad class and by status, and their mean Goldstein value (null without any).

    ``both`` counts them by quad class and status together.
    """

    start: str
    counts: dict[str, int]
    statuses: dict[str, int]
    intensity: float | None
    both: dict[str, dict[str, int]]


class Shift(msgspec.Struct, frozen=True):
    """A lasting change of the level: from which period on, and the mean intensity before and after."""

    start: str
    before: float
    after: float


class Timeline(msgspec.Struct, frozen=True):
    """The line of a dyad; ``usual`` is the median intensity of its periods with events. ``total`` counts its events."""

    actors: tuple[str, str]
    by: By
    steps: tuple[Step, ...]
    usual: float | None
    shifts: tuple[Shift, ...]
    events: tuple[Done, ...]
    total: int


@cache
def goldstein() -> dict[str, float]:
    """The value of each PLOVER type, from -10 (conflict) to 10 (cooperation).

    The values of CAMEO's root codes on the scale of Goldstein (1992) as CAMEO's authors carry it over (Schrodt 2012);
    where a type takes in several roots, their mean. The table is data, ``goldstein.tsv``.
    """
    lines = resources.files("saksi.desk").joinpath("goldstein.tsv").read_text("utf-8").splitlines()[1:]
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


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
    steps = _steps(found, by)
    levels = [step.intensity for step in steps if step.intensity is not None]
    usual = round(median(levels), 2) if levels else None
    told = tuple(words[act.article, act.id] for act in reversed(latest))
    return Timeline((one, other), by, steps, usual, _shifts(steps, usual), told, len(found))


class _Found(msgspec.Struct, frozen=True):
    """An event without its words."""

    article: int
    id: str
    day: str
    type: str
    quad: str
    status: str


def _found(connection: Connection, wanted: Filter) -> list[_Found]:
    """The events of a filter that have a day, the latest first."""
    e, a = schema.events, schema.articles
    query: Any = select(e.c.article, e.c.id, e.c.day, e.c.type, e.c.quad, e.c.status)
    query = Question(connection, wanted).events(query.join(a, a.c.key == e.c.article)).where(e.c.day.is_not(None))
    return [_Found(*row) for row in connection.execute(query.order_by(e.c.day.desc(), a.c.key, e.c.n)).all()]


def _steps(found: Sequence[_Found], by: By) -> tuple[Step, ...]:
    if not found:
        return ()
    grouped: dict[str, list[_Found]] = {}
    for some in found:
        grouped.setdefault(period_of(some.day, by), []).append(some)
    last, steps, at = max(grouped), [], min(grouped)
    while at <= last:
        steps.append(_step(at, grouped.get(at, [])))
        at = _next(at, by)
    return tuple(steps)


def _step(start: str, group: Sequence[_Found]) -> Step:
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


def _shifts(steps: Sequence[Step], usual: float | None) -> tuple[Shift, ...]:
    """Where the level changes for good, by the PELT search for change points (ruptures)."""
    if len(steps) < _LEAST or usual is None:
        return ()
    try:
        import numpy as np
        import ruptures
    except ImportError as error:
        raise OptionError("shifts need the package ruptures", hint="pip install 'saksi[timelines]'") from error
    levels = [step.intensity if step.intensity is not None else usual for step in steps]
    signal = np.array(levels).reshape(-1, 1)
    spread = float(signal.std()) or 1.0
    ends = ruptures.Pelt(model="l2", min_size=2, jump=1).fit(signal / spread).predict(pen=_PENALTY)
    borders = [0, *ends]
    shifts = []
    for before, at, after in zip(borders, borders[1:], borders[2:], strict=False):
        shifts.append(Shift(steps[at].start, round(fmean(levels[before:at]), 2), round(fmean(levels[at:after]), 2)))
    return tuple(shifts)
