"""The store under a run: read only, with the tables of a desk as views over its files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from saksi.desk import schema
from saksi.desk.parquet import dialect, views
from saksi.desk.parquet.folder import TABLES, shards_of
from saksi.desk.store import Shown, Store
from saksi.desk.trouble import trouble
from saksi.errors import DeskError

if TYPE_CHECKING:
    import duckdb

_VIEWED: Final = frozenset(("articles", "statements", "events", "actors", "event_actors", "event_statements"))


class RunStore(Store):
    """An open run. Its files are read whenever something is asked; only the keys of its articles are in memory."""

    def __init__(self, database: duckdb.DuckDBPyConnection, folder: Path) -> None:
        super().__init__(dialect.engine_over(database), str(folder), folder)
        self.database = database

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The store of the run in a folder.

        Raises:
            DeskError: it is no run (S650), it is not finished (S651), duckdb is missing (S652), or a file of it cannot
                be read (S654).
        """
        shards = shards_of(folder)
        store = cls(dialect.database(), folder)
        try:
            store._make(shards)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close every connection."""
        super().close()
        self.database.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection over the views.

        Raises:
            DeskError: a file of the run cannot be read (S654).
        """
        import duckdb

        try:
            with self.engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            if isinstance(error.orig, duckdb.ParserException | duckdb.BinderException | duckdb.CatalogException):
                raise  # a fault of the question, not of a file
            raise _unreadable(self.name, error.orig) from error

    @contextmanager
    def writing(self, *, checked: bool = True, shown: Shown = True) -> Iterator[Connection]:  # noqa: ARG002 - refused
        """Refuse to write.

        Raises:
            DeskError: always (S653).
        """
        raise trouble("S653", f"{self.name} is a run, which is read only")
        yield

    def run(self, sql: str) -> None:
        """Make something of the views or tables in memory.

        Raises:
            DeskError: a file of the run cannot be read (S654).
        """
        import duckdb

        try:
            self.database.execute(sql)
        except duckdb.Error as error:
            raise _unreadable(self.name, error) from error

    def _make(self, shards: list[str]) -> None:
        folder = Path(self.name).absolute()
        for table in TABLES:
            self.run(views.read(table, folder, shards))
        self.run(views.DAY)
        self.run(views.KEYS)
        again = self.database.execute("SELECT count(*) FROM run_keys WHERE again").fetchone()
        for sql in views.statements(again=bool(again and again[0])):
            self.run(sql)
        for name, empty in schema.META.tables.items():
            if name not in _VIEWED:  # what people decide, and what a desk finds while it loads: nothing of it is here
                self.run(str(CreateTable(empty).compile(dialect=self.engine.dialect)))


def _unreadable(name: str, error: BaseException | None) -> DeskError:
    line = " ".join(str(error).split())
    return trouble("S654", f"{name}: {line[:300]}")
