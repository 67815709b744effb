"""A load that is killed again and again: ``python -m benchmarks.kills_load [TIMES] [URL]``.

A load of made articles runs in a process of its own and says after each batch how many are committed. At a random
moment it is killed (SIGKILL), a hundred times over; then the desk is looked at: every article that was said to be
committed must be there, each must be whole (actors, mentions, statements, events with their sides, words in the index,
spread and runs), and no row may be there that belongs to none. Then the load is started anew and goes on. The last one
is let run to its end, and must come to all articles. Exit code 1 if anything was lost or is half there.
"""

from __future__ import annotations

import gc
import multiprocessing
import random
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import Connection as Database
from sqlalchemy import func, select

from benchmarks.news import gold, made
from saksi.desk import Desk, open_desk, schema
from saksi.desk.load import load_batch
from saksi.desk.words import lemmas, words_of
from saksi.record import Record

TIMES, ARTICLES, BATCH = 100, 12_000, 50
LONGEST = 2.0  # seconds until it is killed: some batches
FORK = multiprocessing.get_context("fork")  # a process that need not read its articles first


def work(records: list[Record], where: str, said: Connection) -> None:
    """Load what is not there yet, batch by batch, and say so."""
    with open_desk(where, create=True) as desk:
        said.send(0)
        for start in range(desk.counts()["articles"], len(records), BATCH):
            load_batch(desk.store, records[start : start + BATCH])
            said.send(start + BATCH)


def killed(records: list[Record], where: str, after: float | None) -> tuple[int, bool]:
    """Run a load and kill it some seconds after it has opened the desk: what it said to be committed, and its end."""
    ours, its = FORK.Pipe(duplex=False)
    run = FORK.Process(target=work, args=(records, where, its))
    run.start()
    its.close()
    said = ours.recv()
    if after is not None:
        time.sleep(after)
        run.kill()
    try:
        while True:
            said = ours.recv()
    except EOFError:  # it is no more
        run.join()
    return said, run.exitcode == 0


def half(connection: Database, records: list[Record], seen: int) -> list[str]:
    """What is not whole of the articles that came since there were ``seen``."""
    wrong = []
    a = schema.articles
    count = connection.execute(select(func.count()).select_from(a)).scalar_one()
    if count % BATCH:
        wrong.append(f"{count} articles are no whole batches")
    new = records[seen:count]
    expected = {
        "actors": sum(len(one.actors) for one in new),
        "mentions": sum(len(actor.mentions) for one in new for actor in one.actors),
        "statements": sum(len(one.statements) for one in new),
        "events": sum(len(one.events) for one in new),
        "event_actors": sum(len(act.sources) + len(act.targets) for one in new for act in one.events),
        "event_statements": sum(len(act.according_to) for one in new for act in one.events),
        "spreads": len(new),
    }
    for name, rows in expected.items():
        table = schema.META.tables[name]
        found = connection.execute(select(func.count()).where(table.c.article > seen)).scalar_one()
        if found != rows:
            wrong.append(f"{found} rows of {name} where {rows} should be")
    ids = connection.execute(select(a.c.id).where(a.c.key > seen).order_by(a.c.key)).scalars().all()
    if list(ids) != [one.article.text_hash for one in new]:
        wrong.append("the articles are not those that were given")
    if connection.execute(select(func.count()).where(schema.prints.c.article > count)).scalar_one():
        wrong.append("runs of articles that are not there")
    if connection.dialect.name == "sqlite":
        wrong += [str(row) for row in connection.exec_driver_sql("PRAGMA quick_check") if row[0] != "ok"]
        indexed = connection.exec_driver_sql("SELECT count(*) FROM article_words_docsize").scalar_one()
        if indexed != count:
            wrong.append(f"{indexed} articles in the index of words, {count} on the desk")
    return wrong


def look(desk: Desk, records: list[Record], seen: int) -> tuple[int, list[str]]:
    """How many articles there are, and what is wrong."""
    with desk.store.reading() as connection:
        return desk.counts()["articles"], half(connection, records, seen)


def main(times: int, url: str | None) -> int:
    """Kill, look, go on."""
    chance = random.Random()  # noqa: S311 - another moment each time
    records = list(made(gold(), ARTICLES))
    for record in records[:500]:  # what looks words up is read once, and not anew in each process
        lemmas(words_of(record.article.text), record.reader.language)
    gc.freeze()  # nor is the memory that processes share gone through by each
    seen = lost = broken = empty = 0
    with tempfile.TemporaryDirectory() as folder:
        where = url or str(Path(folder) / "saksi.db")
        for number in range(1, times + 1):
            said, _ = killed(records, where, chance.uniform(0.0, LONGEST))
            with open_desk(where) as desk:
                count, wrong = look(desk, records, seen)
            lost += count < max(seen, said)
            broken += bool(wrong)
            empty += count == seen
            for line in wrong:
                print(f"kill {number}: {line}")
            seen = count
        _, done = killed(records, where, None)
        with open_desk(where) as desk:
            count, wrong = look(desk, records, seen)
    whole = done and count == len(records) and not wrong
    print(f"{times} kills, {empty} of them before a batch was committed; {seen:,} articles then")
    print(f"committed and lost: {lost} times; something half there: {broken} times")
    print(f"the last load went on to {count:,} of {len(records):,} articles, {'all whole' if whole else wrong}")
    return 0 if whole and not lost and not broken else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES, sys.argv[2] if len(sys.argv) > 2 else None))
