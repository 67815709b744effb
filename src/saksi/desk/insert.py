"""Rows into a table, as quickly as each database takes them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from sqlalchemy import Connection

from saksi.desk import schema
from saksi.desk.rows import Row

# To step to the next row costs SQLite's driver as much as a narrow row itself: so many values go in at a step. Rows of
# more columns than ``_NARROW`` go one by one, which is quicker for them.
_VALUES: Final = 80
_NARROW: Final = 5


def insert(connection: Connection, name: str, columns: Sequence[str], lines: Sequence[Row]) -> None:
    """Insert rows into a table, given as tuples in the order of the columns."""
    if connection.dialect.name != "sqlite":
        given = [dict(zip(columns, line, strict=True)) for line in lines]
        connection.execute(schema.META.tables[name].insert(), given)
        return
    into = f"INSERT INTO {name} ({', '.join(columns)}) VALUES "  # noqa: S608 - names of our own
    marks = f"({', '.join('?' * len(columns))})"
    many = _VALUES // len(columns) if len(columns) <= _NARROW else 1
    whole = len(lines) // many * many if many > 1 else 0
    if whole:
        steps = [tuple(chain.from_iterable(lines[at : at + many])) for at in range(0, whole, many)]
        connection.exec_driver_sql(into + ", ".join([marks] * many), steps)
    if whole < len(lines):
        connection.exec_driver_sql(into + marks, list(lines[whole:]))
