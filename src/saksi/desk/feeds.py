"""What a desk remembers of the feeds that are watched: what they said last, and which entries wait to be fetched.

Times are ISO 8601 in UTC, so that they can be compared as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.store import Store
from saksi.sources.feed import Entry, Feed

FIRST_WAIT: Final = timedelta(minutes=15)
LONGEST_WAIT: Final = timedelta(days=1)
MOST_TRIES: Final = 5
_PIECE: Final = 500
_MAX_HEADER: Final = 1_000


class Known(msgspec.Struct, frozen=True):
    """A feed as it was when it was asked last; ``due`` is when it may be asked again, empty for at once."""

    etag: str = ""
    modified: str = ""
    due: str = ""
    failures: int = 0


class Waiting(msgspec.Struct, frozen=True):
    """An entry whose page has not been fetched, and how often that was tried."""

    entry: Entry
    feed: str
    tries: int


def stamp(at: datetime) -> str:
    """A time as the tables hold it."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def backed_off(failures: int, asked: timedelta = timedelta(0)) -> timedelta:
    """How long to wait after so many failures in a row: 15 minutes, doubled each time, a day at most.

    ``asked`` is the wait that the server asks for; it is obeyed if it is longer, up to a day.
    """
    doubled = FIRST_WAIT * (1 << min(max(failures - 1, 0), 10))
    return min(max(doubled, asked), LONGEST_WAIT)


class Feeds:
    """The tables ``feeds`` and ``feed_entries`` of a desk."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def known(self, url: str) -> Known:
        """What is remembered of a feed.

        Raises:
            DeskError: the database failed (all methods).
        """
        table = schema.feeds
        with self.store.reading() as connection:
            row = connection.execute(select(table).where(table.c.url == url)).one_or_none()
        return Known(row.etag or "", row.modified or "", row.due or "", row.failures) if row else Known()

    def keep(self, url: str, now: datetime, feed: Feed | None, etag: str = "", modified: str = "") -> int:
        """Remember a feed that answered, and its new entries in the same transaction; returns how many are new.

        ``feed`` is null where it has not changed. One that breaks off will be asked for as a whole again.
        """
        values: dict[str, object] = {"checked": stamp(now), "due": None, "why": None, "failures": 0}
        if feed is not None:
            said = ("", "") if feed.broken_off else (etag, modified)
            values |= {"title": feed.title, "etag": _header(said[0]), "modified": _header(said[1])}
        with self.store.writing(shown=False) as connection:
            _put(connection, url, values)
            return _add(connection, url, feed.entries, stamp(now)) if feed is not None else 0

    def failed(self, url: str, now: datetime, why: str, asked: timedelta = timedelta(0)) -> None:
        """Remember that a feed could not be read, and when it may be asked again."""
        failures = self.known(url).failures + 1
        due = stamp(now + backed_off(failures, asked))
        with self.store.writing(shown=False) as connection:
            _put(connection, url, {"checked": stamp(now), "due": due, "why": why, "failures": failures})

    def waiting(self, feeds: Sequence[str], now: datetime) -> list[Waiting]:
        """The entries of these feeds whose pages are to be fetched now, in the order in which they were seen."""
        table, found = schema.feed_entries, []
        with self.store.reading() as connection:
            for feed in feeds:
                query = select(table).where(table.c.feed == feed, table.c.state == "waiting", table.c.due <= stamp(now))
                rows = connection.execute(query.order_by(table.c.seen, table.c.url))
                found += [Waiting(Entry(row.url, row.title, row.published), feed, row.tries) for row in rows]
        return found

    def settle(self, done: Sequence[str], later: Sequence[tuple[Waiting, timedelta]], now: datetime) -> None:
        """Remember that entries are done with, and which are to be tried again and after how long at least.

        An entry that was tried five times is given up.
        """
        table = schema.feed_entries
        with self.store.writing(shown=False) as connection:
            for url in done:
                connection.execute(table.update().where(table.c.url == url).values(state="done"))
            for one, asked in later:
                tries = one.tries + 1
                state = "waiting" if tries < MOST_TRIES else "given up"
                values = {"state": state, "tries": tries, "due": stamp(now + backed_off(tries, asked))}
                connection.execute(table.update().where(table.c.url == one.entry.url).values(values))


def _put(connection: Connection, url: str, values: dict[str, object]) -> None:
    table = schema.feeds
    if not connection.execute(table.update().where(table.c.url == url).values(values)).rowcount:
        connection.execute(table.insert().values(url=url, **values))


def _add(connection: Connection, feed: str, entries: Sequence[Entry], now: str) -> int:
    """Add the entries whose pages no feed has named yet; returns how many."""
    table = schema.feed_entries
    there: set[str] = set()
    for start in range(0, len(entries), _PIECE):
        urls = [entry.url for entry in entries[start : start + _PIECE]]
        there.update(connection.execute(select(table.c.url).where(table.c.url.in_(urls))).scalars())
    new = [(one.url, feed, one.title, one.published, "waiting", now, now) for one in entries if one.url not in there]
    if new:
        insert(connection, "feed_entries", ("url", "feed", "title", "published", "state", "seen", "due"), new)
    return len(new)


def _header(value: str) -> str | None:
    """A header that can be kept and sent again."""
    return value if value and value.isprintable() and len(value) <= _MAX_HEADER else None
