from __future__ import annotations

import gzip
import io
import os
import sys
import time
from pathlib import Path

import pytest

from saksi.record import Article
from saksi.sources import Unread, read_paths

HTML = (
    b"<html><body><article><p>Menteri itu membantah bahwa kapalnya melewati batas laut pada Senin.</p>"
    b"<p>Juru bicara pemerintah tetangga mengatakan nota protes akan diserahkan pekan ini.</p></article></body></html>"
)


def read(*paths: Path | str, max_chars: int = 1_000_000) -> list[Article | Unread]:
    return list(read_paths(paths, max_chars=max_chars))


def brief(items: list[Article | Unread]) -> list[str]:
    return [item.text[:20] if isinstance(item, Article) else item.code for item in items]


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_text_files_keep_everything_but_their_line_ends(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"\xef\xbb\xbfJudul\r\nSatu. \rDua.\n\n")
    assert read(path) == [Article(text="Judul\nSatu. \nDua.\n\n")]


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.jsonl", ".hidden/x.txt", "b/.y.txt"):
        write(tmp_path / name, b'{"text": "json"}' if name.endswith("jsonl") else name.encode())
    assert brief(read(tmp_path)) == ["a.txt", "b/1.txt", "b/2.txt", "json"]


def test_kinds_are_told_by_suffix_and_else_by_content(tmp_path: Path) -> None:
    cases = {
        "page.htm": HTML,
        "page": HTML,
        "lines": b'{"text": "satu"}\n{"text": "dua"}\n',
        "object": b'{\n"text": "satu"\n}',
        "list.json": b'[{"text": "satu"}, 3]',
        "lines.json": b'{"text": "satu"}\n{"text": "dua"}\n',
        "plain.txt": b'{"text": "satu"}',
        "brackets": b"[satu] dua",
        "zip.jsonl.gz": gzip.compress(b'{"text": "satu"}\n'),
        "zip.txt.gz": gzip.compress(b"satu"),
    }
    found = {name: brief(read(write(tmp_path / name, data))) for name, data in cases.items()}
    assert found == {
        "page.htm": ["Menteri itu membanta"],
        "page": ["Menteri itu membanta"],
        "lines": ["satu", "dua"],
        "object": ["satu"],
        "list.json": ["satu", "S231"],
        "lines.json": ["satu", "dua"],
        "plain.txt": ['{"text": "satu"}'],
        "brackets": ["[satu] dua"],
        "zip.jsonl.gz": ["satu"],
        "zip.txt.gz": ["satu"],
    }


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_lines_and_pages_in_utf16(tmp_path: Path, encoding: str) -> None:
    lines = write(tmp_path / "a.jsonl", '{"text": "“satu”"}\n{"text": "dua"}\n'.encode(encoding))
    assert brief(read(lines)) == ["“satu”", "dua"]
    assert brief(read(write(tmp_path / "b", HTML.decode().encode(encoding)))) == ["Menteri itu membanta"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"text": "satu"}\n{"text": "dua"}', ["satu", "dua"]),
        (HTML, ["Menteri itu membanta"]),
        (b"\n \n" + HTML, ["Menteri itu membanta"]),
        (b'\n{"text": "satu"}\n{}', ["satu", "S232"]),
        (b"Menteri pergi.\nIa pulang.", ["Menteri pergi.\nIa pu"]),
        (b'{\n "text": "satu"}', ["satu"]),
        (b'[{"text": "satu"}]', ["satu"]),
        (b'{"text": "rusak\n{"text": "dua"}', ["S230", "dua"]),
        (b"", ["S210"]),
        (b"\x89PNG\0\0\0", ["S211"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert brief(read("-")) == expected


def test_standard_input_is_handed_on_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    source, sink = os.pipe()
    with open(source) as reader, open(sink, "wb", buffering=0) as writer:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdin", reader)
        writer.write(b'{"text": "satu"}\n')
        articles = read_paths(["-"])
        assert brief([next(articles)]) == ["satu"]
        writer.write(b'{"text": "dua"}\n')
        assert brief([next(articles)]) == ["dua"]
        writer.close()
        assert list(articles) == []


def test_every_trouble_is_told_and_the_reading_goes_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/.hidden").write_text("x")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    paths: dict[str, str] = {
        str(tmp_path / "missing.txt"): "S201",
        str(tmp_path / "dangling"): "S201",
        "nul\0name": "S201",
        str(tmp_path / "pipe"): "S203",
        str(tmp_path / "empty"): "S204",
        str(write(tmp_path / "e.txt", b"")): "S210",
        str(write(tmp_path / "w.txt", b" \n\t")): "S210",
        str(write(tmp_path / "e.jsonl", b"\n\n")): "S210",
        str(write(tmp_path / "e.json", b"[]")): "S210",
        str(write(tmp_path / "b.txt", b"%PDF-1.4\0\0")): "S211",
        str(write(tmp_path / "b.jsonl", b"\x89PNG\0\n\0\n\0\n")): "S211",
        str(write(tmp_path / "u.txt", b"\xff\xfea")): "S212",
        str(write(tmp_path / "z.txt.gz", b"no gzip")): "S215",
        str(write(tmp_path / "cut.txt.gz", gzip.compress(b"x" * 1000)[:-9])): "S215",
        str(write(tmp_path / "h.html", b"<html><body></body></html>")): "S220",
        str(write(tmp_path / "j.json", b'{"text": ')): "S230",
    }
    good = write(tmp_path / "good.txt", b"Baik.")
    found = read(*paths, good)
    unread = [item for item in found if isinstance(item, Unread)]
    assert {item.path: item.code for item in unread} == paths
    assert found[-1] == Article(text="Baik.")
    assert all(item.reason and item.hint for item in unread)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Tests may run as root, for whom every file is readable.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path / "a.txt", b"x")
    monkeypatch.setattr(Path, "open", refuse)
    assert brief(read(path)) == ["S202"]


def test_a_file_that_vanishes_after_listing(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", b"satu")
    gone = write(tmp_path / "2.txt", b"dua")
    articles = read_paths([tmp_path])
    assert brief([next(articles)]) == ["satu"]
    gone.unlink()
    assert brief(list(articles)) == ["S201"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a/x.txt", b"satu")
    (tmp_path / "a/again").symlink_to(tmp_path / "a")
    (tmp_path / "a/self").symlink_to("self")
    found = read(tmp_path)
    assert brief(found) == ["S200", "satu"]


def test_long_texts_are_refused_in_every_kind(tmp_path: Path) -> None:
    for name, data in {
        "a.txt": b"x" * 500,
        "b.txt": "–".encode() * 101,
        "c.jsonl": b'{"text": "' + b"x" * 101 + b'"}',
        "d.json": b'{"text": "' + b"x" * 101 + b'"}',
        "e.html": HTML,
    }.items():
        assert brief(read(write(tmp_path / name, data), max_chars=100)) == ["S213"], name
    assert len(read(write(tmp_path / "f.txt", "–".encode() * 100), max_chars=100)[0].text) == 100  # type: ignore[union-attr]


def test_a_line_of_ten_megabytes_is_quick(tmp_path: Path) -> None:
    long = b'{"text": "' + b"x" * 10_000_000 + b'"}\n{"text": "dua"}\n'
    path = write(tmp_path / "a.jsonl", long)
    started = time.process_time()
    assert brief(read(path)) == ["S213", "dua"]
    assert brief(read(write(tmp_path / "a.txt", b"x" * 10_000_000))) == ["S213"]
    assert brief(read(write(tmp_path / "b.html", b"<p>" + b"x" * 30_000_000))) == ["S214"]
    assert time.process_time() - started < 2
