"""Persons: the names by which one is called, and who of several was in office on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from saksi.world.dates import holds, span
from saksi.world.meaning import Meaning
from saksi.world.names import loose_key

_NUMBER = re.compile(r"[IVX]+|[JS]r\.?", re.IGNORECASE)
NUMERAL = len("VIII")
_ARTICLE = re.compile(r"[A-Za-z]{2}-(?=\w)")


def surnames(name: str, order: str | None) -> Iterator[str]:
    """Give what a person is called by for short: the last word of the name, the first, or each (``order``).

    Small words before the last belong to it and need not be said (von der Leyen, Leyen; al-Assad, Assad).
    """
    words = name.split()
    while len(words) > 1 and len(words[-1]) <= NUMERAL and _NUMBER.fullmatch(words[-1]):
        words.pop()
    if order in ("first", "both"):
        yield words[0]
    if order != "first":
        yield words[-1]
        if "-" in words[-1]:
            yield _ARTICLE.sub("", words[-1], count=1)
        start = len(words) - 1
        while start > 1 and words[start - 1].islower():
            start -= 1
        if start < len(words) - 1:
            yield " ".join(words[start:])


def in_office(leaders: Iterable[Meaning], on: str | None) -> list[Meaning]:
    """Keep who was in office on a day; if nobody was, each person's nearest term, the last that had begun first.

    Without a day all terms are kept, the latest first.
    """
    latest = sorted(leaders, key=lambda leader: leader.office_rank)
    latest.sort(key=lambda leader: leader.begin or "", reverse=True)
    if on is None:
        return latest
    now = [leader for leader in latest if holds(leader.begin, leader.end, on)]
    if now:
        return sorted(now, key=lambda leader: leader.office_rank)
    day = span(on)[1]
    before = [leader for leader in latest if span(leader.begin)[0] <= day]
    nearest: dict[tuple[str, str], Meaning] = {}
    for leader in (*before, *reversed(latest)):
        nearest.setdefault(leader.who, leader)
    return list(nearest.values())


def not_twice(leaders: list[Meaning]) -> list[Meaning]:
    """Leave out the party of whoever holds an office of state: what a president does is done by the state."""
    in_state = {loose_key(leader.name_id) for leader in leaders if leader.code == leader.country}
    return [
        leader
        for leader in leaders
        if leader.country in (None, leader.code) or loose_key(leader.name_id) not in in_state
    ]
