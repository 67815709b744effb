"""How quickly a desk takes records in, and how quickly it answers: ``python -m benchmarks.desk [URL]``.

20,000 articles like those of many newspapers (``benchmarks.news``: each its own words, one in twenty a copy) are put
into a new desk, in SQLite or, with a URL, in PostgreSQL. No article is read by the model here: records are what the
desk takes in, and to make them is not counted. Then words are searched for, with and without a filter, all facets
counted: alone, and while a load of 5,000 more runs in another process. Rates are of processor time; for answers both
that and the time that passes is told, which depends on what else the machine does.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from benchmarks.news import FIRST, gold, made
from saksi.desk import Filter, open_desk
from saksi.desk.loading import BATCH
from saksi.record import Record

ARTICLES, MORE, ASKED = 20_000, 5_000, 300
WORDS = ("senjata", "sanksi", "presiden", "military", "minister", '"luar negeri"', "kapal -sanksi", "talks Brazil")
FORK = multiprocessing.get_context("fork")


def memory() -> float:
    """The MiB of this process now."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def load(where: str, records: list[Record], count: int, start: int = 0) -> None:
    """Load made articles, and tell records a CPU-second and a second, and the memory, after each quarter."""
    given = made(records, count, start=start)
    cpu = wall = 0.0
    done = 0
    with open_desk(where, create=True) as desk:
        while batch := list(islice(given, BATCH)):
            begun, at = time.process_time(), time.perf_counter()
            desk.load(batch)
            cpu, wall, done = cpu + time.process_time() - begun, wall + time.perf_counter() - at, done + len(batch)
            if done % (count // 4) == 0:
                rates = f"{done / cpu:,.0f} a CPU-second, {done / wall:,.0f} a second"
                print(f"  load of {done:,} records: {rates}; {memory():,.0f} MiB", flush=True)


def asked(where: str, going: Callable[[], bool]) -> list[tuple[float, float]]:
    """The milliseconds of searches, passed and of the processor: words alone, and with a filter."""
    times: list[tuple[float, float]] = []
    chance = random.Random(3)  # noqa: S311 - the same searches each time
    with open_desk(where) as desk:
        for words in WORDS:
            desk.search(words)
        while len(times) < ASKED or going():
            month = (FIRST + timedelta(days=chance.randrange(900))).isoformat()[:7]
            filters = (Filter(), Filter(since=month), Filter(actors=("RUS",)), Filter(outlet="house3.example"))
            words, wanted = chance.choice(WORDS), chance.choice(filters)
            at, begun = time.perf_counter(), time.process_time()
            desk.search(words, wanted)
            times.append(((time.perf_counter() - at) * 1000, (time.process_time() - begun) * 1000))
    return times


def told(name: str, times: list[tuple[float, float]]) -> None:
    """Print how long answers took."""
    print(f"{name}, {len(times)} searches:")
    for kind, some in zip(("passed", "of the processor"), zip(*times, strict=True), strict=True):
        print(f"  median {median(some):.1f} ms, p99 {quantiles(some, n=100)[98]:.1f} ms {kind}")


def main() -> None:
    """Load, search, and search while a load runs."""
    records = gold()
    with tempfile.TemporaryDirectory() as folder:
        where = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "saksi.db")
        load(where, records, ARTICLES)
        told("alone", asked(where, lambda: False))
        more = FORK.Process(target=load, args=(where, records, MORE, ARTICLES))
        more.start()
        told("while a load runs", asked(where, more.is_alive))
        more.join()
        with open_desk(where) as desk:
            begun = time.process_time()
            count = desk.find_stories()
            print(f"stories over all of it: {count:,} in {time.process_time() - begun:.1f} CPU-seconds")


if __name__ == "__main__":
    main()
