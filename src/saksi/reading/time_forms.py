"""What each form of time means: from the parts of a match to a range of dates.

A reading is a range of days (null where the words do not tell) and what it rests on. Nothing raises: a date that no
calendar holds is read as no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from saksi.reading.dates import (
    Range,
    between,
    day_of,
    days_in,
    month_range,
    plus,
    third,
    unit_range,
    week_range,
    weekday_after,
    weekday_before,
    year_range,
)
from saksi.reading.time_rules import TimeData, TimeKind
from saksi.record import Basis

Groups = dict[str, str | None]
Reading = tuple[Range | None, Basis]
NOWHERE: Reading = (None, "relative")
_CENTURY, _WEEKEND, _WEEK = 2000, 5, 7
_NEAR = 31  # days around the publication in which a misprinted year is told for one


class Around(NamedTuple):
    """What an expression is read in: its language, the publication, and what stands before it."""

    data: TimeData
    published: date | None
    last_day: date | None  # the day named last, for "the day before"
    years: dict[tuple[int, int], int]  # the years that the article has given to days of the calendar
    ahead: bool  # whether its clause speaks of what is to come
    since: bool  # whether it says since when: a time that has begun
    opens: bool  # whether it opens a sentence, where a capital tells nothing


def read_form(kind: TimeKind, match: re.Match[str], around: Around) -> Reading | None:
    """What a match of a form means; null if it is no time at all."""
    return _READERS[kind](match.groupdict(), around)


def _date(got: Groups, around: Around) -> Reading:
    day, month = _number(got, "d"), _month(got, around.data)
    weekday = around.data.weekdays.get((got.get("weekday") or "").lower())
    last, last_month = _number(got, "d2") or day, _month(got, around.data, "2") or month
    year, last_year = _year(got.get("y")), _year(got.get("y2"))
    if year is None and last_year is None:
        if around.published is None:
            return None, "stated"
        year = _near(around, month, day, weekday, _shift(got, around.data))
        if year is None:
            return None, "none" if day_of(2000, month, day) is None else "stated"
    elif weekday is not None and last_year is None and (meant := _misprint(around, year or 0, month, day, weekday)):
        return between(meant, meant), "publication"
    if last_year is None:
        last_year = (year or 0) + (last_month < month)
    year = year if year is not None else last_year - (last_month < month)
    days = between(day_of(year, month, day), day_of(last_year, last_month, last))
    return days, "stated" if days else "none"


def _near(around: Around, month: int, day: int, weekday: int | None, shift: int | None) -> int | None:
    """The year that a day without one is meant in: the one the article gave it, or the one near the publication."""
    published = around.published
    if published is None or day_of(2000, month, day) is None:
        return None
    days = [d for year in (-1, 0, 1) if (d := day_of(published.year + year, month, day))]
    distance = {d: (d - published).days for d in days}
    if weekday is not None:  # "Rabu (13/9)": not every year has it on a Wednesday
        near = [d for d in days if abs(distance[d]) <= around.data.days_back]
        days = [d for d in near if d.weekday() == weekday] or near or days
    if (shift or 0) < 0 or around.since:
        days = [d for d in days if distance[d] <= 0][-1:]
    elif (shift or 0) > 0 or around.ahead:
        days = [d for d in days if distance[d] >= 0][:1]
    elif (month, day) in around.years:
        return around.years[month, day]
    else:
        days = [d for d in days if -around.data.days_back <= distance[d] <= around.data.days_ahead]
    return min(days, key=lambda d: abs(distance[d])).year if days else None


def _misprint(around: Around, year: int, month: int, day: int, weekday: int) -> date | None:
    """The day of the publication's year, if the weekday says that the year is misprinted: "Rabu (13/9/2032)"."""
    written, published = day_of(year, month, day), around.published
    if published is None or (written and written.weekday() == weekday):
        return None
    meant = day_of(published.year, month, day)
    near = meant is not None and abs((meant - published).days) <= _NEAR
    return meant if near and meant and meant.weekday() == weekday else None


def _weekday(got: Groups, around: Around) -> Reading:
    name, data, published = (got["day"] or "").lower(), around.data, around.published
    shift, unit = _shift(got, data), got.get("unit")
    if name in data.units and shift is not None and unit is None and around.opens:
        return _unit({**got, "unit": name}, around) or NOWHERE  # "Minggu lalu, ...": a week as soon as a day
    if published is None or (shift is None and got.get("shift")):
        return NOWHERE  # "Minggu sebelumnya": before what?
    weekday = data.weekdays[name]
    if unit is not None and shift is not None:
        week = week_range(published, shift)
        return _one(plus(week[0], weekday) if week and data.units.get(unit) == "week" else None)
    if shift is None:
        return _one((weekday_after if around.ahead else weekday_before)(published, weekday))
    if shift == 0:
        week = week_range(published)
        return _one(plus(week[0], weekday) if week else None)
    return _one((weekday_before if shift < 0 else weekday_after)(published, weekday, strictly=True))


def _months(got: Groups, around: Around) -> Reading:
    data, published = around.data, around.published
    month, last = _month(got, data), _month(got, data, "2")
    year = _year(got.get("y"))
    if year is None:
        year = _near_month(around, month, got)
        if year is None:
            return None, "stated"
    first, end = month_range(year, month), month_range(year, last or month)
    days = between(first[0], end[1]) if first and end else None
    return _edge(days, got, data), "stated" if published or got.get("y") else "relative"


def _near_month(around: Around, month: int, got: Groups) -> int | None:
    if around.published is None:
        return None
    year, away = around.published.year, month - around.published.month
    shift = _shift(got, around.data)
    if got.get("unit"):
        return year + shift if around.data.units.get(got["unit"] or "") == "year" and shift is not None else None
    if shift == 0:
        return year
    if (shift or 0) < 0 or around.since:
        return year - (away > 0 or (away == 0 and shift is not None and not got.get("edge")))
    if (shift or 0) > 0 or around.ahead:
        return year + (away < 0)
    back, ahead = around.data.days_back // 30 + 1, around.data.days_ahead // 30
    near = [year + turn for turn in (-1, 0, 1) if -back <= away + 12 * turn <= ahead]
    return near[0] if len(near) == 1 else None


def _years(got: Groups, around: Around) -> Reading:
    first = _year(got["y"])
    days = year_range(first or 0, _year(got.get("y2")))
    return _edge(days, got, around.data), "stated" if days else "none"


def _decade(got: Groups, around: Around) -> Reading:  # noqa: ARG001 - one signature for all forms
    return unit_range(date(_year(got["y"]) or _CENTURY, 1, 1), "decade", 0), "stated"


def _count(got: Groups, around: Around) -> Reading:
    data, published = around.data, around.published
    unit = data.single_units[(got["one"] or "").lower()] if got.get("one") else data.units[(got["unit"] or "").lower()]
    number = (got.get("n") or "").lower()
    count = 1 if got.get("one") else int(number) if number.isdecimal() else data.numbers[" ".join(number.split())]
    how = data.counted[" ".join((got["how"] or "").split())]
    if count == 0:
        return NOWHERE  # "some days ago"
    if how in ("before", "after"):
        sure = around.last_day if unit == "day" else None
        return _one(plus(sure, -count if how == "before" else count) if sure else None)
    if published is None:
        return NOWHERE
    if how == "last":
        return between(plus(published, -days_in(unit, count)), published), "relative"
    if how == "next":
        return between(published, plus(published, days_in(unit, count))), "relative"
    if unit in ("hour", "decade"):
        return NOWHERE  # too near or too far to say which day or year
    return unit_range(published, unit, -count if how == "ago" else count), "relative"


def _weekend(got: Groups, around: Around) -> Reading:
    if around.published is None:
        return NOWHERE
    shift = _shift(got, around.data)
    week = week_range(around.published)
    saturday = plus(week[0], _WEEKEND) if week else None
    if saturday is None:
        return NOWHERE
    begun = saturday <= around.published
    if shift is None:
        weeks = 0 if begun or around.ahead else -1
    elif shift < 0:
        weeks = -1
    else:
        weeks = shift
    first = plus(saturday, weeks * _WEEK)
    return between(first, plus(first, 1)) if first else None, "relative"


def _unit(got: Groups, around: Around) -> Reading | None:
    unit, shift = around.data.units[(got["unit"] or "").lower()], _shift(got, around.data)
    if unit in ("hour", "day") or shift is None:
        return None
    if around.published is None:
        return NOWHERE
    return _edge(unit_range(around.published, unit, shift), got, around.data), "relative"


def _span(got: Groups, around: Around) -> Reading | None:
    unit = around.data.units[(got["unit"] or "").lower()]
    if unit in ("hour", "day"):
        return None
    if around.published is None:
        return NOWHERE
    return between(plus(around.published, -days_in(unit, 1)), around.published), "relative"


def _anaphor(got: Groups, around: Around) -> Reading:
    shift = around.data.anaphors[_plain(got["word"])]
    return _one(plus(around.last_day, shift) if around.last_day else None)


def _deictic(got: Groups, around: Around) -> Reading:
    shift = around.data.deictics[_plain(got["word"])]
    return _one(plus(around.published, shift) if around.published else None)


def _hour(got: Groups, around: Around) -> Reading:  # noqa: ARG001 - one signature for all forms
    return NOWHERE


_READERS: dict[TimeKind, Callable[[Groups, Around], Reading | None]] = {
    "date": _date,
    "weekday": _weekday,
    "month": _months,
    "year": _years,
    "decade": _decade,
    "count": _count,
    "weekend": _weekend,
    "unit": _unit,
    "span": _span,
    "anaphor": _anaphor,
    "deictic": _deictic,
    "hour": _hour,
}


def _one(day: date | None) -> Reading:
    return between(day, day), "relative"


def _edge(days: Range | None, got: Groups, data: TimeData) -> Range | None:
    edge = got.get("edge")
    return third(days, data.edges[edge.lower()]) if days and edge else days


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def _number(got: Groups, name: str) -> int:
    return int(got.get(name) or 0)


def _year(text: str | None) -> int | None:
    """A year in figures; two of them are of this century."""
    if not text:
        return None
    return int(text) + (_CENTURY if len(text) <= 2 else 0)


def _month(got: Groups, data: TimeData, which: str = "") -> int:
    """The month by name or figure; 0 if the match has none."""
    name = (got.get("month" + which) or "").lower()
    short = (got.get("short") or "").lower().rstrip(".") if not which else ""
    return data.months.get(name) or data.short_months.get(short) or _number(got, "m" + which)


def _shift(got: Groups, data: TimeData) -> int | None:
    shift = got.get("shift")
    return data.shifts.get(shift.lower()) if shift else None
