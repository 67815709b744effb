"""The store under a desk: one SQLite file, or a PostgreSQL database, opened, checked and brought up to date.

Readers see the last committed state and are never blocked. Writers take turns: one transaction at a time writes, so
that keys can be given out and actors joined without races.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from saksi.desk.migrations import LATEST, migrate
from saksi.desk.trouble import told, trouble

DEFAULT: Final = "saksi.db"
VARIABLE: Final = "SAKSI_DESK"
# "SAKS" in ASCII: tells the file command, and us, that a SQLite file is a desk.
APPLICATION: Final = 0x53414B53
WAIT_SECONDS: Final = 60
# Bytes of a page of a new SQLite file. The trees of a large desk are flatter and split less often than with 4,096.
PAGE: Final = 16_384
# One number that all Saksi writers of a PostgreSQL database lock on.
_TURN: Final = 0x53414B53
_LOG: Final = 64 * 1024 * 1024
_DRIVER: Final = "postgresql+psycopg"
# Every transaction that changes an answer raises the number, in a table of the desk's own: both databases have that.
_CHANGED: Final = text(
    "INSERT INTO desk (name, value) VALUES ('changes', '1') "
    "ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(desk.value AS INTEGER) + 1 AS TEXT)"
)
_CHANGES: Final = text("SELECT value FROM desk WHERE name = 'changes'")
Shown = bool | Callable[[], bool]


class Store:
    """An open store. ``name`` is what errors call it; ``path`` is the file, or null for PostgreSQL."""

    def __init__(self, engine: Engine, name: str, path: Path | None) -> None:
        self.engine = engine
        self.name = name
        self.path = path
        self.written = 0  # transactions of this program that wrote what pages show

    @classmethod
    def open(cls, where: str | Path | None = None, *, create: bool = False) -> Self:
        """The store at a path or URL; by default what SAKSI_DESK names, else saksi.db here.

        A desk of an earlier version is brought up to date. With ``create`` one is made where there is none.

        Raises:
            DeskError: there is none (S606), it is no desk (S601) or a newer one (S602), the URL is none (S605), the
                database cannot be reached (S607) or read.
        """
        url, path = _place(where)
        name = str(path) if path else url.render_as_string(hide_password=True)
        if path and not create and not path.exists():
            raise trouble("S606", f"there is no desk at {path}")
        store = cls(_engine(url), name, path)
        try:
            with told(name):
                store._prepare(create)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the desk throughout.

        Raises:
            DeskError: the database failed.
        """
        with told(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, checked: bool = True, shown: Shown = True) -> Iterator[Connection]:
        """A transaction that writes, alone: all of it is committed at the end, or nothing.

        Without ``checked`` SQLite does not look up what each row refers to, which takes a tenth of the time of a load:
        for rows that can refer to nothing else.

        ``shown`` is whether answers of the desk are others from then on; a function is asked at the end. The books of
        feeds and loads are no part of an answer, and pages that are kept hold on while only they are written.

        Raises:
            DeskError: the database failed; the desk is as it was before.
        """
        with told(self.name), self.engine.connect() as connection:
            connection = connection.execution_options(saksi_writes=True)
            with self._unchecked(connection, not checked), connection.begin():
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
                yield connection
                differs = shown() if callable(shown) else shown
                if differs:
                    connection.execute(_CHANGED)
            self.written += differs

    def changes(self) -> int:
        """How many transactions have changed what the desk answers, of this program or another.

        What is kept of an answer holds while this number does.

        Raises:
            DeskError: the database failed.
        """
        with self.reading() as connection:
            return int(connection.execute(_CHANGES).scalar() or 0)

    @contextmanager
    def _unchecked(self, connection: Connection, wanted: bool) -> Iterator[None]:
        raw: Any = connection.connection.driver_connection
        if not (wanted and self.is_sqlite):
            yield
            return
        raw.execute("PRAGMA foreign_keys = OFF")  # to be said before a transaction: within one it is not heard
        try:
            yield
        finally:
            raw.execute("PRAGMA foreign_keys = ON")

    def _prepare(self, create: bool) -> None:
        with self.reading() as connection:
            version = _version(connection, self.name)
        if version == LATEST:
            return
        if version > LATEST:
            raise trouble("S602", f"{self.name} is a desk of version {version}; this Saksi knows {LATEST}")
        if not version and not create:
            raise trouble("S606", f"there is no desk in {self.name}")
        if self.is_sqlite and not version:
            # Kept in the file: it holds for every program that opens it. It cannot be changed within a transaction.
            raw = self.engine.raw_connection()
            raw.cursor().execute(f"PRAGMA page_size = {PAGE}")
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            raw.close()
            self.engine.dispose()  # connections look at the size of a page when they are made
        with self.writing() as connection:
            # Another program may have been quicker.
            migrate(connection, _version(connection, self.name))
            if self.is_sqlite:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def folder_at(where: str | Path | None) -> Path | None:
    """The folder that is named, if it is one."""
    given = _given(where)
    return Path(given) if "://" not in given and Path(given).is_dir() else None


def _given(where: str | Path | None) -> str:
    return str(where if where is not None else os.environ.get(VARIABLE) or DEFAULT)


def _place(where: str | Path | None) -> tuple[URL, Path | None]:
    """The URL of a store, and its path if it is a file."""
    given = _given(where)
    if "://" not in given:
        path = Path(given)
        if path.is_dir():
            raise trouble("S601", f"{path} is a folder")
        return URL.create("sqlite", database=str(path)), path
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:
        raise trouble("S605", f"{given.split('://')[0]}://... is no URL of a database") from error
    if url.drivername in ("postgresql", "postgres", _DRIVER):
        return url.set(drivername=_DRIVER), None
    if url.drivername == "sqlite" and url.database:
        return url, Path(url.database)
    raise trouble("S605", f"a desk cannot be kept in {url.drivername}: {url.render_as_string(hide_password=True)}")


def _engine(url: URL) -> Engine:
    if url.drivername != "sqlite":
        try:
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        except ImportError as error:
            raise trouble("S608", "a desk in PostgreSQL needs the package psycopg") from error
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS}, pool_size=16, max_overflow=32)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _: object) -> None:
    # Transactions are begun by _on_begin: the driver would begin them late, and a reader that turns writer may fail.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")  # a commit is on the disk when it returns
    cursor.execute("PRAGMA cache_size = -65536")  # 64 MB
    cursor.execute("PRAGMA temp_store = MEMORY")
    # Pages that make 64 MB: what several batches change is copied once. A desk keeps the pages that it was made with.
    size = cursor.execute("PRAGMA page_size").fetchone()[0]
    cursor.execute(f"PRAGMA wal_autocheckpoint = {_LOG // size}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("saksi_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _version(connection: Connection, name: str) -> int:
    """The version of the desk behind the connection; 0 is an empty database.

    Raises:
        DeskError: it holds something else.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return 0
    if {"desk", "articles", "statements"} <= tables:
        value = connection.execute(text("SELECT value FROM desk WHERE name = 'version'")).scalar()
        if value is not None and str(value).isdigit():
            return int(value)
    raise trouble("S601", f"{name} is a database, but no desk")
