"""Copies: articles that are one dispatch, whatever the house has put before, behind and between.

Of the runs of four words of each article (``saksi.desk.shingles``) an eighth is kept in the table ``prints``: the
number of those that two articles have in common tells how much of the shorter one stands in the longer one, even where
half of it was cut away, which a sketch of Jaccard similarity does not. Whoever shares enough is then compared in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.parts import parts
from saksi.desk.prints import Held
from saksi.desk.shingles import Shingles, sampled, share, shingles
from saksi.desk.words import words_of

SHARE: Final = 0.5  # of the shorter article that stands in the longer one
LEAST_SHARED: Final = 3  # runs that are kept
COMPARED: Final = 4  # articles that are compared in full, the likeliest first
# Queries for single articles have their keys, numbers of our own, written into them: they are asked often, and what
# SQLAlchemy does for a statement that it puts together takes ten times as long as the query.
DOUBTFUL: Final = 0.4  # of the runs that a copy would share by the sample: with fewer it is none


class Fresh(msgspec.Struct):
    """An article that comes in: its key, when it was published, its text and the words of it."""

    key: int
    published: str | None
    text: str
    words: Sequence[str]


class _Compared:
    """An article that others are compared with: its runs, and where it stands in the order of publication."""

    def __init__(self, key: int, published: str | None, text: str, words: Sequence[str] | None = None) -> None:
        self.order = ("9" if published is None else published, key)
        self.length = len(text)
        self._text, self._words = text, words

    @cached_property
    def shingles(self) -> Shingles:
        """Its runs."""
        return shingles(words_of(self._text) if self._words is None else self._words)


def find_copies(connection: Connection, given: Sequence[Fresh]) -> int:
    """Compare new articles with all of the desk and with each other, and keep which is a copy; returns how many are.

    The original is the one that came out first, else the one that was loaded first; a copy of a copy is a copy of the
    original.
    """
    known = {one.key: _Compared(one.key, one.published, one.text, one.words) for one in given}
    held = Held(connection, {key: sampled(one.shingles) for key, one in known.items()})
    found: dict[int, tuple[int, float]] = {}
    for key in list(known):
        original, part = _nearest(connection, key, held, known, found)
        held.add(key, original)
        if original is not None:
            _keep(connection, found, sorted((original, key), key=lambda one: known[one].order), part)
    held.keep(connection)
    if found:
        copies = [(key, root, round(part, 3)) for key, (root, part) in found.items()]
        insert(connection, "wire_copies", ("article", "copy_of", "share"), copies)
    return len(found)


def _nearest(
    connection: Connection, key: int, held: Held, known: dict[int, _Compared], found: Mapping[int, tuple[int, float]]
) -> tuple[int | None, float]:
    """The original of an article of which this one has enough, the likeliest first."""
    shared = held.shared(key)
    first = sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:COMPARED]
    likely = [other for other, count in first if count >= LEAST_SHARED]
    if not likely:
        return None, 0.0
    _read(connection, likely, known)
    this = known[key]
    for other in likely:
        that = known[other]
        if not may_be_copy(shared[other], held.count(key), this.length, that.length):
            continue
        if (part := share(this.shingles, that.shingles)) >= SHARE:
            root = found[other][0] if other in found else _original(connection, other)
            _read(connection, [root], known)
            return root, part
    return None, 0.0


def may_be_copy(shared: int, kept: int, length: int, other: int) -> bool:
    """Whether the runs that are kept leave it open that enough of all is shared: else nothing need be compared.

    Given are how many kept runs two texts share, how many are kept of the one, and how long both are.
    """
    return shared >= DOUBTFUL * SHARE * min(1.0, other / length) * kept


def _read(connection: Connection, keys: Sequence[int], known: dict[int, _Compared]) -> None:
    """Read those articles of the desk that have not been read yet."""
    if wanted := [key for key in keys if key not in known]:
        listed = ", ".join(map(str, wanted))
        query = f"SELECT key, published, text FROM articles WHERE key IN ({listed})"  # noqa: S608
        for key, published, body in connection.exec_driver_sql(query):
            known[key] = _Compared(key, published, body)


def _keep(connection: Connection, found: dict[int, tuple[int, float]], pair: Sequence[int], part: float) -> None:
    """Note that the second of two articles is a copy of the first, and what was a copy of it too."""
    first, second = pair
    root = found[first][0] if first in found else _original(connection, first)
    if root == second:
        return
    connection.exec_driver_sql(f"UPDATE wire_copies SET copy_of = {root} WHERE copy_of = {second}")  # noqa: S608
    for key, (before, its) in list(found.items()):
        if before == second:
            found[key] = (root, its)
    found[second] = (root, part)


def _original(connection: Connection, key: int) -> int:
    """The original of an article of the desk, or itself."""
    root = connection.exec_driver_sql(f"SELECT copy_of FROM wire_copies WHERE article = {key}").scalar()  # noqa: S608
    return key if root is None else int(root)


def originals(connection: Connection, keys: Sequence[int]) -> dict[int, int]:
    """The original of each article that is a copy."""
    table = schema.wire_copies
    found: dict[int, int] = {}
    for some in parts(connection, keys):
        rows = connection.execute(select(table.c.article, table.c.copy_of).where(table.c.article.in_(some)))
        found.update((row.article, row.copy_of) for row in rows)
    return found
