"""Dates as far as they are known: a day, a month or a year, and the terms that they bound."""

from __future__ import annotations

import re
from datetime import date

_YEAR_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
DAY = len("2023-05-17")
ALWAYS = ("0000-01-01", "9999-12-31")


def span(text: str | None) -> tuple[str, str]:
    """Give the first and the last day that an ISO date, month or year may mean; all days for None or "".

    ``ValueError`` where it is none, or where there is no such day.
    """
    if not text:
        return ALWAYS
    if len(text) == DAY and text[5].isdecimal():
        try:
            date.fromisoformat(text)
        except ValueError as error:
            raise ValueError(f"{text!r} is no date: {error}") from error
        return text, text
    match = _YEAR_MONTH.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no date such as 2023, 2023-05 or 2023-05-17")
    year, month = match.groups()
    if month and not "01" <= month <= "12":
        raise ValueError(f"{text!r} is no date: there is no month {month}")
    # Days are only compared as strings, so that the 31st may stand for the end of any month.
    return f"{year}-{month or '01'}-01", f"{year}-{month or '12'}-31"


def check_term(begin: str | None, end: str | None) -> None:
    """Check the bounds of a term: ``ValueError`` if one is no date, or if it ends before it begins."""
    if span(begin)[0] > span(end)[1]:
        raise ValueError(f"the term ends ({end}) before it begins ({begin})")


def holds(begin: str | None, end: str | None, on: str | None) -> bool:
    """Whether a term may hold on a day, or on some day of a month or year; an open bound holds for ever."""
    first, last = span(on)
    return (not begin or span(begin)[0] <= last) and (not end or first <= span(end)[1])


def told(begin: str | None, end: str | None) -> str:
    """Put a term into words."""
    if begin and end:
        return f"{begin} to {end}"
    return f"since {begin}" if begin else f"until {end}" if end else ""
