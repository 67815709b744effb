"""A load: articles read and records taken in, in batches, with an account of every one.

What is on the desk already is not read again: the model is the slow part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final, Protocol

from sqlalchemy import func, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.load import Loaded, load_batch
from saksi.desk.store import Store
from saksi.desk.there import There, articles_there, newer
from saksi.record import Article, ReaderInfo, Record
from saksi.sources import Unread
from saksi.version import __version__

BATCH: Final = 1000  # records of a transaction
# Articles of a transaction that the model is still to read, which takes it some ten seconds: a kill loses no more.
_TO_READ: Final = 500
Given = Article | Record | Unread


class Reads(Protocol):
    """What turns articles into records: a Reader."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record | Unread]:
        """The records of the articles, in order; ``Unread`` for those that cannot be read."""


class Load:
    """One load into a desk, kept in its tables ``loads`` and ``unread``."""

    def __init__(self, store: Store, paths: Sequence[str]) -> None:
        self.store, self.done, self.unread = store, Loaded(), 0
        with store.writing(shown=False) as connection:
            last = connection.execute(select(func.max(schema.loads.c.id))).scalar() or 0
            self.id: int = last + 1
            row = (self.id, _now(), __version__, json.dumps(list(paths), ensure_ascii=False))
            insert(connection, "loads", ("id", "started", "saksi", "paths"), [row])

    def take(self, given: Iterable[Given], reader: Reads, *, batch_size: int = BATCH) -> Iterator[Loaded]:
        """Read what needs to be read, and write it; yields what each batch came to.

        Raises:
            DeskError: the database failed; the batches before are kept.
        """
        for batch in _batches(given, batch_size):
            unread = [one for one in batch if isinstance(one, Unread)]
            records = [one for one in batch if isinstance(one, Record)]
            articles, same = self._news([one for one in batch if isinstance(one, Article)])
            for one in reader.pipe(articles) if articles else ():
                (unread if isinstance(one, Unread) else records).append(one)  # type: ignore[arg-type]
            done = load_batch(self.store, records, self.id)
            done.same += same
            self._keep(unread + done.left_out, done)
            self.done += done
            yield done

    def _news(self, articles: list[Article]) -> tuple[list[Article], int]:
        """The articles that this Saksi has not read into the desk, and how many it has."""
        if not articles:
            return [], 0
        with self.store.reading() as connection:
            there = articles_there(connection, [article.text_hash for article in articles])
            table = schema.articles
            seen = select(table.c.id, table.c.outlet, table.c.url).where(table.c.id.in_(there))
            places = {(row.id, row.outlet, row.url) for row in connection.execute(seen)}
        current = {name for name, old in there.items() if not _is_older(old)}
        kept = [
            article
            for article in articles
            if article.text_hash not in current or (article.text_hash, article.outlet, article.url) not in places
        ]
        return kept, len(articles) - len(kept)

    def _keep(self, unread: Sequence[Unread], done: Loaded) -> None:
        with self.store.writing(shown=False) as connection:
            rows = [
                (self.id, self.unread + n, one.path, one.where, one.code, one.reason, one.hint)
                for n, one in enumerate(unread)
            ]
            if rows:
                insert(connection, "unread", ("load", "n", "path", "place", "code", "reason", "hint"), rows)
            self.unread += len(rows)
            table, total = schema.loads, self.done + done
            values = {"added": total.added, "replaced": total.replaced, "same": total.same, "unread": self.unread}
            connection.execute(table.update().where(table.c.id == self.id).values(values))

    def finish(self) -> None:
        """Note that the load came to its end."""
        table = schema.loads
        with self.store.writing(shown=False) as connection:
            connection.execute(table.update().where(table.c.id == self.id).values(finished=_now()))


def report(store: Store, loads: int = 1) -> list[tuple[int, Unread]]:
    """What the last loads could not read: the number of the load, and the article with its reason.

    Raises:
        DeskError: the desk cannot be read.
    """
    table = schema.unread
    with store.reading() as connection:
        newest = select(schema.loads.c.id).order_by(schema.loads.c.id.desc()).limit(loads)
        last = connection.execute(newest).scalars().all()
        query = select(table).where(table.c.load.in_(last)).order_by(table.c.load.desc(), table.c.n)
        rows = connection.execute(query).all()
    return [(row.load, Unread(row.path, row.place, row.code, row.reason, row.hint)) for row in rows]


def _batches(given: Iterable[Given], most: int) -> Iterator[list[Given]]:
    """What is given, some at a time; fewer where there is much to read."""
    batch: list[Given] = []
    to_read = 0
    for one in given:
        batch.append(one)
        to_read += isinstance(one, Article)
        if len(batch) >= most or to_read >= _TO_READ:
            yield batch
            batch, to_read = [], 0
    if batch:
        yield batch


def _is_older(old: There) -> bool:
    """Whether this Saksi is newer than the one that read an article; its model is not asked for."""
    model = (old.reader_language, old.model)
    return newer(ReaderInfo(__version__, *model), ReaderInfo(old.saksi, *model))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
