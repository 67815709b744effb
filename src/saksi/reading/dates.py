"""Dates: the calendar that expressions are counted in. Nothing here raises: what no calendar holds is null."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

from saksi.reading.time_rules import Unit

Range = tuple[date, date]
_MONTHS = range(28, 32)  # lengths of a month
_DAYS = {"hour": 1, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}


def published_on(published: str | None, zone: int) -> date | None:
    """The day on which an article was published, where its readers live.

    Args:
        published: an ISO date or time, or null.
        zone: hours ahead of UTC; a time that names its own zone is moved to this one.
    """
    if not published:
        return None
    try:
        when = datetime.fromisoformat(published.strip())
    except ValueError:
        return _iso_day(published.strip()[:10])
    if when.tzinfo is not None:
        try:
            when = when.astimezone(timezone(timedelta(hours=zone)))
        except OverflowError:
            return None
    return when.date()


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, if there is one."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def plus(day: date, days: int) -> date | None:
    """The day so many days later (earlier, if negative)."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def between(first: date | None, last: date | None) -> Range | None:
    """The range from first to last, if both are there and in this order."""
    return (first, last) if first and last and first <= last else None


def month_range(year: int, month: int) -> Range | None:
    """All days of a month; months below 1 and above 12 are of the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = day_of(year, month, 1)
    return (first, first.replace(day=monthrange(year, month)[1])) if first else None


def year_range(first: int, last: int | None = None) -> Range | None:
    """All days of a year, or of several."""
    return between(day_of(first, 1, 1), day_of(first if last is None else last, 12, 31))


def week_range(day: date, weeks: int = 0) -> Range | None:
    """Monday to Sunday of the week of a day, or of one so many weeks later."""
    monday = plus(day, 7 * weeks - day.weekday())
    return between(monday, plus(monday, 6)) if monday else None


def unit_range(day: date, unit: Unit, count: int) -> Range | None:
    """The whole unit that lies ``count`` units after the one of ``day``: the week before (-1), this year (0)."""
    if unit == "week":
        return week_range(day, count)
    if unit == "month":
        return month_range(day.year, day.month + count)
    if unit == "year":
        return year_range(day.year + count)
    if unit == "decade":
        first = (day.year // 10 + count) * 10
        return year_range(first, first + 9)
    there = plus(day, count)
    return between(there, there)


def days_in(unit: Unit, count: int) -> int:
    """About how many days so many units are."""
    return -(-count // 24) if unit == "hour" else _DAYS[unit] * count


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date | None:
    """The nearest such weekday on or before a day (``strictly``: before it)."""
    back = (day.weekday() - weekday) % 7
    return plus(day, -(back or (7 if strictly else 0)))


def weekday_after(day: date, weekday: int, *, strictly: bool = False) -> date | None:
    """The nearest such weekday on or after a day (``strictly``: after it)."""
    ahead = (weekday - day.weekday()) % 7
    return plus(day, ahead or (7 if strictly else 0))


def third(days: Range, which: int) -> Range | None:
    """The first, middle or last part of a unit: four months of a year, ten days or so of a month, else a third."""
    first, last = days
    length = (last - first).days + 1
    if length >= _DAYS["year"]:
        months = month_range(first.year, 4 * which + 1), month_range(first.year, 4 * which + 4)
        return between(months[0][0], months[1][1]) if months[0] and months[1] else None
    step = 10 if length in _MONTHS else max(length // 3, 1)
    start = plus(first, step * which)
    return between(start, last if which == 2 else plus(first, step * (which + 1) - 1))
