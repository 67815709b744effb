"""Shards: what a run is cut into. A shard is a part of the inputs that one worker reads from beginning to end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from saksi.sources import Item, Unread
from saksi.sources.dispatch import kind_of, read_file
from saksi.sources.remote import is_address, open_binary, stamp
from saksi.sources.trouble import os_trouble
from saksi.sources.walk import walk

SIZE: Final = 2_000  # lines of JSON Lines, one article each
_FILES: Final = 200  # other files


class Shard(msgspec.Struct, frozen=True):
    """Lines ``first`` to ``last`` (exclusive, from 0; at byte ``at``) of a file of JSON Lines, or whole other files.

    ``name`` says in the order of the inputs which one it is, and changes when its inputs do: their paths, sizes and
    times.
    """

    name: str
    paths: tuple[str, ...]
    first: int = 0
    last: int | None = None
    at: int = 0

    def items(self, max_chars: int) -> Iterator[Item]:
        """The articles of the shard, in order, and what could not be read.

        Raises:
            OSError: a file of JSON Lines cannot be opened, or a store failed: that may be otherwise the next time.
        """
        if self.last is None:
            for path in self.paths:
                for item in read_file(path, max_chars=max_chars):
                    if isinstance(item, Unread) and item.code == "S200" and is_address(path):
                        raise OSError(f"{path}: {item.reason}")
                    yield item
            return
        (path,) = self.paths
        yield from _lines(path, self, max_chars)


def shards(paths: Sequence[str], *, size: int = SIZE) -> Iterator[Shard | Unread]:
    """The shards of the inputs, in order; inputs that are not there come as ``Unread``."""
    files: list[str] = []
    number = 0
    for path in walk(paths):
        if isinstance(path, Unread):
            yield path
            continue
        if kind_of(path)[0] == "jsonl" and not kind_of(path)[1]:
            if files:
                yield _shard(number, files)
                number, files = number + 1, []
            try:
                for first, last, at in _ranges(path, size):
                    yield _shard(number, [path], first, last, at)
                    number += 1
            except OSError as error:
                yield Unread.of(path, "", os_trouble(error))
            continue
        files.append(path)
        if len(files) >= _FILES:
            yield _shard(number, files)
            number, files = number + 1, []
    if files:
        yield _shard(number, files)


def _shard(number: int, paths: Sequence[str], first: int = 0, last: int | None = None, at: int = 0) -> Shard:
    told = hashlib.sha256(f"{first}:{last}".encode())
    for path in paths:
        told.update(f"\n{path}\n{stamp(path)}".encode("utf-8", "surrogateescape"))
    return Shard(f"{number:06}-{told.hexdigest()[:12]}", tuple(paths), first, last, at)


def _ranges(path: str, size: int) -> Iterator[tuple[int, int, int]]:
    """Runs of lines of a file, each with its first byte; an empty file has one, so that it is told of."""
    starts = [0]
    count = begin = 0
    tail = b""
    with open_binary(path) as stream:
        while block := stream.read(1 << 20):
            here, seen = 0, count
            count += block.count(b"\n")
            while count >= len(starts) * size:
                for _ in range(len(starts) * size - seen):
                    here = block.index(b"\n", here) + 1
                seen = len(starts) * size
                starts.append(begin + here)
            begin += len(block)
            tail = block
    if not tail.endswith(b"\n"):
        count += 1
    for number, at in enumerate(starts):
        if number * size < count:
            yield number * size, min(number * size + size, count), at


def _lines(path: str, shard: Shard, max_chars: int) -> Iterator[Item]:
    from saksi.sources.jsonl import articles_from_lines

    assert shard.last is not None  # noqa: S101 - a shard of lines has an end
    with open_binary(path) as stream:
        stream.seek(shard.at)
        lines = _Lines(stream, shard.last - shard.first)
        for number, item in articles_from_lines(lines, max_chars=max_chars):  # type: ignore[arg-type]
            if isinstance(item, Exception):
                yield Unread.of(path, f"line {shard.first + number}", item)
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
