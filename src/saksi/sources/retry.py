"""When a server asks to be asked again: the header Retry-After."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from saksi.sources.fetch import Answer

_LONGEST: Final = timedelta(days=1)
_MAX_DIGITS: Final = 9


def asked_wait(answer: Answer | None, now: datetime) -> timedelta:
    """How long an answer asks to wait, in seconds or until a date; nothing where it does not say, a day at most."""
    given = answer.header("retry-after") if answer else ""
    if given.isdecimal() and len(given) <= _MAX_DIGITS:
        return min(timedelta(seconds=int(given)), _LONGEST)
    try:
        until = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError):
        return timedelta(0)
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(until - now, timedelta(0)), _LONGEST)
