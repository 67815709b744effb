"""Shards: what a run is cut into. A shard is a part of the inputs that one worker reads from beginning to end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from saksi.sources import Item, Unread
from saksi.sources.dispatch import kind_of, read_file
from saksi.sources.html import Extractor
from saksi.sources.walk import walk

SIZE: Final = 2_000  # lines of JSON Lines, one article each
_FILES: Final = 200  # other files


class Shard(msgspec.Struct, frozen=True):
    """Lines ``first`` to ``last`` (exclusive, from 0) of one file of JSON Lines, or an archive, or whole other files.

    ``name`` says in the order of the inputs which one it is, and changes when its inputs do (their paths, sizes and
    times), or the ``manner`` in which they are read.
    """

    name: str
    paths: tuple[str, ...]
    first: int = 0
    last: int | None = None

    def items(self, max_chars: int, extractor: Extractor = "careful") -> Iterator[Item]:
        """The articles of the shard, in order, and what could not be read. Raises nothing."""
        if self.last is None:
            for path in self.paths:
                yield from read_file(path, max_chars=max_chars, extractor=extractor)
            return
        (path,) = self.paths
        yield from _lines(path, self.first, self.last, max_chars)


def shards(paths: Sequence[str], *, size: int = SIZE, manner: str = "") -> Iterator[Shard | Unread]:
    """The shards of the inputs, in order; inputs that are not there come as ``Unread``."""
    files: list[str] = []
    number = 0
    for path in walk(paths):
        if isinstance(path, Unread):
            yield path
            continue
        if kind_of(path)[0] == "jsonl" and not kind_of(path)[1]:
            if files:
                yield _shard(manner, number, files)
                number, files = number + 1, []
            for first, last in _ranges(path, size):
                yield _shard(manner, number, [path], first, last)
                number += 1
            continue
        archive = kind_of(path)[0] in ("warc", "jsonl")  # a compressed file of lines is read from its beginning only
        if archive and files:
            yield _shard(manner, number, files)
            number, files = number + 1, []
        files.append(path)
        if archive or len(files) >= _FILES:
            yield _shard(manner, number, files)
            number, files = number + 1, []
    if files:
        yield _shard(manner, number, files)


def _shard(manner: str, number: int, paths: Sequence[str], first: int = 0, last: int | None = None) -> Shard:
    told = hashlib.sha256(f"{first}:{last}{manner}".encode())
    for path in paths:
        info = Path(path).stat()
        told.update(f"\n{path}\n{info.st_size}\n{info.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    return Shard(f"{number:06}-{told.hexdigest()[:12]}", tuple(paths), first, last)


def _ranges(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Runs of lines of a file; an empty file has one, so that it is told of."""
    count = 0
    with Path(path).open("rb") as stream:
        while block := stream.read(1 << 20):
            count += block.count(b"\n")
            tail = block
    if count == 0 or not tail.endswith(b"\n"):
        count += 1
    for first in range(0, count, size):
        yield first, min(first + size, count)


def _lines(path: str, first: int, last: int, max_chars: int) -> Iterator[Item]:
    from saksi.sources.jsonl import articles_from_lines

    with Path(path).open("rb") as stream:
        for _ in range(first):
            stream.readline()
        lines = _Lines(stream, last - first)
        for number, item in articles_from_lines(lines, max_chars=max_chars):  # type: ignore[arg-type]
            if isinstance(item, Exception):
                yield Unread.of(path, f"line {first + number}", item)
            else:
                yield item


class _Lines:
    """A stream that ends after so many lines."""

    def __init__(self, stream: object, count: int) -> None:
        self.stream, self.left = stream, count

    def readline(self, limit: int = -1) -> bytes:
        if self.left <= 0:
            return b""
        line: bytes = self.stream.readline(limit)  # type: ignore[attr-defined]
        self.left -= line.endswith(b"\n") or not line
        return line
