"""Version 5: what the machine read in the articles that people have corrected."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

STATEMENTS: Final = (
    "CREATE INDEX entities_wikidata ON entities (wikidata)",
    """CREATE TABLE machine_records (
        article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE, record TEXT NOT NULL)""",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()


def fill(connection: Connection) -> None:
    """Join the actors that are on the desk already."""
    from saksi.desk.people import join_stored  # the tables are of this version by now, and no earlier

    join_stored(connection)
