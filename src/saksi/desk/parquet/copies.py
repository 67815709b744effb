"""Copies among some articles of a run: found as a desk finds them while it loads, in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from saksi.desk.copies import COMPARED, LEAST_SHARED, SHARE, may_be_copy
from saksi.desk.prints import COMMON, is_kept
from saksi.desk.shingles import Shingles, sampled, share, shingles
from saksi.desk.words import words_of


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
        runs = shingles(words_of(one.text))
        kept: list[int] = sampled(runs).tolist()
        original = _nearest(one, runs, kept, by_key, prints, root)
        by_key[one.key] = one
        for each in kept:
            if is_kept(there := prints.setdefault(each, []), original):
                there.append(one.key)
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
    this: Printed,
    runs: Shingles,
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
        that = by_key[other]
        if not may_be_copy(count, len(kept), len(this.text), len(that.text)):
            continue
        if share(runs, shingles(words_of(that.text))) >= SHARE:
            return root.get(other, other)
    return None
