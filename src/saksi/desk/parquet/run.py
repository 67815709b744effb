"""A run that is asked like a desk, and answers in the same types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection, select

from saksi.desk import schema, told
from saksi.desk.claims import Claim
from saksi.desk.desk import Desk
from saksi.desk.filter import Filter, Question
from saksi.desk.ledger import WINDOW
from saksi.desk.listed import Listed
from saksi.desk.network import Network
from saksi.desk.parquet.copies import Printed, originals_among
from saksi.desk.parquet.facets import counted
from saksi.desk.parquet.people import join_people
from saksi.desk.parquet.store import RunStore
from saksi.desk.parquet.words import ranked
from saksi.desk.periods import By
from saksi.desk.replay import Reviewed
from saksi.desk.search import Found, Terms, found
from saksi.desk.stories import Member, Story
from saksi.desk.timelines import Timeline
from saksi.desk.trouble import trouble
from saksi.desk.voices import Quoted, Voice
from saksi.record import Record


def open_run(folder: str | Path) -> RunDesk:
    """The run in a folder that `saksi run` has written.

    Raises:
        DeskError: it is no run, it is not finished, duckdb is not installed, or a file of it cannot be read.
    """
    return RunDesk(RunStore.of(Path(folder)))


class RunDesk(Desk):
    """The answers of a desk over the tables of a run; it is read only.

    What a desk alone keeps is not there: whole records, stories, corrections, decisions of people. Who is who is found
    when it is first asked for.
    """

    store: RunStore

    def __init__(self, store: RunStore) -> None:
        super().__init__(store)
        self._joined = False

    def statements(self, wanted: Filter | None = None, *, limit: int | None = None, offset: int = 0) -> list[told.Said]:
        """The statements of a filter, the newest articles first."""
        self._ready(wanted)
        return super().statements(wanted, limit=limit, offset=offset)

    def events(self, wanted: Filter | None = None, *, limit: int | None = None, offset: int = 0) -> list[told.Done]:
        """The events of a filter, the latest first."""
        self._ready(wanted)
        return super().events(wanted, limit=limit, offset=offset)

    def search(
        self, words: str, wanted: Filter | None = None, *, limit: int = 20, offset: int = 0, by: str = "rank",
        spread: bool = True,
    ) -> Found:  # fmt: skip
        """The articles that hold all the words, best first (``by="date"``: newest first); every text is read for it."""
        self._ready(wanted)
        terms = Terms.of(words)
        with self.store.reading() as connection:
            keys = ranked(connection, Question(connection, wanted or Filter()), terms, by=by)
            facets = counted(connection, keys) if spread else {}
            return found(connection, keys, terms, facets, limit=limit, offset=offset)

    def articles(self, wanted: Filter | None = None, *, limit: int, offset: int = 0) -> list[Listed]:
        """The articles of a filter, the newest first."""
        self._ready(wanted)
        return super().articles(wanted, limit=limit, offset=offset)

    def ledger(self, wanted: Filter | None = None, *, contested: bool = False, window: int = WINDOW) -> list[Claim]:
        """What is told of each act, and by whom; copies are looked for among the articles that tell of them."""
        self._ready(wanted)
        return super().ledger(wanted, contested=contested, window=window)

    def claims(
        self, wanted: Filter | None = None, *, contested: bool = False, window: int = WINDOW, limit: int,
        offset: int = 0, tellings: int | None = None,
    ) -> tuple[list[Claim], int]:  # fmt: skip
        """A part of the ledger, and how many claims it has in all."""
        self._ready(wanted)
        return super().claims(wanted, contested=contested, window=window, limit=limit, offset=offset, tellings=tellings)

    def _originals(self, connection: Connection, keys: Sequence[int]) -> dict[int, int]:
        a = schema.articles
        query = select(a.c.key, a.c.published, a.c.text).where(a.c.key.in_(keys)).order_by(a.c.key)
        return originals_among(Printed(*row) for row in connection.execute(query).all())

    def timeline(
        self, one: str, other: str, wanted: Filter | None = None, *, by: By = "month", shown: int | None = None
    ) -> Timeline:
        """The events between two actors over time, with the usual level of their relations and its shifts."""
        self._ready(wanted, one, other)
        return super().timeline(one, other, wanted, by=by, shown=shown)

    def voices(self, name: str) -> list[Voice]:
        """Those called so (``"@12"``: the one of that number), who is named most first."""
        self._join()
        return super().voices(name)

    def most_quoted(self, wanted: Filter | None = None, *, limit: int = 10) -> list[Quoted]:
        """Who is quoted most."""
        self._join()
        return super().most_quoted(wanted, limit=limit)

    def network(self, wanted: Filter | None = None, *, most: int = 60) -> Network:
        """Who acts upon whom, of the ``most`` who are in most events."""
        self._join()
        return super().network(wanted, most=most)

    def record(self, article: str) -> Record:  # noqa: ARG002 - refused whatever is asked for
        """Refuse: a run holds tables, and no records (S653)."""
        self._refuse("records")

    def records(self, wanted: Filter | None = None) -> Iterator[Record]:  # noqa: ARG002
        """Refuse: a run holds tables, and no records (S653)."""
        self._refuse("records")

    def reviewed(self, article: str) -> Reviewed:  # noqa: ARG002
        """Refuse: a run holds tables, and no records (S653)."""
        self._refuse("records")

    def stories(self, *, limit: int = 20, offset: int = 0) -> list[Story]:  # noqa: ARG002
        """Refuse: nobody has looked for stories in a run (S653)."""
        self._refuse("stories")

    def story(self, number: int) -> tuple[Story, list[Member]]:  # noqa: ARG002
        """Refuse: nobody has looked for stories in a run (S653)."""
        self._refuse("stories")

    def _refuse(self, what: str) -> NoReturn:
        raise trouble("S653", f"{self.store.name} is a run, which holds tables and no {what}")

    def _ready(self, wanted: Filter | None, *names: str) -> None:
        """Find who is who where a number is asked for."""
        asked = (*names, *(wanted.actors if wanted else ()), (wanted.speaker if wanted else None) or "")
        if any(name.startswith("@") for name in asked):
            self._join()

    def _join(self) -> None:
        if not self._joined:
            join_people(self.store)
            self._joined = True
