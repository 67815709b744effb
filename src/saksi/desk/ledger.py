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
    """An act as it is told: the sides by code or name, the days of its tellings, and the tellings in their order.

    It is ``contested`` where somebody tells it and somebody denies it. ``reports`` counts the independent ones: copies
    of one dispatch are one. ``told`` counts the tellings, of which a page may show some.
    """

    type: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    tellings: tuple[Telling, ...]
    contested: bool
    reports: int
    told: int


class Sketch(msgspec.Struct, frozen=True):
    """A claim without its words: its events, who tells each, and which are independent."""

    acts: tuple[Act, ...]
    who: tuple[str, ...]
    independent: tuple[bool, ...]
    contested: bool

    @property
    def reports(self) -> int:
        """How many independent reports tell of it."""
        return len({act.article for act, own in zip(self.acts, self.independent, strict=True) if own})

    @property
    def rank(self) -> tuple[bool, int, str, str]:
        """What is in dispute first, then what most independent reports tell, then by day."""
        first = next((act.day for act in self.acts if act.day), "")
        return (not self.contested, -self.reports, first, self.acts[0].type)

    def shown(self, most: int | None) -> list[int]:
        """The places of the tellings to be shown: the first of each stand, so that a denial is seen, then others."""
        if most is None or len(self.acts) <= most:
            return list(range(len(self.acts)))
        first: dict[str, int] = {}
        for n, act in enumerate(self.acts):
            first.setdefault(act.status, n)
        others = [n for n in range(len(self.acts)) if n not in first.values()]
        return sorted([*first.values(), *others][:most])


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
    connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW, limit: int,
    offset: int = 0, tellings: int | None = None,
) -> tuple[list[Claim], int]:  # fmt: skip
    """A part of the ledger of a filter, at most so many ``tellings`` of each claim, and how many claims there are.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    sketches = sketched(connection, wanted, contested=contested, window=window)
    return written(connection, sketches[offset : offset + limit], tellings), len(sketches)


def written(connection: Connection, sketches: Sequence[Sketch], tellings: int | None = None) -> list[Claim]:
    """Claims with their words."""
    shown = [sketch.shown(tellings) for sketch in sketches]
    acts_shown = [sketch.acts[n] for sketch, some in zip(sketches, shown, strict=True) for n in some]
    words = events_of(connection, [(act.article, act.id) for act in acts_shown])
    return [_claim(sketch, some, words) for sketch, some in zip(sketches, shown, strict=True)]


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


def _claim(sketch: Sketch, shown: Sequence[int], words: dict[Ref, Done]) -> Claim:
    group = sketch.acts
    days = [act.day for act in group if act.day]
    return Claim(
        group[0].type,
        tuple(sorted({name for act in group for name in act.sources})),
        tuple(sorted({name for act in group for name in act.targets})),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(
            Telling(
                sketch.who[n], _STANDS[group[n].status], words[group[n].article, group[n].id], sketch.independent[n]
            )
            for n in shown
        ),
        sketch.contested,
        sketch.reports,
        len(group),
    )


def _copies(connection: Connection, articles: set[int]) -> dict[int, int]:
    """The original of each article that is a copy."""
    keys = sorted(articles)
    found: dict[int, int] = {}
    for start in range(0, len(keys), _MANY):
        found |= originals(connection, keys[start : start + _MANY])
    return found
