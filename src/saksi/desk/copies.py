"""Copies: articles that are one dispatch, whatever the house has put before, behind and between.

Runs of four words (shingles) are hashed, and of the hashes those that are 0 modulo ``_EVERY`` are kept (Broder 1997):
the share of kept hashes that two articles have in common tells how much of the shorter one stands in the longer one,
even where half of it was cut away, which a sketch of Jaccard similarity does not. Whoever shares enough is then
compared in full. The sample needs one small table and grows with each load.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.words import WORD, folded

_SIZE: Final = 4  # words of a shingle
_EVERY: Final = 8
LEAST_SHARED: Final = 3  # kept hashes
_LEAST: Final = 24  # shingles of an article that can be told to be a copy
SHARE: Final = 0.5  # of the shorter article that stands in the longer one
COMPARED: Final = 4  # articles that are compared in full, the likeliest first
_AT_ONCE: Final = 500  # values in one query
COMMON: Final = 60  # articles that hold a hash: more, and it is a phrase that every house uses


def shingles(text: str) -> frozenset[int]:
    """The hashes of all runs of four words of a text, capitals and accents apart."""
    words = [folded(word) for word in WORD.findall(text)]
    runs = (" ".join(words[i : i + _SIZE]) for i in range(len(words) - _SIZE + 1))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def sampled(hashes: frozenset[int]) -> list[int]:
    """The hashes that are kept."""
    return sorted(one for one in hashes if one % _EVERY == 0)


def share(first: frozenset[int], second: frozenset[int]) -> float:
    """How much of the shorter of two texts stands in the other, from 0 to 1."""
    least = min(len(first), len(second))
    return len(first & second) / least if least >= _LEAST else 0.0


def find_copies(connection: Connection, keys: Sequence[int]) -> int:
    """Compare the articles of these keys with all of the desk, and keep which is a copy; returns how many are.

    The original is the one that came out first, else the one that was loaded first; a copy of a copy is a copy of the
    original.
    """
    articles, copies = schema.articles, schema.wire_copies
    found = 0
    for key in keys:
        text = connection.execute(select(articles.c.text).where(articles.c.key == key)).scalar_one()
        hashes = shingles(text)
        kept = sampled(hashes)
        original, part = _nearest(connection, key, hashes, kept)
        if kept:
            insert(connection, "prints", ("hash", "article"), [(one, key) for one in kept])
        if original is None:
            continue
        first, second = _in_order(connection, original, key)
        root = connection.execute(select(copies.c.copy_of).where(copies.c.article == first)).scalar() or first
        if root == second:
            continue
        connection.execute(copies.update().where(copies.c.copy_of == second).values(copy_of=root))
        insert(connection, "wire_copies", ("article", "copy_of", "share"), [(second, root, round(part, 3))])
        found += 1
    return found


def _nearest(connection: Connection, key: int, hashes: frozenset[int], kept: Sequence[int]) -> tuple[int | None, float]:
    """An article of which this one has enough, the likeliest first, or its original."""
    prints, articles, copies = schema.prints, schema.articles, schema.wire_copies
    shared: Counter[int] = Counter()
    for start in range(0, len(kept), _AT_ONCE):
        part = kept[start : start + _AT_ONCE]
        usual = select(prints.c.hash).where(prints.c.hash.in_(part))
        usual = usual.group_by(prints.c.hash).having(func.count() > COMMON)
        query = select(prints.c.article, func.count()).where(prints.c.hash.in_(part), prints.c.hash.not_in(usual))
        for other, count in connection.execute(query.where(prints.c.article != key).group_by(prints.c.article)):
            shared[other] += count
    for other, count in shared.most_common(COMPARED):
        if count < LEAST_SHARED:
            break
        text = connection.execute(select(articles.c.text).where(articles.c.key == other)).scalar_one()
        if (common := share(hashes, shingles(text))) >= SHARE:
            root = connection.execute(select(copies.c.copy_of).where(copies.c.article == other)).scalar()
            return root or other, common
    return None, 0.0


def _in_order(connection: Connection, one: int, other: int) -> tuple[int, int]:
    """The two articles, the one that came out first before the other."""
    articles = schema.articles
    query = select(articles.c.key).where(articles.c.key.in_([one, other]))
    order = (func.coalesce(articles.c.published, "9"), articles.c.key)
    first, second = connection.execute(query.order_by(*order)).scalars()
    return first, second


def originals(connection: Connection, keys: Sequence[int]) -> dict[int, int]:
    """The original of each article that is a copy."""
    table = schema.wire_copies
    rows = connection.execute(select(table.c.article, table.c.copy_of).where(table.c.article.in_(keys)))
    return {row.article: row.copy_of for row in rows}
