"""The ledger: what is told of one act by everyone who tells of it, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec
from sqlalchemy import Connection

from saksi.desk.acts import Act, Ref, acts, tellers
from saksi.desk.copies import originals
from saksi.desk.done import events_of
from saksi.desk.filter import Filter
from saksi.desk.grouping import grouped
from saksi.desk.told import Done

WINDOW: Final = 7  # days between two tellings of one act
Stand = Literal["asserts", "alleges", "denies", "says it was not", "plans or predicts", "thinks possible"]
_STANDS: Final[dict[str, Stand]] = {
    "occurred": "asserts",
    "alleged": "alleges",
    "denied": "denies",
    "negated": "says it was not",
    "planned": "plans or predicts",
    "possible": "thinks possible",
}
_FOR: Final = frozenset(("asserts", "alleges"))
_AGAINST: Final = frozenset(("denies", "says it was not"))
_MANY: Final = 1_000  # articles that are named one by one in a query


class Telling(msgspec.Struct, frozen=True):
    """One telling of the act: who stands how to it, in which words, and whether it is a copy of another report."""

    who: str
    stand: Stand
    event: Done
    independent: bool


class Claim(msgspec.Struct, frozen=True):
    """An act as it is told: the sides by code or name, the days of its tellings, and the tellings in their order."""

    type: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    tellings: tuple[Telling, ...]

    @property
    def contested(self) -> bool:
        """Whether somebody tells it and somebody denies it."""
        return _contested(one.event.status for one in self.tellings)

    @property
    def reports(self) -> int:
        """How many independent reports tell of it: copies of one dispatch are one."""
        return len({one.event.source.article for one in self.tellings if one.independent})


class Sketch(msgspec.Struct, frozen=True):
    """A claim without its words: its events, who tells each, and which are independent."""

    acts: tuple[Act, ...]
    who: tuple[str, ...]
    independent: tuple[bool, ...]
    contested: bool

    @property
    def rank(self) -> tuple[bool, int, str, str]:
        """What is in dispute first, then what most independent reports tell, then by day."""
        reports = len({act.article for act, own in zip(self.acts, self.independent, strict=True) if own})
        first = next((act.day for act in self.acts if act.day), "")
        return (not self.contested, -reports, first, self.acts[0].type)


def ledger(connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW) -> list[Claim]:
    """The claims of a filter, those with the most independent reports first; ``contested``: those in dispute only.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    return written(connection, sketched(connection, wanted, contested=contested, window=window))


def sketched(connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW) -> list[Sketch]:
    """The same claims in the same order, without their words: a desk has many, and a page shows few.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    groups = grouped(acts(connection, wanted), window)
    marked = [(group, _contested(act.status for act in group)) for group in groups]
    kept = [(group, disputed) for group, disputed in marked if disputed or not contested]
    told = tellers(connection, wanted)
    copies = _copies(connection, {act.article for group, _ in kept for act in group})
    sketches = [_sketch(group, disputed, told, copies) for group, disputed in kept]
    return sorted(sketches, key=lambda sketch: sketch.rank)


def page(
    connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW, limit: int, offset: int = 0
) -> tuple[list[Claim], int]:
    """A part of the ledger of a filter, and how many claims there are in all.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    sketches = sketched(connection, wanted, contested=contested, window=window)
    return written(connection, sketches[offset : offset + limit]), len(sketches)


def written(connection: Connection, sketches: Sequence[Sketch]) -> list[Claim]:
    """Claims with their words."""
    refs = [(act.article, act.id) for sketch in sketches for act in sketch.acts]
    words = events_of(connection, refs)
    return [_claim(sketch, words) for sketch in sketches]


def _contested(statuses: Iterable[str]) -> bool:
    stands = {_STANDS[status] for status in statuses}
    return bool(stands & _FOR) and bool(stands & _AGAINST)


def _sketch(group: list[Act], contested: bool, told: dict[Ref, tuple[str, ...]], copies: dict[int, int]) -> Sketch:
    names, own = [], []
    known: set[tuple[int, str]] = set()
    for act in group:
        root = copies.get(act.article, act.article)
        who = " ← ".join(reversed(told.get((act.article, act.id), ()))) or act.outlet or "the article"
        own.append(root == act.article or (root, who) not in known)
        known.add((root, who))
        names.append(who)
    return Sketch(tuple(group), tuple(names), tuple(own), contested)


def _claim(sketch: Sketch, words: dict[Ref, Done]) -> Claim:
    group = sketch.acts
    days = [act.day for act in group if act.day]
    return Claim(
        group[0].type,
        tuple(sorted({name for act in group for name in act.sources})),
        tuple(sorted({name for act in group for name in act.targets})),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(
            Telling(who, _STANDS[act.status], words[act.article, act.id], own)
            for act, who, own in zip(group, sketch.who, sketch.independent, strict=True)
        ),
    )


def _copies(connection: Connection, articles: set[int]) -> dict[int, int]:
    """The original of each article that is a copy."""
    keys, found = sorted(articles), {}
    for start in range(0, len(keys), _MANY):
        found |= originals(connection, keys[start : start + _MANY])
    return found
