"""The number of changes rises when answers of the desk do, and for nothing else: pages that are kept hold by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec
import pytest

from saksi.desk import Desk, open_desk
from saksi.desk.feeds import Feeds
from saksi.desk.loading import Load
from saksi.record import Article, Record
from saksi.sources import Unread
from saksi.sources.feed import Entry, Feed

from .conftest import records

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def desk(place: str) -> Iterator[Desk]:
    with open_desk(place, create=True) as made:
        made.load(records())
        yield made


def state(desk: Desk) -> tuple[int, int]:
    return desk.store.changes(), desk.store.written


def test_articles_copies_and_decisions_raise_it(desk: Desk) -> None:
    before = state(desk)
    seen = records()[0]
    desk.load([msgspec.structs.replace(seen, article=msgspec.structs.replace(seen.article, outlet="Harian Lain"))])
    assert state(desk) == (before[0] + 1, before[1] + 1)
    desk.correct(seen.article.text_hash, "event", "e1", "accept", author="rina")
    assert state(desk) == (before[0] + 2, before[1] + 2)


def test_what_is_there_already_does_not(desk: Desk) -> None:
    before = state(desk)
    desk.load(records())
    assert state(desk) == before


def test_the_books_of_loads_and_feeds_do_not(desk: Desk) -> None:
    before = state(desk)
    load = Load(desk.store, ["http://localhost/feed"])
    for _ in load.take(records(), _Nothing()):
        pass
    load.finish()
    feeds = Feeds(desk.store)
    feeds.keep("http://localhost/feed", NOW, Feed("Berita", (Entry("http://localhost/1"),)))
    feeds.keep("http://localhost/feed", NOW, None)
    feeds.failed("http://localhost/other", NOW, "[S501] it is down")
    feeds.settle(["http://localhost/1"], [], NOW)
    assert feeds.waiting(["http://localhost/feed"], NOW) == []
    assert state(desk) == before


class _Nothing:
    def pipe(self, articles: Iterable[Article]) -> Iterator[Record | Unread]:  # noqa: ARG002
        return iter(())
