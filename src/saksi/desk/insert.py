"""Rows into a table, as quickly as each database takes them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from saksi.desk import schema
from saksi.desk.rows import Row


def insert(connection: Connection, name: str, columns: Sequence[str], lines: Sequence[Row]) -> None:
    """Insert rows into a table, given as tuples in the order of the columns."""
    if connection.dialect.name != "sqlite":
        given = [dict(zip(columns, line, strict=True)) for line in lines]
        connection.execute(schema.META.tables[name].insert(), given)
        return
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own
    connection.exec_driver_sql(sql, list(lines))
