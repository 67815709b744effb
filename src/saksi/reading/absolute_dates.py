"""Absolute dates: days, months, years and decades of the calendar, the year found where it is not told."""

from __future__ import annotations

from datetime import date

from saksi.reading.dates import between, day_of, month_range, unit_range, year_range
from saksi.reading.time_parts import CENTURY, Around, Groups, Reading, edge_of, month_in, number_in, shift_in, year_in

_NEAR = 31  # days around the publication in which a misprinted year is told for one


def read_date(got: Groups, around: Around) -> Reading:
    """A day or some days: "Rabu (13/9)", "3 March 2024", "1-3 Mei"."""
    day, month = number_in(got, "d"), month_in(got, around.data)
    weekday = around.data.weekdays.get((got.get("weekday") or "").lower())
    last, last_month = number_in(got, "d2") or day, month_in(got, around.data, "2") or month
    year, last_year = year_in(got.get("y")), year_in(got.get("y2"))
    if year is None and last_year is None:
        if around.published is None:
            return None, "stated"
        year = _near(around, month, day, weekday, shift_in(got, around.data))
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


def read_month(got: Groups, around: Around) -> Reading:
    """A month or some months, or an edge of one: "Mei", "awal Juni 2023", "last March"."""
    data, published = around.data, around.published
    month, last = month_in(got, data), month_in(got, data, "2")
    year = year_in(got.get("y"))
    if year is None:
        year = _near_month(around, month, got)
        if year is None:
            return None, "stated"
    first, end = month_range(year, month), month_range(year, last or month)
    days = between(first[0], end[1]) if first and end else None
    return edge_of(days, got, data), "stated" if published or got.get("y") else "relative"


def _near_month(around: Around, month: int, got: Groups) -> int | None:
    if around.published is None:
        return None
    year, away = around.published.year, month - around.published.month
    shift = shift_in(got, around.data)
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


def read_year(got: Groups, around: Around) -> Reading:
    """A year or some years, or an edge of one: "2021", "akhir 2019", "1998-1999"."""
    first = year_in(got["y"])
    days = year_range(first or 0, year_in(got.get("y2")))
    return edge_of(days, got, around.data), "stated" if days else "none"


def read_decade(got: Groups, around: Around) -> Reading:  # noqa: ARG001 - one signature for all forms
    """Ten years: "the 1990s"."""
    return unit_range(date(year_in(got["y"]) or CENTURY, 1, 1), "decade", 0), "stated"
