"""Version 6: the feeds that are watched, and which of their entries have been fetched."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE feeds (
        url TEXT PRIMARY KEY, title TEXT, etag TEXT, modified TEXT, checked TEXT, due TEXT, why TEXT,
        failures INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE feed_entries (
        url TEXT PRIMARY KEY, feed TEXT NOT NULL REFERENCES feeds (url), title TEXT, published TEXT,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'given up')), seen TEXT NOT NULL, due TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX feed_entries_waiting ON feed_entries (state, due)",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
