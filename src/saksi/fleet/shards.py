"""Shards: what a run is cut into. A shard is a part of the inputs that one worker reads from beginning to end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from saksi.fleet.lines import lines, ranges
from saksi.sources import Item, Unread
from saksi.sources.dispatch import read_file
from saksi.sources.html import Extractor
from saksi.sources.kinds import kind_of
from saksi.sources.remote import is_address, stamp
from saksi.sources.trouble import os_trouble
from saksi.sources.walk import walk

SIZE: Final = 2_000  # lines of JSON Lines, one article each
_FILES: Final = 200  # other files


class Shard(msgspec.Struct, frozen=True):
    """Lines ``first`` to ``last`` (exclusive, from 0; at byte ``at``) of JSON Lines, or one archive, or other files.

    ``name`` says in the order of the inputs which one it is, and changes when its inputs do (their paths, sizes and
    times), or the ``manner`` in which they are read.
    """

    name: str
    paths: tuple[str, ...]
    first: int = 0
    last: int | None = None
    at: int = 0

    def items(self, max_chars: int, extractor: Extractor = "careful") -> Iterator[Item]:
        """The articles of the shard, in order, and what could not be read.

        Raises:
            OSError: a file of JSON Lines cannot be opened, or a store failed: that may be otherwise the next time.
        """
        if self.last is None:
            for path in self.paths:
                for item in read_file(path, max_chars=max_chars, extractor=extractor):
                    if isinstance(item, Unread) and item.code == "S200" and is_address(path):
                        raise OSError(f"{path}: {item.reason}")
                    yield item
            return
        (path,) = self.paths
        yield from lines(path, self.first, self.last, self.at, max_chars)


def shards(paths: Sequence[str], *, size: int = SIZE, manner: str = "") -> Iterator[Shard | Unread]:
    """The shards of the inputs, in order; inputs that are not there come as ``Unread``."""
    files: list[str] = []
    number = 0
    for path in walk(paths):
        if isinstance(path, Unread):
            yield path
            continue
        kind, zipped = kind_of(path)
        if kind == "jsonl" and not zipped:
            if files:
                yield _shard(manner, number, files)
                number, files = number + 1, []
            try:
                for first, last, at in ranges(path, size):
                    yield _shard(manner, number, [path], first, last, at)
                    number += 1
            except OSError as error:
                yield Unread.of(path, "", os_trouble(error))
            continue
        archive = kind in ("warc", "jsonl")  # a compressed file of lines is read from its beginning only
        if archive and files:
            yield _shard(manner, number, files)
            number, files = number + 1, []
        files.append(path)
        if archive or len(files) >= _FILES:
            yield _shard(manner, number, files)
            number, files = number + 1, []
    if files:
        yield _shard(manner, number, files)


def _shard(
    manner: str, number: int, paths: Sequence[str], first: int = 0, last: int | None = None, at: int = 0
) -> Shard:
    told = hashlib.sha256(f"{first}:{last}{manner}".encode())
    for path in paths:
        told.update(f"\n{path}\n{stamp(path)}".encode("utf-8", "surrogateescape"))
    return Shard(f"{number:06}-{told.hexdigest()[:12]}", tuple(paths), first, last, at)
