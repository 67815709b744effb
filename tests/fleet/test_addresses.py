"""Inputs and outputs at addresses: what comes of them is what comes of files and folders."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from saksi.errors import FleetError
from saksi.fleet.culprit import alone
from saksi.fleet.places import Folder, Nowhere, Place, place
from saksi.fleet.run import run
from saksi.fleet.shards import Shard, shards
from saksi.fleet.work import Counts, work
from saksi.options import Options
from saksi.record import Article
from saksi.sources import Unread

from .jobs import count
from .test_run import GOLD

fsspec: Any = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install -e '.[dev]'")


@pytest.fixture
def store() -> Iterator[Any]:
    """The store in memory, of this process alone."""
    fs = fsspec.filesystem("memory")
    fs.store.clear()
    fs.pseudo_dirs[:] = [""]
    yield fs
    fs.store.clear()


def texts(found: list[Shard | Unread]) -> list[str]:
    kept = [one for one in found if isinstance(one, Shard)]
    return [item.text for shard in kept for item in shard.items(1000) if isinstance(item, Article)]


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("size", [1, 3, 7, 8])
def test_shards_of_an_address_hold_every_article_once(store: Any, size: int, end: str) -> None:
    rows = [json.dumps({"text": f"berita {n}"}) for n in range(7)]
    store.pipe_file("/news/a.jsonl", ("\n".join(rows) + end).encode())
    store.pipe_file("/news/.hidden.jsonl", b'{"text": "rahasia"}')
    store.pipe_file("/news/b/c.jsonl.gz", gzip.compress(b'{"text": "berita lain"}\n'))
    expected = [*(f"berita {n}" for n in range(7)), "berita lain"]
    assert texts(list(shards(["memory://news"], size=size))) == expected
    assert texts(list(shards(["memory://news/*.jsonl", "memory://news/b/c.jsonl.gz"], size=size))) == expected


def test_shards_get_another_name_when_the_file_changes(store: Any) -> None:
    def names() -> list[str]:
        return [one.name for one in shards(["memory://a.jsonl"]) if isinstance(one, Shard)]

    store.pipe_file("/a.jsonl", b'{"text": "satu"}\n')
    before = names()
    assert names() == before
    store.pipe_file("/a.jsonl", b'{"text": "satu"}\n{"text": "dua"}\n')
    assert names() != before


def test_addresses_that_hold_nothing_are_told(store: Any) -> None:  # noqa: ARG001 - it is empty
    found = list(shards(["memory://nothing/*.jsonl", "memory://nothing", "nosuch://x"]))
    assert [one.code for one in found if isinstance(one, Unread)] == ["S201", "S201", "S242"]


def test_work_at_an_address_gives_the_bytes_of_work_in_a_folder(store: Any, tmp_path: Path) -> None:
    rows = [json.dumps({"text": json.loads(gold.read_text("utf-8"))["text"], "language": "id"}) for gold in GOLD[:3]]
    store.pipe_file("/news.jsonl", "\n".join(rows).encode())
    (shard,) = shards(["memory://news.jsonl"])
    assert isinstance(shard, Shard)
    there, here = place("memory://out/"), place(tmp_path)
    there.begin()
    assert (there.done(), there.counts([shard.name])) == (frozenset(), {})
    for one in (there, here):
        assert work(shard, one, Options()).read == 3
        assert one.done() == {shard.name}
        assert list(one.counts([shard.name, "another"])) == [shard.name]
    files = {path.name: path.read_bytes() for path in (tmp_path / shard.name).iterdir()}
    assert {path.rsplit("/", 1)[-1]: store.cat_file(path) for path in store.find("/out")} == files


def test_a_shard_without_counts_is_not_there(store: Any) -> None:
    store.pipe_file("/out/000000-abc/articles.parquet", b"half of it")
    assert place("memory://out").done() == frozenset()


def test_a_run_between_addresses(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": f"berita {n}"}) + "\n" for n in range(5)), "utf-8")
    out = f"file://{tmp_path}/out"
    account = run([f"file://{path}"], out, Options(), workers=2, size=2, job=count)
    assert (account.given, account.read, account.shards) == (5, 5, 3)
    assert len(list((tmp_path / "out").glob("*/counts.json"))) == 3
    assert len(json.loads((tmp_path / "out/manifest.json").read_text("utf-8"))["shards"]) == 3
    assert run([f"file://{path}"], out, Options(), size=2, job=count).done_before == 3


@pytest.mark.parametrize(("address", "code"), [("nosuch://out", "S704"), ("file:///proc/saksi", "S705")])
def test_an_address_that_cannot_be_written_is_told_before_anything_is_read(address: str, code: str) -> None:
    with pytest.raises(FleetError, match=rf"\[{code}\]"):
        run([], address, Options())


def test_a_fault_of_a_store_fails_the_shard_so_that_it_is_read_again(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.pipe_file("/a.txt", b"berita")
    (shard,) = shards(["memory://a.txt"])
    assert isinstance(shard, Shard)

    def fails(*_: object, **__: object) -> object:
        raise ConnectionResetError("gone")

    monkeypatch.setattr(type(store), "open", fails)
    with pytest.raises(OSError, match="gone"):
        list(shard.items(1000))


def test_nothing_is_kept_while_a_poisoned_article_is_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": f"berita {n}"}) + "\n" for n in range(8)), "utf-8")
    (shard,) = shards([str(path)])
    assert isinstance(shard, Shard)
    tried: list[tuple[bool, int]] = []

    def attempt(aside: frozenset[int], where: Place) -> Counts | None:
        tried.append((isinstance(where, Nowhere), len(aside)))
        return Counts(shard.name) if 5 in aside else None

    assert alone(attempt, shard, Folder(tmp_path / "out"), Options()) == Counts(shard.name)
    assert tried == [(False, 0), (True, 4), (True, 6), (True, 7), (True, 7), (False, 1)]


def test_of_two_workers_with_one_shard_the_first_is_kept(tmp_path: Path) -> None:
    out = Folder(tmp_path)
    for text in ("first", "second"):
        with out.beside("000000-abc") as folder:
            (folder / "counts.json").write_text(text, "utf-8")
            out.publish(folder, "000000-abc")
    assert out.counts(["000000-abc"]) == {"000000-abc": b"first"}
    assert [path.name for path in tmp_path.iterdir()] == ["000000-abc"]
