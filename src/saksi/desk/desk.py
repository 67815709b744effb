"""The desk in Python: `saksi.open_desk("saksi.db")`, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec
from sqlalchemy import func, select

from saksi.desk import schema, told
from saksi.desk.filter import Filter, Question
from saksi.desk.ledger import WINDOW, Claim, ledger
from saksi.desk.load import Loaded, load_batch
from saksi.desk.restore import restored
from saksi.desk.search import Found, search
from saksi.desk.store import Store
from saksi.desk.timelines import By, Timeline, timeline
from saksi.desk.trouble import trouble
from saksi.record import Record

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

What = Literal["statements", "events"]


def open_desk(where: str | Path | None = None, *, create: bool = False) -> Desk:
    """The desk at a path or a PostgreSQL URL; by default what SAKSI_DESK names, else saksi.db here.

    Raises:
        DeskError: there is none (and ``create`` is off), it is no desk, or it cannot be opened.
    """
    return Desk(Store.open(where, create=create))


class Desk:
    """A body of records that answers questions. Close it, or use it in a ``with`` statement."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close its connections."""
        self.store.close()

    def load(self, records: Iterable[Record]) -> Loaded:
        """Take records in, all in one transaction.

        Raises:
            DeskError: the database failed; none of them is there then.
        """
        return load_batch(self.store, list(records))

    def counts(self) -> dict[str, int]:
        """How many articles, statements, events and actors there are."""
        with self.store.reading() as connection:
            tables = (schema.articles, schema.statements, schema.events, schema.actors)
            return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}

    def record(self, article: str) -> Record:
        """The record of an article by its id: the hash of its text, or the id that it came with.

        Raises:
            DeskError: there is no such article (S643).
        """
        table = schema.articles
        with self.store.reading() as connection:
            query = select(table.c.key).where((table.c.id == article) | (table.c.source_id == article))
            key = connection.execute(query.order_by(table.c.key)).scalar()
            if key is None:
                raise trouble("S643", f"no article has the id {article!r}")
            return restored(connection, key)

    def records(self, wanted: Filter | None = None) -> Iterator[Record]:
        """The records of the articles of a filter, in the order of their days; memory stays flat.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        table = schema.articles
        with self.store.reading() as connection:
            query: Any = Question(connection, wanted or Filter()).articles(select(table.c.key))
            keys = connection.execute(query.order_by(table.c.day, table.c.key)).scalars().all()
            for key in keys:
                yield restored(connection, key)

    def statements(self, wanted: Filter | None = None, *, limit: int | None = None, offset: int = 0) -> list[told.Said]:
        """The statements of a filter, the newest articles first.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return told.statements(connection, wanted or Filter(), limit=limit, offset=offset)

    def events(self, wanted: Filter | None = None, *, limit: int | None = None, offset: int = 0) -> list[told.Done]:
        """The events of a filter, the latest first.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return told.events(connection, wanted or Filter(), limit=limit, offset=offset)

    def search(
        self, words: str, wanted: Filter | None = None, *, limit: int = 20, offset: int = 0, by: str = "rank"
    ) -> Found:
        """The articles that hold all the words, best first (``by="date"``: newest first).

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return search(connection, words, wanted, limit=limit, offset=offset, by=by)

    def ledger(self, wanted: Filter | None = None, *, contested: bool = False, window: int = WINDOW) -> list[Claim]:
        """What is told of each act, and by whom; those in dispute first.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return ledger(connection, wanted or Filter(), contested=contested, window=window)

    def timeline(self, one: str, other: str, wanted: Filter | None = None, *, by: By = "month") -> Timeline:
        """The events between two actors over time, with the usual level of their relations and its shifts.

        Raises:
            DeskError: an actor whom neither the desk nor the world knows.
            OptionError: there are enough periods to look for shifts, and ruptures is not installed.
        """
        with self.store.reading() as connection:
            return timeline(connection, one, other, wanted or Filter(), by=by)

    def to_arrow(self, what: What, wanted: Filter | None = None) -> pyarrow.Table:
        """Statements or events as an Arrow table, one flat row each, with the article that each stands in.

        Raises:
            OptionError: pyarrow is not installed.
        """
        from saksi.desk.frames import arrow_table

        rows = self.statements(wanted) if what == "statements" else self.events(wanted)
        return arrow_table(what, [msgspec.to_builtins(row) for row in rows])

    def to_polars(self, what: What, wanted: Filter | None = None) -> polars.DataFrame:
        """The same as a Polars data frame.

        Raises:
            OptionError: pyarrow or polars is not installed.
        """
        from saksi.desk.frames import polars_frame

        return polars_frame(self.to_arrow(what, wanted))

    def to_pandas(self, what: What, wanted: Filter | None = None) -> pandas.DataFrame:
        """The same as a pandas data frame.

        Raises:
            OptionError: pyarrow or pandas is not installed.
        """
        from saksi.desk.frames import pandas_frame

        return pandas_frame(self.to_arrow(what, wanted))
