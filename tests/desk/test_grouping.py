"""Tellings of one act are grouped as if each event were compared with all before it."""

from __future__ import annotations

import random
from datetime import date, timedelta

from saksi.desk.acts import Act
from saksi.desk.grouping import grouped
from saksi.plover import MUTUAL


def fits(one: Act, other: Act, window: int) -> bool:
    """Whether two events tell one act: the rule itself, which the index of ``grouped`` has to keep."""
    if one.day and other.day:
        if abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) > window:
            return False
    elif one.article != other.article:
        return False
    if one.type in MUTUAL:
        mine, theirs = one.sources | one.targets, other.sources | other.targets
        return len(mine & theirs) >= min(2, len(mine), len(theirs)) > 0
    if not one.sources & other.sources:
        return False
    return bool(one.targets & other.targets) or not one.targets or not other.targets


def compared(found: list[Act], window: int) -> list[list[Act]]:
    """Each event in the first group of its type with an event that it fits."""
    groups: list[list[Act]] = []
    for one in found:
        same = (group for group in groups if group[0].type == one.type)
        group = next((group for group in same if any(fits(one, other, window) for other in group)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(one)
    return groups


def some(chance: random.Random, count: int) -> list[Act]:
    def side(most: int) -> frozenset[str]:
        return frozenset(chance.sample("ABCDEF", chance.randrange(most)))

    def made(n: int) -> Act:
        article = chance.randrange(25)
        day = (date(2022, 1, 1) + timedelta(days=chance.randrange(40))).isoformat() if chance.random() > 0.2 else None
        kind = chance.choice(("AID", "ASSAULT", "AGREE", "CONSULT"))
        return Act(article, f"e{n}", kind, "occurred", day, n, n, None, f"{article:02}", side(3), side(4))

    return sorted((made(n) for n in range(count)), key=lambda act: (act.day or "", act.hash, act.start, act.n))


def test_the_groups_are_those_of_comparing_each_with_all() -> None:
    chance = random.Random(1)  # noqa: S311
    for _ in range(150):
        found, window = some(chance, 60), chance.choice((0, 2, 7))
        assert grouped(found, window) == compared(found, window)
