"""Copies: articles that are one dispatch, whatever the house has put before, behind and between.

Of the runs of four words of each article (``saksi.desk.shingles``) an eighth is kept in the table ``prints``: the
number of those that two articles have in common tells how much of the shorter one stands in the longer one, even where
half of it was cut away, which a sketch of Jaccard similarity does not. Whoever shares enough is then compared in full.
A batch is looked up by one query; a run that many articles hold is a phrase that every house uses, tells nothing, and
is kept no further, so that the table stays small and what is looked up stays short.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, select, text

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.shingles import Shingles, sampled, share, shingles
from saksi.desk.words import WORD

SHARE: Final = 0.5  # of the shorter article that stands in the longer one
_LEAST_SHARED: Final = 3  # runs that are kept
_COMPARED: Final = 4  # articles that are compared in full, the likeliest first
_COMMON: Final = 60  # articles that hold a run: more, and it tells nothing
_FEW: Final = 8  # copies whose runs are kept though their original has them: a dispatch does not become a phrase
_LOOKED_UP: Final = {
    "sqlite": "SELECT p.hash, p.article FROM json_each(:given) AS g CROSS JOIN prints AS p ON p.hash = g.value",
    "postgresql": "SELECT p.hash, p.article FROM unnest(CAST(:given AS BIGINT[])) AS g (value)"
    " JOIN prints AS p ON p.hash = g.value",
}


class Fresh(msgspec.Struct):
    """An article that comes in: its key, when it was published, and the words of its text."""

    key: int
    published: str | None
    words: Sequence[str]


class _Compared(msgspec.Struct):
    """An article that others are compared with: its runs, and where it stands in the order of publication."""

    shingles: Shingles
    order: tuple[str, int]


def find_copies(connection: Connection, given: Sequence[Fresh]) -> int:
    """Compare new articles with all of the desk and with each other, and keep which is a copy; returns how many are.

    The original is the one that came out first, else the one that was loaded first; a copy of a copy is a copy of the
    original.
    """
    known = {one.key: _compared(one.key, one.published, one.words) for one in given}
    kept = {key: sampled(one.shingles) for key, one in known.items()}
    holders = _holders(connection, kept.values())
    found: dict[int, tuple[int, float]] = {}
    rows: list[tuple[int, int]] = []
    for key, runs in kept.items():
        original, part = _nearest(connection, key, runs, holders, known, found)
        for run in runs:
            held = holders[run]
            if len(held) <= _COMMON and (original not in held or len(held) < _FEW):
                held.append(key)
                rows.append((run, key))
        if original is not None:
            _keep(connection, found, sorted((original, key), key=lambda one: known[one].order), part)
    if rows:
        rows.sort()  # neighbours in the table come one after the other: far fewer pages are touched
        insert(connection, "prints", ("hash", "article"), rows)
    if found:
        copies = [(key, root, round(part, 3)) for key, (root, part) in found.items()]
        insert(connection, "wire_copies", ("article", "copy_of", "share"), copies)
    return len(found)


def keep_prints(connection: Connection, texts: Mapping[int, str]) -> None:
    """Keep what tells copies of articles whose copies are known."""
    kept = {key: sampled(shingles(WORD.findall(body))) for key, body in texts.items()}
    holders = _holders(connection, kept.values())
    rows: list[tuple[int, int]] = []
    for key, runs in kept.items():
        for run in runs:
            if len(held := holders[run]) <= _COMMON:
                held.append(key)
                rows.append((run, key))
    if rows:
        insert(connection, "prints", ("hash", "article"), sorted(rows))


def _holders(connection: Connection, kept: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    """The articles of the desk that hold each of the runs."""
    holders: dict[int, list[int]] = defaultdict(list)
    asked = sorted({run for runs in kept for run in runs})
    sqlite = connection.dialect.name == "sqlite"
    values = {"given": msgspec.json.encode(asked).decode() if sqlite else asked}
    for run, article in connection.execute(text(_LOOKED_UP[connection.dialect.name]), values):
        holders[run].append(article)
    return holders


def _nearest(
    connection: Connection, key: int, runs: Sequence[int], holders: Mapping[int, list[int]],
    known: dict[int, _Compared], found: Mapping[int, tuple[int, float]],
) -> tuple[int | None, float]:  # fmt: skip
    """The original of an article of which this one has enough, the likeliest first."""
    shared: Counter[int] = Counter()
    for run in runs:
        if (held := holders.get(run)) and len(held) <= _COMMON:
            shared.update(held)
    likely = [other for other, count in shared.most_common(_COMPARED) if count >= _LEAST_SHARED]
    _read(connection, likely, known)
    for other in likely:
        if (part := share(known[key].shingles, known[other].shingles)) >= SHARE:
            root = found[other][0] if other in found else originals(connection, [other]).get(other, other)
            _read(connection, [root], known)
            return root, part
    return None, 0.0


def _read(connection: Connection, keys: Sequence[int], known: dict[int, _Compared]) -> None:
    """Read those articles of the desk that have not been read yet."""
    if wanted := [key for key in keys if key not in known]:
        # Numbers of our own, written out: this is asked of every second article, and takes a tenth of the time so.
        listed = ", ".join(map(str, wanted))
        query = f"SELECT key, published, text FROM articles WHERE key IN ({listed})"  # noqa: S608
        for key, published, body in connection.exec_driver_sql(query):
            known[key] = _compared(key, published, WORD.findall(body))


def _compared(key: int, published: str | None, words: Sequence[str]) -> _Compared:
    return _Compared(shingles(words), ("9" if published is None else published, key))


def _keep(connection: Connection, found: dict[int, tuple[int, float]], pair: Sequence[int], part: float) -> None:
    """Note that the second of two articles is a copy of the first, and what was a copy of it too."""
    first, second = pair
    copies = schema.wire_copies
    root = found[first][0] if first in found else originals(connection, [first]).get(first, first)
    if root == second:
        return
    connection.execute(copies.update().where(copies.c.copy_of == second).values(copy_of=root))
    for key, (before, its) in list(found.items()):
        if before == second:
            found[key] = (root, its)
    found[second] = (root, part)


def originals(connection: Connection, keys: Sequence[int]) -> dict[int, int]:
    """The original of each article that is a copy."""
    table = schema.wire_copies
    rows = connection.execute(select(table.c.article, table.c.copy_of).where(table.c.article.in_(keys)))
    return {row.article: row.copy_of for row in rows}
