"""What each form of time means: from the parts of a match to a range of dates.

A reading is a range of days (null where the words do not tell) and what it rests on. Nothing raises: a date that no
calendar holds is read as no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from saksi.reading.absolute_dates import read_date, read_decade, read_month, read_year
from saksi.reading.relative_dates import (
    read_anaphor,
    read_count,
    read_deictic,
    read_span,
    read_unit,
    read_weekday,
    read_weekend,
)
from saksi.reading.time_parts import NOWHERE, Around, Groups, Reading
from saksi.reading.time_rules import TimeKind


def read_form(kind: TimeKind, match: re.Match[str], around: Around) -> Reading | None:
    """What a match of a form means; null if it is no time at all."""
    return _READERS[kind](match.groupdict(), around)


def _hour(got: Groups, around: Around) -> Reading:  # noqa: ARG001 - one signature for all forms
    return NOWHERE


_READERS: dict[TimeKind, Callable[[Groups, Around], Reading | None]] = {
    "date": read_date,
    "weekday": read_weekday,
    "month": read_month,
    "year": read_year,
    "decade": read_decade,
    "count": read_count,
    "weekend": read_weekend,
    "unit": read_unit,
    "span": read_span,
    "anaphor": read_anaphor,
    "deictic": read_deictic,
    "hour": _hour,
}
