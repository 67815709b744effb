from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from saksi.fleet.run import MANIFEST, run
from saksi.fleet.shards import Shard, shards
from saksi.options import Options
from saksi.record import Article
from saksi.sources import Unread

from .jobs import count

GOLD = sorted((Path(__file__).parents[2] / "gold/id").glob("*.json"))[:6]


def lines(path: Path, texts: list[str]) -> str:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Six gold articles, with a broken line between them."""
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    texts = [json.loads(gold.read_text("utf-8"))["text"] for gold in GOLD]
    given = [json.dumps({"text": text, "language": "id"}) for text in texts]
    path.write_text("\n".join([*given[:3], "{broken", *given[3:]]) + "\n", "utf-8")
    return str(path)


def test_shards_hold_every_article_once_and_in_order(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", [f"berita {n}" for n in range(7)])
    (tmp_path / "b.txt").write_text("berita lain", "utf-8")
    found = list(shards([path, str(tmp_path / "b.txt"), str(tmp_path / "c.txt")], size=3))
    assert [one.path for one in found if isinstance(one, Unread)] == [str(tmp_path / "c.txt")]
    kept = [one for one in found if isinstance(one, Shard)]
    assert [(one.first, one.last) for one in kept] == [(0, 3), (3, 6), (6, 7), (0, None)]
    texts = [item.text for shard in kept for item in shard.items(1000) if isinstance(item, Article)]
    assert texts == [*(f"berita {n}" for n in range(7)), "berita lain"]


def test_places_of_what_cannot_be_read_count_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "satu"}\n{"text": "dua"}\n{rusak\n', "utf-8")
    found = [item for shard in shards([str(path)], size=2) if isinstance(shard, Shard) for item in shard.items(1000)]
    assert [item.where for item in found if isinstance(item, Unread)] == ["line 3"]


def test_a_poisoned_article_is_found_and_a_failed_shard_fails_nothing_else(tmp_path: Path) -> None:
    texts = [f"berita {n}" for n in range(9)]
    texts[4] += " RACUN"
    texts[7] += " SALAH"
    account = run([lines(tmp_path / "a.jsonl", texts)], tmp_path / "out", Options(), workers=2, size=3, job=count)
    assert (account.given, account.read, account.left_out) == (6, 5, {"S701": 1})
    assert list(account.failed.values()) == ["ValueError: salah"]
    again = run([str(tmp_path / "a.jsonl")], tmp_path / "out", Options(), size=3, job=count)
    assert (again.done_before, again.given) == (2, 0)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_bytes_on_one_worker_on_two_and_after_being_killed(news: str, tmp_path: Path) -> None:
    whole = run([news], tmp_path / "one", Options(), workers=1, size=3)
    assert (whole.given, whole.read, whole.left_out) == (7, 6, {"S230": 1})
    run([news], tmp_path / "two", Options(), workers=2, size=3)
    expected = contents(tmp_path / "one")
    assert contents(tmp_path / "two") == expected
    assert MANIFEST in expected
    rng = random.Random(4)  # noqa: S311 - when to kill is no secret
    command = [sys.executable, "-c", "import sys; from saksi.cli import main; sys.exit(main())", "run", news]
    command += ["--out", str(tmp_path / "killed"), "--shard-size", "3"]
    for _ in range(2):
        started = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own interpreter
        time.sleep(2 + 4 * rng.random())
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
    run([news], tmp_path / "killed", Options(), size=3)
    assert contents(tmp_path / "killed") == expected
