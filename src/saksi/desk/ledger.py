"""The ledger: what is told of one act by everyone who tells of it, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.copies import originals
from saksi.desk.filter import Filter
from saksi.desk.told import Done, events
from saksi.plover import MUTUAL

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
        stands = {one.stand for one in self.tellings}
        return bool(stands & _FOR) and bool(stands & _AGAINST)

    @property
    def reports(self) -> int:
        """How many independent reports tell of it: copies of one dispatch are one."""
        return len({one.event.source.article for one in self.tellings if one.independent})


def ledger(connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW) -> list[Claim]:
    """The claims of a filter, those with the most independent reports first; ``contested``: those in dispute only.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    found = events(connection, wanted)
    copies = _copies(connection, {one.source.article for one in found})
    return claims_of(found, copies, contested=contested, window=window)


def claims_of(found: Sequence[Done], copies: Mapping[str, str], *, contested: bool, window: int) -> list[Claim]:
    """The claims that events make; ``copies`` names the original of each article that is a copy."""
    claims = [_claim(group, copies) for group in _grouped(found, window)]
    kept = [claim for claim in claims if claim.contested or not contested]
    return sorted(kept, key=lambda claim: (-claim.contested, -claim.reports, claim.first_day or "", claim.type))


def _grouped(found: Iterable[Done], window: int) -> list[list[Done]]:
    """Tellings of one act: one type, a side in common on each side that both name, and days not far apart."""
    groups: list[list[Done]] = []
    open_: dict[str, list[list[Done]]] = {}
    for one in sorted(found, key=lambda event: (event.day or "", event.source.article, event.start)):
        known = open_.setdefault(one.type, [])
        group = next((g for g in known if any(_same_act(one, other, window) for other in g)), None)
        if group is None:
            group = []
            known.append(group)
            groups.append(group)
        group.append(one)
    return groups


def _same_act(one: Done, other: Done, window: int) -> bool:
    if one.day and other.day:
        apart = abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
        if apart > window:
            return False
    elif one.source.article != other.source.article:
        return False
    sides = [({p.label for p in one.sources}, {p.label for p in other.sources})]
    sides.append(({p.label for p in one.targets}, {p.label for p in other.targets}))
    if one.type in MUTUAL:
        sides = [(sides[0][0] | sides[1][0], sides[0][1] | sides[1][1])]
        return len(sides[0][0] & sides[0][1]) >= min(2, len(sides[0][0]), len(sides[0][1])) > 0
    named = [(a, b) for a, b in sides if a and b]
    return bool(named) and all(a & b for a, b in named) and any(a and b for a, b in sides[:1])


def _claim(group: list[Done], copies: Mapping[str, str]) -> Claim:
    days = sorted(one.day for one in group if one.day)
    tellings = []
    told: set[tuple[str, str]] = set()
    for one in group:
        root = copies.get(one.source.article, one.source.article)
        who = " ← ".join(reversed(one.according_to)) or one.source.outlet or "the article"
        independent = root == one.source.article or (root, who) not in told
        told.add((root, who))
        tellings.append(Telling(who, _STANDS[one.status], one, independent))
    return Claim(
        group[0].type,
        tuple(sorted({party.label for one in group for party in one.sources})),
        tuple(sorted({party.label for one in group for party in one.targets})),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(tellings),
    )


def _copies(connection: Connection, ids: set[str]) -> dict[str, str]:
    """The id of the original of each article that is a copy."""
    articles = schema.articles
    here = connection.execute(select(articles.c.key, articles.c.id).where(articles.c.id.in_(ids)))
    keys = {row.key: row.id for row in here}
    roots = originals(connection, list(keys))
    names = connection.execute(select(articles.c.key, articles.c.id).where(articles.c.key.in_(roots.values())))
    by_key = {row.key: row.id for row in names}
    return {keys[copy]: by_key[root] for copy, root in roots.items()}
