"""How quickly the web desk answers: `python -m benchmarks.web [DESK]`.

A desk of 20,000 articles as `benchmarks.desk` makes them, and one article of 2,000 words with 100 marks. A server runs
in a process of its own, and 20 clients ask for pages of all kinds, with other words, sides and names each time: first
of a desk at rest, then while another process loads articles into it. With a path the desk is made there, or taken from
there if it is there already.
"""

from __future__ import annotations

import gzip
import http.client
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

import msgspec

from benchmarks.desk import ARTICLES, WORDS
from benchmarks.long_article import long_article
from benchmarks.news import gold, made
from saksi.desk import open_desk
from saksi.desk.loading import BATCH
from saksi.record import Record

CLIENTS, SECONDS, PORT = 20, 40, 8799
PAUSE = 1.0  # seconds in which a client reads the page that it got
LOADED = 3_000
CODES = ("RUS", "USA", "CHN", "JPN", "KOR", "PRK", "IDN", "UKR", "PHL", "VNM")
PICK: dict[str, Callable[[random.Random], str]] = {
    "today": lambda _: "/",
    "search": lambda chance: f"/search?q={quote(chance.choice(WORDS))}{since(chance)}",
    "dyad": lambda chance: "/dyad?one={}&other={}".format(*chance.sample(CODES, 2)),
    "ledger": lambda chance: f"/ledger?contested={chance.choice(('true', 'false'))}{month(chance)}",
    "network": lambda chance: f"/network?most={chance.choice((60, 120))}{month(chance)}",
    "actor": lambda chance: f"/actor/{chance.randrange(1, 150)}",
}


def since(chance: random.Random) -> str:
    """The whole desk half of the time, else from one of 24 months on."""
    return "" if chance.random() < 0.5 else f"&since={2022 + chance.randrange(2)}-{chance.randrange(1, 13):02}"


def month(chance: random.Random) -> str:
    """What the page shows of itself half of the time, else one of 24 months."""
    at = since(chance)
    return at and f"{at}&until={at.partition('=')[2]}"


class Times:
    """Milliseconds, bytes sent and bytes of the page, by page."""

    def __init__(self) -> None:
        self.took: dict[str, list[float]] = defaultdict(list)
        self.sent: dict[str, list[int]] = defaultdict(list)
        self.whole: dict[str, int] = {}

    def ask(self, connection: http.client.HTTPConnection, name: str, path: str) -> None:
        """Ask for a page, as a browser does."""
        start = time.perf_counter()
        connection.request("GET", path, headers={"accept-encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        self.took[name].append((time.perf_counter() - start) * 1000)
        self.sent[name].append(len(body))
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        self.whole[name] = len(gzip.decompress(body) if answer.headers["content-encoding"] == "gzip" else body)

    def show(self, title: str) -> None:
        """Print a table."""
        print(
            f"\n{title}\n\n| page | asked | median ms | p99 ms | KB sent | KB of the page |\n|---|---|---|---|---|---|"
        )
        for name, took in self.took.items():
            p99 = quantiles(took, n=100)[98]
            sent, whole = median(self.sent[name]) / 1000, self.whole[name] / 1000
            print(f"| {name} | {len(took)} | {median(took):.0f} | {p99:.0f} | {sent:.0f} | {whole:.0f} |")


def clients(seconds: float, until: Callable[[], bool] = lambda: False) -> Times:
    """What 20 clients wait, for some seconds or until something is done."""
    times, end = Times(), time.monotonic() + seconds

    def one(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - the same questions each time
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        while time.monotonic() < end and not until():
            time.sleep(chance.uniform(0, 2 * PAUSE))
            name = chance.choice(list(PICK))
            times.ask(connection, name, PICK[name](chance))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def alone(article: str) -> Times:
    """What a single client waits for each page."""
    times, chance = Times(), random.Random(1)  # noqa: S311
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    for _ in range(60):
        times.ask(connection, "article", f"/article/{article}")
        for name, pick in PICK.items():
            times.ask(connection, name, pick(chance))
    return times


def make(where: Path) -> str:
    """Make the desk unless it is there; returns the id of the long article."""
    article = long_article()
    if not where.exists():
        with open_desk(where, create=True) as desk:
            records = list(made(gold(), ARTICLES + LOADED))
            for start in range(0, ARTICLES, BATCH):
                desk.load(records[start : min(start + BATCH, ARTICLES)])
            desk.load([article])
            desk.find_stories()
            where.with_suffix(".more").write_bytes(b"\n".join(one.to_json().encode() for one in records[ARTICLES:]))
    return article.article.text_hash


def serve(where: str) -> None:
    """Run the server, without a limit on how often one address may ask."""
    from saksi.web import Settings
    from saksi.web.run import run

    with open_desk(where) as desk:
        run(desk, Settings(rate=10**9), "127.0.0.1", PORT)


def load(where: str) -> None:
    """Load what was kept back, a batch at a time."""
    lines = Path(where).with_suffix(".more").read_bytes().splitlines()
    with open_desk(where) as desk:
        for start in range(0, len(lines), BATCH):
            desk.load([Record.from_dict(msgspec.json.decode(line)) for line in lines[start : start + BATCH]])


def started(what: str, where: Path) -> subprocess.Popen[bytes]:
    """This program in a process of its own, as server or loader."""
    return subprocess.Popen([sys.executable, "-m", "benchmarks.web", what, str(where)])  # noqa: S603 - ourselves


def wait() -> None:
    """Wait until the server answers."""
    for _ in range(600):
        try:
            http.client.HTTPConnection("127.0.0.1", PORT).request("GET", "/login")
            return
        except OSError:
            time.sleep(0.1)


def main(where: Path) -> None:
    """Measure and print."""
    article = make(where)
    server = started("serve", where)
    try:
        wait()
        alone(article).show("one client")
        clients(SECONDS).show(f"{CLIENTS} clients, a desk at rest")
        loader = started("load", where)
        clients(600, lambda: loader.poll() is not None).show(f"{CLIENTS} clients while {LOADED:,} articles are loaded")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    if sys.argv[1:2] in (["serve"], ["load"]):
        (serve if sys.argv[1] == "serve" else load)(sys.argv[2])
    elif len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder) / "saksi.db")
