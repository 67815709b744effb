"""What is no run, or cannot be asked of one, is told in one line with a code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from saksi.desk import Desk, Filter, open_desk
from saksi.desk.parquet import folder
from saksi.errors import DeskError
from saksi.fleet import places
from saksi.fleet import run as fleet

from ..conftest import records
from .conftest import MakeRun


def refused(ask: Callable[[], object]) -> str:
    with pytest.raises(DeskError) as caught:
        ask()
    assert "\n" not in str(caught.value)
    return str(caught.value.code)


@pytest.fixture
def made(make_run: MakeRun) -> Path:
    return make_run([records()[:2], records()[2:]])


def shard(run: Path, number: int = 0) -> Path:
    return sorted(run.glob("0*"))[number]


def test_names_are_those_of_the_fleet() -> None:
    assert (folder.MANIFEST, folder.COUNTS) == (fleet.MANIFEST, places.COUNTS)


def test_what_is_no_run(tmp_path: Path) -> None:
    assert refused(lambda: open_desk(tmp_path)) == "S650"
    for text in ("", "{", "[]", '{"name": "an app"}', '{"saksi.run": 1, "shards": []}'):
        (tmp_path / "manifest.json").write_text(text, "utf-8")
        assert refused(lambda: open_desk(tmp_path)) == "S650"
    assert refused(lambda: open_desk(tmp_path, create=True)) == "S601"
    assert refused(lambda: open_desk(tmp_path / "nothing")) == "S606"


def test_a_run_of_a_newer_saksi(made: Path) -> None:
    (made / "manifest.json").write_text('{"saksi.run": 2, "shards": [{"shard": "000000-ab"}]}', "utf-8")
    assert refused(lambda: open_desk(made)) == "S602"


def test_an_unfinished_run(made: Path) -> None:
    manifest = made / "manifest.json"
    text = manifest.read_text("utf-8")
    manifest.unlink()
    assert refused(lambda: open_desk(made)) == "S651"
    told = json.loads(text)
    told["shards"].append({"shard": "000002-ab", "failed": "the disk is full"})
    manifest.write_text(json.dumps(told), "utf-8")
    assert refused(lambda: open_desk(made)) == "S651"
    manifest.write_text(text, "utf-8")
    (shard(made) / "events.parquet").unlink()
    assert refused(lambda: open_desk(made)) == "S651"


def test_without_duckdb(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert refused(lambda: open_desk(made)) == "S652"


def test_a_damaged_file(made: Path) -> None:
    path = shard(made, 1) / "articles.parquet"
    path.write_bytes(path.read_bytes()[:-30])
    assert refused(lambda: open_desk(made)) == "S654"


def test_a_file_that_is_damaged_while_it_is_asked(made: Path) -> None:
    with open_desk(made) as desk:
        (shard(made) / "events.parquet").write_bytes(b"PAR1")
        assert refused(desk.events) == "S654"


def test_a_run_is_read_only_and_holds_no_records(made: Path) -> None:
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    asks: list[Callable[[Desk], object]] = [
        lambda desk: desk.load(records()),
        lambda desk: desk.find_stories(),
        lambda desk: desk.correct("x", "statement", "s1", "accept", author="rina"),
        lambda desk: desk.merge(1, 2, author="rina"),
        lambda desk: desk.undo(1, author="rina"),
        lambda desk: desk.record("d1"),
        lambda desk: list(desk.records()),
        lambda desk: desk.reviewed("d1"),
        lambda desk: desk.stories(),
        lambda desk: desk.story(1),
    ]
    with open_desk(made) as desk:
        assert [refused(lambda ask=ask: ask(desk)) for ask in asks] == ["S653"] * len(asks)  # type: ignore[misc]
        assert desk.corrections() == []
        assert desk.statements(Filter(reviewed=True)) == []
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before
