"""The same articles twice: read by a run, and loaded into a desk."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.wire_copies import rewritten

from saksi.desk import Desk, open_desk
from saksi.desk.loading import Load
from saksi.exports.parquet import write_folder
from saksi.fleet.run import run
from saksi.fleet.shards import Shard, shards
from saksi.options import Options
from saksi.reading import Reader
from saksi.record import Record

ROOT = Path(__file__).parents[3]
SIZE = 12  # articles of a shard
MakeRun = Callable[[Sequence[Sequence[Record]]], Path]


class Both(NamedTuple):
    """A run and a desk of the same articles, and where they are."""

    run: Desk
    desk: Desk
    folder: Path
    file: Path


@pytest.fixture
def make_run(tmp_path: Path) -> MakeRun:
    """Writes records as the shards of a run, without reading anything."""
    pytest.importorskip("duckdb", reason="duckdb is optional")

    def make(parts: Sequence[Sequence[Record]]) -> Path:
        folder = tmp_path / "run [1]'s *"  # a name that SQL and patterns of files have other ideas of
        told = []
        for number, records in enumerate(parts):
            name = f"{number:06}-{'0a1b2c' * 2}"
            write_folder(records, folder / name)
            (folder / name / "counts.json").write_text("{}", "utf-8")
            told.append({"shard": name, "read": len(records)})
        (folder / "manifest.json").write_text(json.dumps({"saksi.run": 1, "shards": told}), "utf-8")
        return folder

    return make


def _news() -> list[dict[str, str]]:
    """Gold articles in both languages, a story of fifteen reports, and what other houses print of some of them."""
    given = []
    for path in sorted((*ROOT.glob("gold/id/*.json"), *ROOT.glob("gold/en/*.json"))):
        gold = json.loads(path.read_text("utf-8"))
        kept = {"title": gold.get("title"), "outlet": gold.get("outlet"), "published": gold.get("date")}
        given.append({"text": gold["text"], "language": gold["lang"], **{k: v for k, v in kept.items() if v}})
    story = (ROOT / "examples/desk/esequibo.jsonl").read_text("utf-8").splitlines()
    given += [json.loads(line) for line in story]
    rng = random.Random(3)  # noqa: S311 - a test
    for n, one in enumerate(given[-15:-9]):
        given.append({**one, "id": f"copy-{n}", "outlet": f"Harian {n}", "text": rewritten(one["text"], rng)})
    rng.shuffle(given)
    # The same text once more, in another shard than the first time.
    return [*given, *({**one, "outlet": "Harian Ulang"} for one in given[:3])]


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    pytest.importorskip("duckdb", reason="duckdb is optional")
    place = tmp_path_factory.mktemp("both")
    news = place / "news.jsonl"
    lines = [json.dumps(one, ensure_ascii=False) for one in _news()]
    news.write_text("\n".join([*lines[:5], "{broken", *lines[5:]]) + "\n", "utf-8")
    options = Options()
    account = run([str(news)], place / "run", options, workers=2, size=SIZE)
    assert account.read == len(lines)
    reader = Reader(options=options)
    with open_desk(place / "desk.db", create=True) as desk:
        load = Load(desk.store, [str(news)])
        for shard in shards([str(news)], size=SIZE):
            assert isinstance(shard, Shard)
            for _ in load.take(shard.items(options.max_chars), reader):
                pass
        load.finish()
        with open_desk(place / "run") as asked:
            yield Both(asked, desk, place / "run", place / "desk.db")
