"""Claims: an act as it is told by everyone who tells of it, with the words of the tellings or without them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from saksi.desk.acts import Act
from saksi.desk.told import Done

Stand = Literal["asserts", "alleges", "denies", "says it was not", "plans or predicts", "thinks possible"]
STANDS: Final[dict[str, Stand]] = {
    "occurred": "asserts",
    "alleged": "alleges",
    "denied": "denies",
    "negated": "says it was not",
    "planned": "plans or predicts",
    "possible": "thinks possible",
}
_FOR: Final = frozenset(("asserts", "alleges"))
_AGAINST: Final = frozenset(("denies", "says it was not"))


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


def is_contested(statuses: Iterable[str]) -> bool:
    """Whether somebody tells of it, and somebody denies it."""
    stands = {STANDS[status] for status in statuses}
    return bool(stands & _FOR) and bool(stands & _AGAINST)
