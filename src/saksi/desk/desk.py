"""The desk in Python: `saksi.open_desk("saksi.db")`, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import done as done_
from saksi.desk import ledger as claims_
from saksi.desk import schema, told
from saksi.desk.claims import Claim
from saksi.desk.copies import originals
from saksi.desk.decisions import Decision, merge, split, undo_decision
from saksi.desk.filter import Filter, Question
from saksi.desk.ledger import WINDOW, ledger
from saksi.desk.listed import Listed, articles
from saksi.desk.load import Loaded, load_batch
from saksi.desk.network import Network, network
from saksi.desk.periods import By
from saksi.desk.portable import Kind
from saksi.desk.replay import Action, Correction, Reviewed
from saksi.desk.restore import restored
from saksi.desk.review import correct, history, reviewed, undo
from saksi.desk.search import Found, search
from saksi.desk.store import Store, folder_at
from saksi.desk.stories import Member, Story, find_stories, members, stories
from saksi.desk.timelines import Timeline, timeline
from saksi.desk.trouble import trouble
from saksi.desk.voices import Quoted, Voice, find, most_quoted
from saksi.record import Record

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

What = Literal["statements", "events"]


def open_desk(where: str | Path | None = None, *, create: bool = False) -> Desk:
    """The desk at a path or a PostgreSQL URL; by default what SAKSI_DESK names, else saksi.db here.

    A folder that `saksi run` has written is asked in the same way, read only (``saksi.desk.parquet``).

    Raises:
        DeskError: there is none (and ``create`` is off), it is no desk and no run, or it cannot be opened.
    """
    if not create and (folder := folder_at(where)) is not None:
        from saksi.desk.parquet import open_run

        return open_run(folder)
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
        with self.store.reading() as connection:
            return restored(connection, self._found(connection, article)[0])

    def known_as(self, article: str) -> str:
        """The id of an article on the desk: the hash of its text, by that or by the id that it came with.

        Raises:
            DeskError: there is no such article (S643).
        """
        with self.store.reading() as connection:
            return self._found(connection, article)[1]

    def _found(self, connection: Connection, article: str) -> tuple[int, str]:
        table = schema.articles
        for column in (table.c.id, table.c.source_id):
            query = select(table.c.key, table.c.id).where(column == article).order_by(table.c.key).limit(1)
            if (row := connection.execute(query).first()) is not None:
                return row.key, row.id
        raise trouble("S643", f"no article has the id {article!r}")

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
            return done_.events(connection, wanted or Filter(), limit=limit, offset=offset)

    def search(
        self, words: str, wanted: Filter | None = None, *, limit: int = 20, offset: int = 0, by: str = "rank",
        spread: bool = True,
    ) -> Found:  # fmt: skip
        """The articles that hold all the words, best first (``by="date"``: newest first).

        ``spread`` counts the hits by outlet, month, type of event and so on.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return search(connection, words, wanted, limit=limit, offset=offset, by=by, spread=spread)

    def articles(self, wanted: Filter | None = None, *, limit: int, offset: int = 0) -> list[Listed]:
        """The articles of a filter, the newest first: a search tells more, and takes longer.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return articles(connection, wanted or Filter(), limit=limit, offset=offset)

    def ledger(self, wanted: Filter | None = None, *, contested: bool = False, window: int = WINDOW) -> list[Claim]:
        """What is told of each act, and by whom; those in dispute first.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return ledger(connection, wanted or Filter(), contested=contested, window=window, originals=self._originals)

    def claims(
        self, wanted: Filter | None = None, *, contested: bool = False, window: int = WINDOW, limit: int,
        offset: int = 0, tellings: int | None = None,
    ) -> tuple[list[Claim], int]:  # fmt: skip
        """A part of the ledger, at most so many ``tellings`` of each claim, and how many claims it has in all.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return claims_.page(
                connection, wanted or Filter(), contested=contested, window=window, limit=limit, offset=offset,
                tellings=tellings, originals=self._originals,
            )  # fmt: skip

    def _originals(self, connection: Connection, keys: Sequence[int]) -> dict[int, int]:
        """The original of each of these articles that is a copy."""
        return originals(connection, keys)

    def timeline(
        self, one: str, other: str, wanted: Filter | None = None, *, by: By = "month", shown: int | None = None
    ) -> Timeline:
        """The events between two actors over time, with the usual level of their relations and its shifts.

        ``shown`` is of how many of the latest events the words are told; null: of all.

        Raises:
            DeskError: an actor whom neither the desk nor the world knows.
            OptionError: there are enough periods to look for shifts, and ruptures is not installed.
        """
        with self.store.reading() as connection:
            return timeline(connection, one, other, wanted or Filter(), by=by, shown=shown)

    def voices(self, name: str) -> list[Voice]:
        """Those called so (``"@12"``: the one of that number), who is named most first."""
        with self.store.reading() as connection:
            return find(connection, name)

    def most_quoted(self, wanted: Filter | None = None, *, limit: int = 10) -> list[Quoted]:
        """Who is quoted most.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return most_quoted(connection, wanted or Filter(), limit=limit)

    def merge(self, entity: int, into: int, *, author: str, why: str = "") -> Decision:
        """Decide that two entries of the desk are one; ``undo_decision`` takes it back.

        Raises:
            DeskError: one of them is not there, or they are one already.
        """
        return merge(self.store, entity, into, author=author, why=why)

    def split(self, article: str, name: str, *, author: str, why: str = "") -> Decision:
        """Decide that a name in an article is somebody else than the desk took it for.

        Raises:
            DeskError: the article does not name anybody so who was joined to others.
        """
        return split(self.store, article, name, author=author, why=why)

    def undo_decision(self, number: int, *, author: str) -> Decision:
        """Take a merge or split back.

        Raises:
            DeskError: there is no such decision, or it is undone already.
        """
        return undo_decision(self.store, number, author=author)

    def network(self, wanted: Filter | None = None, *, most: int = 60) -> Network:
        """Who acts upon whom, of the ``most`` who are in most events.

        Raises:
            DeskError: the filter names somebody whom the desk does not know.
        """
        with self.store.reading() as connection:
            return network(connection, wanted or Filter(), most=most)

    def newest(self) -> int:
        """The key of the article that came last (0: none)."""
        with self.store.reading() as connection:
            return connection.execute(select(func.max(schema.articles.c.key))).scalar() or 0

    def last_day(self) -> str | None:
        """The day of the newest article; null where none has a day."""
        with self.store.reading() as connection:
            return connection.execute(select(func.max(schema.articles.c.day))).scalar()

    def find_stories(self) -> int:
        """Group the articles of the desk into stories; returns how many have two articles or more."""
        with self.store.writing() as connection:
            return find_stories(connection)

    def stories(self, *, limit: int = 20, offset: int = 0) -> list[Story]:
        """The stories of the desk, the newest first."""
        with self.store.reading() as connection:
            return stories(connection, limit=limit, offset=offset)

    def story(self, number: int) -> tuple[Story, list[Member]]:
        """A story with its articles, in the order in which they came out.

        Raises:
            DeskError: there is none of this number (S643).
        """
        with self.store.reading() as connection:
            found = stories(connection, only=number)
            if not found:
                raise trouble("S643", f"no story has the number {number}")
            return found[0], members(connection, number)

    def correct(
        self,
        article: str,
        kind: Kind,
        target: str | None,
        action: Action,
        changes: Mapping[str, Any] | None = None,
        *,
        author: str,
        note: str | None = None,
    ) -> Correction:
        """Accept, reject, edit or add a statement or event of an article; it outlives every re-reading.

        ``changes`` name the fields that are new: places as ``[start, end]``, actors by id in the record or by name.

        Raises:
            DeskError: there is no such article or item, or the changes make no sense.
        """
        return correct(self.store, article, kind, target, action, changes, author=author, note=note)

    def undo(self, correction: int, *, author: str) -> Correction:
        """Take a correction back; it stays in the history.

        Raises:
            DeskError: there is no such correction, or it is undone already.
        """
        return undo(self.store, correction, author=author)

    def corrections(self, article: str | None = None) -> list[Correction]:
        """All corrections of an article or of the desk, undone ones too, the first first."""
        with self.store.reading() as connection:
            return history(connection, article)

    def reviewed(self, article: str) -> Reviewed:
        """The record of an article with what was rejected too, and what was decided of what.

        Raises:
            DeskError: there is no such article.
        """
        with self.store.reading() as connection:
            return reviewed(connection, article)

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
