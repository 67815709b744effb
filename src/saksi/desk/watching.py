"""Watching: one round asks every feed that is due, fetches the pages of new entries, and loads them into the desk.

What cannot be read is kept with the load, like what cannot be read of files. Everything is remembered in the desk as
soon as it is done, so a round that is killed goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, islice, zip_longest
from typing import Final

import msgspec

from saksi.desk.feeds import Feeds, Waiting, stamp
from saksi.desk.load import Loaded
from saksi.desk.loading import Given, Load, Reads
from saksi.desk.store import Store
from saksi.errors import SourceError
from saksi.sources.feed import parse_feed, shortcoming
from saksi.sources.fetch import Answer, split
from saksi.sources.news_page import article_of_page
from saksi.sources.polite import Polite, is_busy, is_passing, refusal
from saksi.sources.retry import asked_wait
from saksi.sources.trouble import Unread

# Pages that are fetched before they are read and loaded: so much is fetched again if the program is killed.
_BATCH: Final = 10


class Round(msgspec.Struct):
    """What a round came to: how many feeds were asked, unchanged, failed or not due, and what became of entries.

    ``load`` is the number of the load in the desk, null where there was nothing to load or to tell.
    """

    asked: int = 0
    unchanged: int = 0
    failed: int = 0
    resting: int = 0
    new: int = 0
    done: Loaded = msgspec.field(default_factory=Loaded)
    unread: int = 0
    left: int = 0
    load: int | None = None

    @property
    def read(self) -> int:
        """How many articles are on the desk now that the round brought."""
        return self.done.added + self.done.replaced + self.done.same


class Watch:
    """Feeds that are watched for a desk: ``web`` asks for them and their pages, ``reader`` reads these."""

    def __init__(
        self,
        store: Store,
        reader: Reads,
        web: Polite,
        *,
        max_chars: int = 1_000_000,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.store, self.reader, self.web, self.max_chars = store, reader, web, max_chars
        self.feeds = Feeds(store)
        self._now = now

    def round(self, feeds: Sequence[str], *, limit: int | None = None) -> Round:
        """Ask the feeds that are due and load the pages of their new entries, at most ``limit`` of them.

        Entries beyond the limit wait for the next round. No feed and no page ends the round.

        Raises:
            DeskError: the database failed; what was done before is kept.
        """
        done = Round()
        troubles = [one for url in feeds if (one := self._ask_feed(url, done)) is not None]
        waiting = _mixed(self.feeds.waiting(feeds, self._now()))
        if waiting or troubles:
            load = Load(self.store, feeds)
            done.load = load.id
            for _ in load.take(troubles, self.reader):
                pass
            pages, busy = islice(waiting, limit), set[str]()
            while batch := list(islice(pages, _BATCH)):
                self._load_pages(batch, load, busy)
            load.finish()
            done.done, done.unread = load.done, load.unread
        done.left = len(self.feeds.waiting(feeds, self._now()))
        return done

    def _ask_feed(self, url: str, done: Round) -> Unread | None:
        """Ask a feed if it is due, and keep its new entries; returns what is to be reported of it."""
        known, now = self.feeds.known(url), self._now()
        if known.due > stamp(now):
            done.resting += 1
            return None
        done.asked += 1
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        answer: Answer | None = None
        try:
            answer = self.web.get(url, {name: value for name, value in headers.items() if value})
            if (error := refusal(answer)) is not None:
                raise error
            if answer.status == 304:
                done.unchanged += 1
                self.feeds.keep(url, now, None)
                return None
            feed = parse_feed(answer.body, answer.url)
        except SourceError as error:
            self.feeds.failed(url, now, f"[{error.code}] {error.what}", asked_wait(answer, now))
            done.failed += 1
            return Unread.of(url, "", error)
        done.new += self.feeds.keep(url, now, feed, answer.header("etag"), answer.header("last-modified"))
        wanting = shortcoming(feed)
        return Unread.of(url, "", wanting) if wanting else None

    def _load_pages(self, batch: Sequence[Waiting], load: Load, busy: set[str]) -> None:
        """Fetch some pages and load them; hosts that are down or busy are left alone for the rest of the round."""
        given: list[Given] = []
        settled: list[str] = []
        later: list[tuple[Waiting, timedelta]] = []
        for one in batch:
            host = _host(one)
            if host in busy:
                continue
            answer: Answer | None = None
            try:
                answer = self.web.get(one.entry.url)
                if (error := refusal(answer)) is not None:
                    raise error
                given.append(article_of_page(answer, one.entry, max_chars=self.max_chars))
            except SourceError as error:
                given.append(Unread.of(one.entry.url, "", error))
                if is_passing(error, answer):
                    later.append((one, asked_wait(answer, self._now())))
                    if is_busy(error, answer):
                        busy.add(host)
                    continue
            settled.append(one.entry.url)
        for _ in load.take(given, self.reader):
            pass
        self.feeds.settle(settled, later, self._now())


def _mixed(waiting: Sequence[Waiting]) -> Sequence[Waiting]:
    """The entries in turns, one of each host after the other: nobody waits where another could be asked."""
    hosts: dict[str, list[Waiting]] = {}
    for one in waiting:
        hosts.setdefault(_host(one), []).append(one)
    turns: Iterator[Waiting | None] = chain.from_iterable(zip_longest(*hosts.values()))
    return [one for one in turns if one is not None]


def _host(one: Waiting) -> str:
    return str(split(one.entry.url).hostname)
