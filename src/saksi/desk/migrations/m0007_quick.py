"""Version 7: runs of words hashed in another way, and what hits of a search are counted by, in one row an article."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

STATEMENTS: Final = (
    "DELETE FROM prints",
    """CREATE TABLE facet_values (
        id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value))""",
    """CREATE TABLE spreads (
        article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE, counted {bytes} NOT NULL)""",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
_AT_ONCE: Final = 400


def fill(connection: Connection) -> None:
    """Keep the runs and the spread of the articles that are on the desk already."""
    from saksi.desk.prints import keep_prints  # the tables are of this version by now, and no earlier
    from saksi.desk.spreads import spread_stored

    last = 0
    query = text("SELECT key, text FROM articles WHERE key > :last ORDER BY key LIMIT :most")
    while rows := connection.execute(query, {"last": last, "most": _AT_ONCE}).all():
        keep_prints(connection, {row.key: row.text for row in rows})
        spread_stored(connection, [row.key for row in rows])
        last = rows[-1].key
