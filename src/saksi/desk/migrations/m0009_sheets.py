"""Version 9: the events of an article without their words, in one row an article."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

STATEMENTS: Final = (
    """CREATE TABLE sheets (
        article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
        first_day TEXT, last_day TEXT, lines {bytes} NOT NULL)""",
    "CREATE INDEX sheets_days ON sheets (last_day, first_day)",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
_AT_ONCE: Final = 400


def fill(connection: Connection) -> None:
    """Keep the sheets of the articles that are on the desk already."""
    from saksi.desk.sheets import sheets_stored  # the tables are of this version by now, and no earlier

    last = 0
    query = text("SELECT key FROM articles WHERE key > :last ORDER BY key LIMIT :most")
    while keys := connection.execute(query, {"last": last, "most": _AT_ONCE}).scalars().all():
        sheets_stored(connection, keys)
        last = keys[-1]
