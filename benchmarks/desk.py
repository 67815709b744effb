"""How quickly a desk takes records in, and how quickly it answers while it does: `python -m benchmarks.desk`.

20,000 articles are made from the project's own gold: each is one of them with its sentences in another order and a
number of its own, so that texts differ, words repeat as in news, and records stay true to their texts. No article is
read by the model here: records are what the desk takes in. With a URL it measures a PostgreSQL database.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles

import msgspec

import saksi
from saksi.desk import Desk, Filter, open_desk
from saksi.record import Actor, Article, Event, Mention, Place, Record, Span, Statement

ARTICLES, BATCH, ASKED = 20_000, 500, 300
WORDS = ("senjata", "sanksi", "presiden", "military", "minister", '"luar negeri"', "kapal -sanksi", "talks Brazil")
FIRST = date(2022, 1, 1)


def gold() -> list[Record]:
    """The records of the project's own articles."""
    given = []
    for path in sorted(Path("gold").glob("[a-z][a-z]/*.json")):
        data = msgspec.json.decode(path.read_bytes())
        given.append(Article(text=data["text"], id=data["id"], title=data.get("title"), language=data["lang"]))
    return [one for one in saksi.Reader().pipe(given) if isinstance(one, Record)]


def made(records: list[Record], count: int) -> Iterator[Record]:
    """Articles of many days and houses, each a gold one with a sentence before it."""
    chance = random.Random(7)  # noqa: S311 - the same desk each time
    for number in range(count):
        record = records[number % len(records)]
        words = record.article.text.split()
        before = " ".join(chance.choice(words) for _ in range(60)) + f" {number}.\n"
        day = (FIRST + timedelta(days=number // 20)).isoformat()
        yield moved(record, before, f"house{number % 12}.example", day, number)


def moved(record: Record, before: str, outlet: str, day: str, number: int) -> Record:
    """The record with words put before its text."""
    by = len(before)

    def span(one: Span | None) -> Span | None:
        return one and Span(one.start + by, one.end + by, one.text)

    def mention(one: Mention) -> Mention:
        return Mention(one.start + by, one.end + by, one.text, one.kind)

    def actor(one: Actor) -> Actor:
        return msgspec.structs.replace(one, mentions=tuple(map(mention, one.mentions)))

    def said(one: Statement) -> Statement:
        content = tuple(Span(s.start + by, s.end + by, s.text) for s in one.content)
        return msgspec.structs.replace(one, content=content, cue=span(one.cue), source=span(one.source))

    def act(one: Event) -> Event:
        place = one.place and Place(one.place.start + by, one.place.end + by, one.place.text, one.place.country)
        words = span(one.date.text)
        trigger = Span(one.trigger.start + by, one.trigger.end + by, one.trigger.text)
        date_ = msgspec.structs.replace(one.date, text=words)
        return msgspec.structs.replace(one, trigger=trigger, place=place, date=date_)

    article = msgspec.structs.replace(
        record.article, text=before + record.article.text, id=f"n{number}", outlet=outlet, published=day
    )
    return msgspec.structs.replace(
        record, article=article, actors=tuple(map(actor, record.actors)),
        statements=tuple(map(said, record.statements)), events=tuple(map(act, record.events)),
    )  # fmt: skip


def load(desk: Desk, records: list[Record]) -> tuple[float, float]:
    """Records a CPU-second and a second."""
    cpu, wall = time.thread_time(), time.perf_counter()
    for start in range(0, len(records), BATCH):
        desk.load(records[start : start + BATCH])
    return len(records) / (time.thread_time() - cpu), len(records) / (time.perf_counter() - wall)


def asked(desk: Desk, done: threading.Event | None = None) -> list[float]:
    """The milliseconds of searches: words alone, and with a filter."""
    times = []
    chance = random.Random(3)  # noqa: S311
    while len(times) < ASKED or (done and not done.is_set()):
        words = chance.choice(WORDS)
        month = (FIRST + timedelta(days=chance.randrange(900))).isoformat()[:7]
        wanted = chance.choice(
            (Filter(), Filter(since=month), Filter(actors=("RUS",)), Filter(outlet="house3.example"))
        )
        start = time.perf_counter()
        desk.search(words, wanted)
        times.append((time.perf_counter() - start) * 1000)
    return times


def told(name: str, times: list[float]) -> None:
    """Print how long answers took."""
    print(f"{name}: median {median(times):.1f} ms, p99 {quantiles(times, n=100)[98]:.1f} ms over {len(times)}")


def main() -> None:
    """Load, search, and search while a load runs."""
    records = list(made(gold(), ARTICLES))
    with tempfile.TemporaryDirectory() as folder:
        where = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "saksi.db")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        with open_desk(where, create=True) as desk:
            cpu, wall = load(desk, records)
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"load of {ARTICLES:,} records: {cpu:,.0f} a CPU-second, {wall:,.0f} a second")
            print(f"memory: {after - before:.0f} MiB more than the records themselves")
            told("search", asked(desk))
            more = list(made(gold(), ARTICLES + 3_000))[ARTICLES:]
            done = threading.Event()
            found: list[float] = []

            def search() -> None:
                with open_desk(where) as other:
                    found.extend(asked(other, done))

            thread = threading.Thread(target=search)
            thread.start()
            load(desk, more)
            done.set()
            thread.join()
            told("search while a load runs (one process)", found)
            start = time.perf_counter()
            count = desk.find_stories()
            print(f"stories over all of it: {count:,} in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
