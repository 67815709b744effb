"""Long lists of keys in a question: a database that looks them up is asked for some at a time.

DuckDB, which asks runs, has no index: it reads through its tables at each question, and is asked once for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from sqlalchemy import Connection

INDEXED: Final = frozenset(("sqlite", "postgresql"))
_AT_ONCE: Final = 500
_Key = TypeVar("_Key")


def parts(connection: Connection, keys: Sequence[_Key], most: int = _AT_ONCE) -> Iterator[Sequence[_Key]]:
    """The keys, as many at a time as a question is to name; none where there are none."""
    if connection.dialect.name not in INDEXED:
        most = len(keys)
    for start in range(0, len(keys), max(most, 1)):
        yield keys[start : start + most]
