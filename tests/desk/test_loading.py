from __future__ import annotations

import gc
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from saksi.desk import open_desk, schema
from saksi.desk.collector import collector_held
from saksi.desk.insert import insert
from saksi.desk.load import load_batch
from saksi.desk.loading import Load, report
from saksi.desk.search import search
from saksi.desk.store import Store
from saksi.record import Article, ReaderInfo, Record
from saksi.sources import Unread
from saksi.version import __version__

from .conftest import records


class Reads:
    """Reads nothing into articles, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record | Unread]:
        for article in articles:
            self.count += 1
            if article.text == "aneh":
                yield Unread("berita.txt", "line 3", "S302", "the language is unknown", "name it")
            else:
                yield Record(article=article, reader=ReaderInfo(__version__, "id", "m-1.0"))


def run(store: Store, given: list[Article | Record | Unread], reader: Reads | None = None) -> Load:
    load = Load(store, ["kliping"])
    assert len(list(load.take(given, reader or Reads(), batch_size=2))) == (len(given) + 1) // 2
    load.finish()
    return load


def test_a_load_accounts_for_every_article(place: str) -> None:
    store = Store.open(place, create=True)
    unread = Unread("foto.png", "", "S211", "it is binary", "leave it out")
    load = run(store, [Article("satu"), unread, Article("aneh"), records()[0], Article("du\x00a")])
    assert (load.done.added, load.unread) == (2, 3)
    assert [one.code for _, one in report(store)] == ["S211", "S302", "S630"]
    with store.reading() as connection:
        row = connection.execute(select(schema.loads)).one()
    assert (row.added, row.unread, row.paths) == (2, 3, '["kliping"]')
    assert row.finished >= row.started
    store.close()


def test_a_batch_ends_sooner_where_articles_are_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.desk.loading._TO_READ", 2)
    store = Store.open(tmp_path / "saksi.db", create=True)
    load = Load(store, [])
    given: list[Article | Record | Unread] = [*records()[:3], *map(Article, ("satu", "dua", "tiga"))]
    assert [done.added for done in load.take(given, Reads())] == [5, 1]
    store.close()


def test_rows_go_in_whatever_their_number(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "saksi.db", create=True)
    for n in (1, 15, 16, 17, 80):
        with store.writing(checked=False) as connection:
            rows = [(n, f"e{m}", "source", m, "a1") for m in range(n)]
            insert(connection, "event_actors", ("article", "event", "side", "n", "actor"), rows)
            got = connection.execute(select(schema.event_actors).where(schema.event_actors.c.article == n)).all()
        assert sorted((row.article, row.event, row.side, row.n, row.actor) for row in got) == sorted(rows)
    store.close()


def test_the_collector_is_held_and_let_go() -> None:
    with pytest.raises(ValueError, match="broken"), collector_held():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_is_there_is_not_read_again(place: str) -> None:
    store, reader = Store.open(place, create=True), Reads()
    articles: list[Article | Record | Unread] = [Article("satu", url="https://a.example/1"), Article("dua")]
    run(store, articles, reader)
    again = run(store, articles, reader)
    assert (reader.count, again.done.same) == (2, 2)
    store.close()


def test_the_same_text_elsewhere_is_a_copy(place: str) -> None:
    store = Store.open(place, create=True)
    first = Article("satu", outlet="A", url="https://a.example/1")
    run(store, [first, Article("satu", outlet="B", url="https://b.example/9"), first])
    run(store, [Article("satu", outlet="B", url="https://b.example/9")])
    with store.reading() as connection:
        rows = connection.execute(select(schema.copies.c.outlet, schema.copies.c.n)).all()
        outlet = connection.execute(select(schema.articles.c.outlet)).scalar_one()
    assert sorted([row.outlet for row in rows] + [outlet]) == ["A", "B"]
    store.close()


def test_a_newer_reader_keeps_what_a_person_decided(place: str) -> None:
    with open_desk(place, create=True) as desk:
        desk.load(records())
        with desk.store.writing() as connection:
            connection.execute(
                text(
                    "INSERT INTO corrections (id, article, kind, action, exact, prefix, suffix, start, stop, value,"
                    " author, created)"
                    " VALUES (1, 'x', 'statement', 'reject', 'x', '', '', 0, 1, '{}', 'Ani', '2024-01-01')"
                )
            )
        newer = ReaderInfo("0.2.0", "id", "m-1.0")
        record = records()[0]
        assert load_batch(desk.store, [Record(article=record.article, reader=newer)]).replaced == 1
        assert desk.record("d1").statements == ()
        with desk.store.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM corrections")).scalar_one() == 1


SCRIPT = """
import sys
from saksi.desk.load import load_batch
from saksi.desk.store import Store
from saksi.record import Article, ReaderInfo, Record, Span, Statement
store = Store.open(sys.argv[1], create=True)
for batch in range(200):
    texts = [f"berita nomor {batch} {n} " + "kata " * 200 for n in range(20)]
    load_batch(store, [
        Record(article=Article(t), statements=(Statement("s1", "direct", (Span(0, 6, "berita"),)),),
               reader=ReaderInfo("0.1.0", "id", "m-1.0"))
        for t in texts
    ])
"""


def test_killed_at_any_moment_a_load_leaves_whole_articles(place: str) -> None:
    path, rng = place, random.Random(3)  # noqa: S311 - when to kill is no secret
    before = 0
    for _ in range(3):
        run_ = subprocess.Popen([sys.executable, "-c", SCRIPT, str(path)])  # noqa: S603 - our own interpreter
        time.sleep(0.8 + rng.random())
        run_.send_signal(signal.SIGKILL)
        run_.wait()
        store = Store.open(path, create=True)
        with closing(store), store.reading() as connection:
            articles = connection.execute(text("SELECT count(*) FROM articles")).scalar_one()
            said = connection.execute(text("SELECT count(*) FROM statements")).scalar_one()
            indexed = search(connection, "berita").total
        assert articles == said == indexed
        assert articles % 20 == 0
        assert articles >= before
        before = articles
