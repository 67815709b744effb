"""Version 4: what tells copies of one dispatch, and which article is a copy of which."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE prints (
        hash {large} NOT NULL, article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        PRIMARY KEY (hash, article)){clustered}""",
    """CREATE TABLE wire_copies (
        article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
        copy_of INTEGER NOT NULL REFERENCES articles (key), share {real} NOT NULL)""",
    "CREATE INDEX wire_copies_of ON wire_copies (copy_of)",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
