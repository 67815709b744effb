"""The parts of an expression of time: what it is read in, and what its figures, names and shifts say."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from saksi.reading.dates import Range, between, third
from saksi.reading.time_rules import TimeData
from saksi.record import Basis

Groups = dict[str, str | None]
Reading = tuple[Range | None, Basis]
NOWHERE: Reading = (None, "relative")
CENTURY = 2000


class Around(NamedTuple):
    """What an expression is read in: its language, the publication, and what stands before it."""

    data: TimeData
    published: date | None
    last_day: date | None  # the day named last, for "the day before"
    years: dict[tuple[int, int], int]  # the years that the article has given to days of the calendar
    ahead: bool  # whether its clause speaks of what is to come
    since: bool  # whether it says since when: a time that has begun
    opens: bool  # whether it opens a sentence, where a capital tells nothing


def on_day(day: date | None) -> Reading:
    """The reading of one day, told from another."""
    return between(day, day), "relative"


def edge_of(days: Range | None, got: Groups, data: TimeData) -> Range | None:
    """The days, or the third of them that the match names: their beginning, middle or end."""
    edge = got.get("edge")
    return third(days, data.edges[edge.lower()]) if days and edge else days


def plain_words(words: str | None) -> str:
    """Words in small letters, a single space between them."""
    return " ".join((words or "").lower().split())


def number_in(got: Groups, name: str) -> int:
    """The figure of a named part of the match; 0 if it has none."""
    return int(got.get(name) or 0)


def year_in(text: str | None) -> int | None:
    """A year in figures; two of them are of this century."""
    if not text:
        return None
    return int(text) + (CENTURY if len(text) <= 2 else 0)


def month_in(got: Groups, data: TimeData, which: str = "") -> int:
    """The month by name or figure; 0 if the match has none."""
    name = (got.get("month" + which) or "").lower()
    short = (got.get("short") or "").lower().rstrip(".") if not which else ""
    return data.months.get(name) or data.short_months.get(short) or number_in(got, "m" + which)


def shift_in(got: Groups, data: TimeData) -> int | None:
    """How many units away the match says: "lalu" is -1; null if it does not say."""
    shift = got.get("shift")
    return data.shifts.get(shift.lower()) if shift else None
