"""What a run leaves out by choice, how archives are cut, and that neither they nor the workers change the bytes."""

from __future__ import annotations

import json
import resource
from pathlib import Path

import pytest
from benchmarks.given import given, write_archive, write_lines

from saksi.fleet.run import run
from saksi.fleet.shards import Shard, shards
from saksi.options import Options
from saksi.reading.relevance import irrelevance

from .test_run import contents

TABLE = "Harga cabai naik lagi di pasar pagi ini. Satu kilogram sudah mencapai seratus ribu rupiah sejak kemarin."


@pytest.mark.parametrize(
    ("text", "relevant"),
    [
        (TABLE, False),
        (TABLE + " Pedagang mengatakan harga akan turun.", True),
        (TABLE + " Cabai itu dari Malaysia.", False),
        (TABLE + " Cabai itu dari Malaysia dan Thailand.", True),
        (TABLE + " Cabai itu dari Amerika Serikat (AS).", False),
    ],
)
def test_relevant_is_what_attributes_or_names_two_actors(text: str, relevant: bool) -> None:
    assert (irrelevance(text, "id") is None) == relevant


def test_every_gold_article_is_relevant() -> None:
    assert not [one.id for one in given(["gold/id", "gold/en"]) if irrelevance(one.text, one.language)]


def test_what_is_irrelevant_is_listed_and_makes_other_shards(tmp_path: Path) -> None:
    news = tmp_path / "a.jsonl"
    news.write_text(json.dumps({"text": TABLE}) + "\n", "utf-8")
    account = run([str(news)], tmp_path / "out", Options(language="id", filter="relevant"))
    assert (account.given, account.read, account.left_out) == (1, 0, {"S706": 1})
    again = run([str(news)], tmp_path / "out", Options(language="id"))
    assert (again.done_before, again.read) == (0, 1)


def test_an_archive_is_a_shard(tmp_path: Path) -> None:
    for name in ("a.txt", "b.warc.gz", "c.warc", "d.txt", "e.txt"):
        (tmp_path / name).touch()
    found = [one for one in shards([str(tmp_path)]) if isinstance(one, Shard)]
    assert [[Path(path).name for path in one.paths] for one in found] == [
        ["a.txt"], ["b.warc.gz"], ["c.warc"], ["d.txt", "e.txt"],
    ]  # fmt: skip


def test_one_worker_and_three_give_the_same_bytes_from_lines_and_archives(tmp_path: Path) -> None:
    found = given(["gold/id", "gold/en"])[::4]
    write_lines(found, tmp_path / "a.jsonl")
    write_archive(found[:4], tmp_path / "b.warc.gz")
    spent = []
    for workers in (1, 3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(
            [str(tmp_path / "a.jsonl"), str(tmp_path / "b.warc.gz")],
            tmp_path / f"{workers}",
            Options(),
            workers=workers,
            size=3,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime - before.ru_utime)
    assert contents(tmp_path / "1") == contents(tmp_path / "3")
    # Each worker loads its own models, and nothing else is done twice: three cost less than four times one.
    assert spent[1] < 4 * spent[0]
