"""The Ray engine does what the local one does, and loses nothing when workers are killed."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from saksi.errors import FleetError
from saksi.fleet.ray_engine import RayEngine
from saksi.fleet.run import run
from saksi.options import Options

from .jobs import count, tell_and_work
from .test_run import GOLD, contents, lines

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install -e '.[ray]'")
# Ray leaves sockets and files to the end of the process, and warns of what it will change.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Twelve articles with a number each, in four shards of three."""
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    texts = [json.loads(gold.read_text("utf-8"))["text"] for gold in (*GOLD, *GOLD)]
    given = [json.dumps({"id": f"a{n}", "text": text, "language": "id"}) for n, text in enumerate(texts)]
    path.write_text("\n".join(given) + "\n", "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def expected(news: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("local")
    assert run([news], out, Options(), size=3).read == 12
    return contents(out)


class Killer(threading.Thread):
    """Kills the process that works on the second shard, in the middle of it, so many times."""

    def __init__(self, out: Path, times: int) -> None:
        super().__init__(daemon=True)
        self.out, self.times, self.killed = out, times, set[int]()
        (out.parent / "pids").mkdir()

    def run(self) -> None:
        end = time.monotonic() + 120
        while len(self.killed) < self.times and time.monotonic() < end:
            for told in (self.out.parent / "pids").glob("000001-*"):
                pid = int(told.suffix[1:])
                if pid not in self.killed and any(self.out.glob(".000001-*/*.parquet")):
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                        self.killed.add(pid)
            time.sleep(0.005)


def ids(out: Path) -> Iterator[str]:
    pq: Any = pytest.importorskip("pyarrow.parquet")
    for path in sorted(out.glob("*/articles.parquet")):
        yield from pq.read_table(path)["id"].to_pylist()


@needs_ray
@pytest.mark.parametrize("kills", [0, 1, 2])  # two: it is left to the search, which tries it once more
def test_a_killed_worker_costs_no_article_and_no_byte(
    news: str, expected: dict[str, bytes], tmp_path: Path, kills: int
) -> None:
    out = tmp_path / "out"
    killer = Killer(out, kills)
    killer.start()
    account = run([news], out, Options(), workers=2, size=3, job=tell_and_work, engine=RayEngine())
    killer.join(5)
    assert len(killer.killed) == kills
    assert (account.given, account.read, account.failed) == (12, 12, {})
    assert list(ids(out)) == [f"a{n}" for n in range(12)]
    assert contents(out) == expected


@needs_ray
def test_poison_and_failures_are_told_as_by_the_local_engine(tmp_path: Path) -> None:
    texts = [f"berita {n}" for n in range(9)]
    texts[4] += " RACUN"
    texts[7] += " SALAH"
    path = lines(tmp_path / "a.jsonl", texts)
    account = run([path], tmp_path / "ray", Options(), workers=2, size=3, job=count, engine=RayEngine())
    assert (account.given, account.read, account.left_out) == (6, 5, {"S701": 1})
    assert list(account.failed.values()) == ["ValueError: salah"]
    run([path], tmp_path / "local", Options(), workers=2, size=3, job=count)
    assert contents(tmp_path / "ray") == contents(tmp_path / "local")


@needs_ray
def test_no_cluster_at_the_address(news: str, tmp_path: Path) -> None:
    with pytest.raises(FleetError, match=r"\[S703\] no Ray cluster at auto-nowhere"):
        run([news], tmp_path / "out", Options(), engine=RayEngine("auto-nowhere"))


def test_without_ray(news: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(FleetError, match=r"\[S702\] .* pip install 'saksi\[ray\]'"):
        run([news], tmp_path / "out", Options(), engine=RayEngine())
