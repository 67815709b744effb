"""The rows of articles as the tables hold them, in the form in which a load writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.rows import COLUMNS, Row


def stored_rows(connection: Connection, keys: Sequence[int], tables: Iterable[str]) -> dict[str, list[Row]]:
    """The rows of articles in these tables; of the articles themselves without their texts."""
    rows: dict[str, list[Row]] = {}
    for name in tables:
        table = schema.META.tables[name]
        of = table.c.key if name == "articles" else table.c.article
        # The texts are not asked for: the columns only have to stand in their order.
        left_out = ("text", "words") if name == "articles" else ()
        columns = [table.c[c] if c not in left_out else table.c.id.label(c) for c in COLUMNS[name]]
        rows[name] = [tuple(row) for row in connection.execute(select(*columns).where(of.in_(keys)))]
    return rows
