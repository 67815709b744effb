"""Version 3: what people decide: corrections of statements and events, and which actors are one."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY, article TEXT NOT NULL, kind TEXT NOT NULL, action TEXT NOT NULL,
        exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
        anchor_type TEXT, value TEXT NOT NULL, machine TEXT, target TEXT,
        author TEXT NOT NULL, created TEXT NOT NULL, note TEXT, undone TEXT, undone_by TEXT)""",
    "CREATE INDEX corrections_article ON corrections (article)",
    """CREATE TABLE decisions (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entities (id),
        target INTEGER NOT NULL REFERENCES entities (id), article TEXT, name TEXT,
        author TEXT NOT NULL, created TEXT NOT NULL, why TEXT NOT NULL, undone TEXT, undone_by TEXT)""",
    "CREATE INDEX decisions_article ON decisions (article)",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
