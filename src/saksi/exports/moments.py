"""Moments: the days and times that articles come with, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

_DAY: Final = 10  # characters of an ISO date


def utc(told: str | None) -> datetime | None:
    """The moment that an ISO date or time tells, in UTC if it names a zone; null for what is neither."""
    try:
        moment = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def iso_utc(told: str | None) -> str | None:
    """The same as text without a zone; a day, and whatever is no moment, stays as it is."""
    moment = utc(told)
    if moment is None or told is None or len(told) <= _DAY:
        return told
    return moment.isoformat(timespec="seconds")
