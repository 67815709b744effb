"""Numbered migrations: each brings a desk from one version to the next, in one transaction.

A migration is a module ``mNNNN_name`` with three tuples of SQL: STATEMENTS for both databases, SQLITE and POSTGRESQL
for one; where rows have to be filled, it has a function ``fill``. What has been released is never altered; a change of
the schema is a new module.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from sqlalchemy import Connection

MODULES: Final = (
    "m0001_core", "m0002_stories", "m0003_people", "m0004_copies", "m0005_review", "m0006_feeds", "m0007_quick",
    "m0008_countries", "m0009_sheets",
)  # fmt: skip
LATEST: Final = len(MODULES)

# What the two databases write differently. Rows that belong to an article lie together on the disk in SQLite.
WORDS: Final = {
    "sqlite": {"clustered": " WITHOUT ROWID", "real": "REAL", "large": "INTEGER", "bytes": "BLOB"},
    "postgresql": {"clustered": "", "real": "DOUBLE PRECISION", "large": "BIGINT", "bytes": "BYTEA"},
}


def migrate(connection: Connection, version: int) -> None:
    """Bring the desk behind the connection from ``version`` (0: an empty database) to the latest.

    The transaction is the caller's: it is all or nothing.
    """
    dialect = connection.dialect.name
    for number in range(version + 1, LATEST + 1):
        module = import_module(f"{__name__}.{MODULES[number - 1]}")
        for statement in (*module.STATEMENTS, *getattr(module, dialect.upper())):
            connection.exec_driver_sql(statement.format(**WORDS[dialect]))
        if hasattr(module, "fill"):
            module.fill(connection)
        connection.exec_driver_sql("DELETE FROM desk WHERE name = 'version'")
        connection.exec_driver_sql(f"INSERT INTO desk (name, value) VALUES ('version', '{number}')")  # noqa: S608
