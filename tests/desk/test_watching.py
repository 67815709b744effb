"""Watching feeds: what is new is fetched once and loaded, and the desk remembers the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from saksi.desk import schema
from saksi.desk.feeds import backed_off
from saksi.desk.loading import report
from saksi.desk.store import Store
from saksi.desk.watching import Round, Watch
from saksi.errors import DeskError
from saksi.record import Article, ReaderInfo, Record
from saksi.sources import Unread
from saksi.sources.fetch import Limits
from saksi.sources.polite import Polite
from saksi.version import __version__

from ..sources.site import Site, page, rss, serving

START = datetime(2026, 1, 1, tzinfo=UTC)


class Reads:
    def pipe(self, articles: Iterable[Article]) -> Iterator[Record | Unread]:
        for article in articles:
            if "aneh" in article.text:
                yield Unread(article.url or "", "", "S302", "the language is unknown", "name it")
            else:
                yield Record(article=article, reader=ReaderInfo(__version__, "id", "m-1.0"))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        one.put("/feed", rss("/1", "/2"), "application/rss+xml", ETag='"one"', Last_Modified="Thu, 14 Sep 2023")
        for number in range(1, 6):
            one.put(f"/{number}", page(f"Banjir {number}"))
        yield one


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    store = Store.open(place, create=True)
    yield store
    store.close()


def watch(store: Store, *feeds: str, after: timedelta = timedelta(0), limit: int | None = None) -> Round:
    """A round as of a program that was started anew."""
    web = Polite(limits=Limits(allowed=frozenset({"localhost"}), max_bytes=50_000), delay=0)
    return Watch(store, Reads(), web, now=lambda: START + after).round(list(feeds), limit=limit)


def told(store: Store) -> list[tuple[str, str]]:
    return [(one.code, one.path.rpartition("/")[2]) for _, one in report(store)]


def titles(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.execute(select(schema.articles.c.title).order_by(schema.articles.c.key)).scalars())


def test_new_entries_are_loaded_and_a_restart_fetches_nothing_twice(store: Store, site: Site) -> None:
    first = watch(store, site.url("/feed"))
    assert (first.asked, first.new, first.done.added, first.unread, first.left) == (1, 2, 2, 0, 0)
    assert site.paths() == ["/feed", "/1", "/2"]
    with store.reading() as connection:
        row = connection.execute(select(schema.articles)).first()
    assert row is not None
    assert (row.url, row.title, row.published) == (site.url("/1"), "Banjir 1", "2023-09-14T08:00:00+07:00")
    assert row.retrieved
    site.asked.clear()
    second = watch(store, site.url("/feed"))
    assert (second.unchanged, second.new, second.load) == (1, 0, None)
    assert site.paths() == ["/feed"]
    sent = site.headers("/feed")
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"one"', "Thu, 14 Sep 2023")


def test_only_what_is_new_is_fetched_whichever_feed_names_it(store: Store, site: Site) -> None:
    watch(store, site.url("/feed"))
    site.put("/feed", rss("/3", "/1", "/2"), ETag='"two"')
    site.put("/other", rss("/2", "/4"))
    site.asked.clear()
    done = watch(store, site.url("/feed"), site.url("/other"))
    assert (done.new, done.done.added) == (2, 2)
    assert sorted(site.paths()) == ["/3", "/4", "/feed", "/other"]


def test_a_limit_leaves_the_others_waiting_though_the_feed_is_unchanged(store: Store, site: Site) -> None:
    first = watch(store, site.url("/feed"), limit=1)
    assert (first.done.added, first.left) == (1, 1)
    second = watch(store, site.url("/feed"), limit=1)
    assert (second.unchanged, second.done.added, second.left) == (1, 1, 0)
    assert titles(store) == ["Banjir 1", "Banjir 2"]


def test_a_round_that_is_killed_goes_on_where_it_was(store: Store, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.desk.watching.Feeds.settle", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        watch(store, site.url("/feed"))
    monkeypatch.undo()
    done = watch(store, site.url("/feed"))
    assert (done.unchanged, done.done.added, done.done.same, done.left) == (1, 0, 2, 0)
    assert len(titles(store)) == 2


def test_what_cannot_be_read_is_in_the_report(store: Store, site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /closed\n", "text/plain")
    site.put("/film", b"\0\0", "video/mp4")
    site.put("/large", page("x" * 60_000))
    site.put("/menu", b"<html><body><a href='/'>Home</a></body></html>")
    site.put("/aneh", page("aneh"))
    site.lead("/away", site.url("/1", "127.0.0.1"))
    links = [
        "/1",
        "/closed",
        "/film",
        "/large",
        "/menu",
        "/aneh",
        "/away",
        "/none",
        "http://10.0.0.1/x",
        "mailto:x@y.z",
    ]
    site.put("/feed", rss(*links))
    done = watch(store, site.url("/feed"))
    assert (done.done.added, done.unread, done.left) == (1, 9, 0)
    assert sorted(told(store)) == [
        ("S220", "menu"), ("S251", "away"), ("S251", "x"), ("S254", "none"), ("S255", "large"), ("S256", "closed"),
        ("S260", "film"), ("S263", "feed"), ("S302", "aneh"),
    ]  # fmt: skip
    assert (
        watch(store, site.url("/feed"), after=timedelta(days=30)).unread == 1
    )  # what the feed lacks, and no page again


def test_feeds_that_cannot_be_read_do_not_stop_the_others(store: Store, site: Site) -> None:
    site.put("/huge", b"<rss>" + b"x" * 60_000)
    site.put("/laughs", rss("/3", head="<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"))
    site.put("/page", page("Bukan feed"))
    site.put("/half", rss("/3", "/4", "/5")[:-150], ETag='"half"')
    names = ["huge", "laughs", "page", "none", "half", "feed"]
    done = watch(store, *(site.url(f"/{name}") for name in names))
    assert (done.asked, done.failed, done.unread) == (6, 4, 5)
    assert told(store) == [
        ("S255", "huge"), ("S259", "laughs"), ("S258", "page"), ("S254", "none"), ("S258", "half"),
    ]  # fmt: skip
    assert sorted(titles(store)) == ["Banjir 1", "Banjir 2", "Banjir 3", "Banjir 4"]
    site.put("/half", rss("/3", "/4", "/5"), ETag='"half"')
    assert watch(store, site.url("/half")).done.added == 1


def test_a_feed_that_fails_is_asked_ever_more_rarely(store: Store, site: Site) -> None:
    feed = site.url("/feed")
    site.put("/feed", b"", status=500)
    asked_at = [minutes for minutes in range(0, 300, 5) if watch(store, feed, after=timedelta(minutes=minutes)).asked]
    assert asked_at == [0, 15, 45, 105, 225]
    site.put("/feed", rss("/1"))
    assert watch(store, feed, after=timedelta(days=2)).done.added == 1
    assert watch(store, feed, after=timedelta(days=2)).asked == 1


def test_a_server_says_when_to_come_again(store: Store, site: Site) -> None:
    feed = site.url("/feed")
    site.put("/feed", b"", status=429, Retry_After="7200")
    assert watch(store, feed).failed == 1
    assert watch(store, feed, after=timedelta(minutes=119)).resting == 1
    site.put("/feed", b"", status=503, Retry_After="Fri, 02 Jan 2026 00:00:00 GMT")
    assert watch(store, feed, after=timedelta(minutes=121)).asked == 1
    assert watch(store, feed, after=timedelta(hours=23)).resting == 1
    assert watch(store, feed, after=timedelta(hours=25)).asked == 1


def test_pages_of_a_busy_host_wait_and_are_given_up_after_five_tries(store: Store, site: Site) -> None:
    feed = site.url("/feed")
    site.put("/1", b"", status=503)
    first = watch(store, feed)
    assert (site.paths(), first.unread, first.left) == (["/feed", "/1"], 1, 1)
    second = watch(store, feed, after=timedelta(minutes=1))
    assert (second.done.added, site.paths()[2:]) == (1, ["/feed", "/2"])
    for days in range(2, 10):
        watch(store, feed, after=timedelta(days=days))
    assert site.paths().count("/1") == 5


def test_waits_grow_up_to_a_day() -> None:
    minutes = [backed_off(n).total_seconds() / 60 for n in (1, 2, 3, 7, 8, 1000)]
    assert minutes == [15, 30, 60, 960, 1440, 1440]


def test_a_database_that_fails_ends_the_round(store: Store, site: Site) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE feed_entries")
    with pytest.raises(DeskError):
        watch(store, site.url("/feed"))
