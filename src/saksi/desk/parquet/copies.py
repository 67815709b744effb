"""Copies among some articles of a run: found as a desk finds them while it loads, in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from saksi.desk.copies import COMMON, COMPARED, LEAST_SHARED, SHARE, sampled, share, shingles


class Printed(msgspec.Struct, frozen=True):
    """An article that may be a copy of another."""

    key: int
    published: str | None
    text: str

    @property
    def order(self) -> tuple[str, int]:
        """What came out first is the original."""
        return (self.published if self.published is not None else "9", self.key)


def originals_among(articles: Iterable[Printed]) -> dict[int, int]:
    """The key of the original of each article that is a copy of another one of them; they come in the order of keys."""
    by_key: dict[int, Printed] = {}
    prints: dict[int, list[int]] = {}
    root: dict[int, int] = {}
    for one in articles:
        hashes = shingles(one.text)
        kept = sampled(hashes)
        original = _nearest(hashes, kept, by_key, prints, root)
        by_key[one.key] = one
        for each in kept:
            prints.setdefault(each, []).append(one.key)
        if original is None:
            continue
        first, second = (each.key for each in sorted((by_key[original], one), key=lambda each: each.order))
        top = root.get(first, first)
        if top == second:
            continue
        for copy, of in root.items():
            if of == second:
                root[copy] = top
        root[second] = top
    return root


def _nearest(
    hashes: frozenset[int],
    kept: list[int],
    by_key: dict[int, Printed],
    prints: dict[int, list[int]],
    root: dict[int, int],
) -> int | None:
    """An article of which this one has enough, the likeliest first, or its original."""
    shared: Counter[int] = Counter()
    for each in kept:
        if len(there := prints.get(each, ())) <= COMMON:
            shared.update(there)
    for other, count in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:COMPARED]:
        if count < LEAST_SHARED:
            break
        if share(hashes, shingles(by_key[other].text)) >= SHARE:
            return root.get(other, other)
    return None
