"""Relative dates: those that are reckoned from the publication or from the day named last.

"Rabu", "Minggu lalu", "dua hari lalu", "last weekend", "this month", "the day before", "yesterday".
"""

from __future__ import annotations

from saksi.reading.dates import between, days_in, plus, unit_range, week_range, weekday_after, weekday_before
from saksi.reading.time_parts import NOWHERE, Around, Groups, Reading, edge_of, on_day, plain_words, shift_in

_WEEKEND, _WEEK = 5, 7  # the first day of the weekend, and the days of a week


def read_weekday(got: Groups, around: Around) -> Reading:
    """A day of the week near the publication: "Rabu", "Minggu lalu", "next Friday"."""
    name, data, published = (got["day"] or "").lower(), around.data, around.published
    shift, unit = shift_in(got, data), got.get("unit")
    if name in data.units and shift is not None and unit is None and around.opens:
        return read_unit({**got, "unit": name}, around) or NOWHERE  # "Minggu lalu, ...": a week as soon as a day
    if published is None or (shift is None and got.get("shift")):
        return NOWHERE  # "Minggu sebelumnya": before what?
    weekday = data.weekdays[name]
    if unit is not None and shift is not None:
        week = week_range(published, shift)
        return on_day(plus(week[0], weekday) if week and data.units.get(unit) == "week" else None)
    if shift is None:
        return on_day((weekday_after if around.ahead else weekday_before)(published, weekday))
    if shift == 0:
        week = week_range(published)
        return on_day(plus(week[0], weekday) if week else None)
    return on_day((weekday_before if shift < 0 else weekday_after)(published, weekday, strictly=True))


def read_count(got: Groups, around: Around) -> Reading:
    """A number of units away, or a stretch of them: "dua hari lalu", "in the last three weeks"."""
    data, published = around.data, around.published
    unit = data.single_units[(got["one"] or "").lower()] if got.get("one") else data.units[(got["unit"] or "").lower()]
    number = (got.get("n") or "").lower()
    count = 1 if got.get("one") else int(number) if number.isdecimal() else data.numbers[" ".join(number.split())]
    how = data.counted[" ".join((got["how"] or "").split())]
    if count == 0:
        return NOWHERE  # "some days ago"
    if how in ("before", "after"):
        sure = around.last_day if unit == "day" else None
        return on_day(plus(sure, -count if how == "before" else count) if sure else None)
    if published is None:
        return NOWHERE
    if how == "last":
        return between(plus(published, -days_in(unit, count)), published), "relative"
    if how == "next":
        return between(published, plus(published, days_in(unit, count))), "relative"
    if unit in ("hour", "decade"):
        return NOWHERE  # too near or too far to say which day or year
    return unit_range(published, unit, -count if how == "ago" else count), "relative"


def read_weekend(got: Groups, around: Around) -> Reading:
    """A Saturday with its Sunday: "akhir pekan lalu", "at the weekend"."""
    if around.published is None:
        return NOWHERE
    shift = shift_in(got, around.data)
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


def read_unit(got: Groups, around: Around) -> Reading | None:
    """A unit this time, the last or the next: "bulan ini", "last year"; null if the words tell no such unit."""
    unit, shift = around.data.units[(got["unit"] or "").lower()], shift_in(got, around.data)
    if unit in ("hour", "day") or shift is None:
        return None
    if around.published is None:
        return NOWHERE
    return edge_of(unit_range(around.published, unit, shift), got, around.data), "relative"


def read_span(got: Groups, around: Around) -> Reading | None:
    """The stretch of one unit up to the publication: "sepekan terakhir", "the past year"."""
    unit = around.data.units[(got["unit"] or "").lower()]
    if unit in ("hour", "day"):
        return None
    if around.published is None:
        return NOWHERE
    return between(plus(around.published, -days_in(unit, 1)), around.published), "relative"


def read_anaphor(got: Groups, around: Around) -> Reading:
    """A day told from the one named last: "sehari sebelumnya", "the next day"."""
    shift = around.data.anaphors[plain_words(got["word"])]
    return on_day(plus(around.last_day, shift) if around.last_day else None)


def read_deictic(got: Groups, around: Around) -> Reading:
    """A day told from the publication: "kemarin", "tomorrow"."""
    shift = around.data.deictics[plain_words(got["word"])]
    return on_day(plus(around.published, shift) if around.published else None)
