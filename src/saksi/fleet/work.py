"""The work on one shard: from its articles to files that are written once and renamed into place.

The files depend on the shard and on the reader alone: no clock, no order of workers, no name of a machine is in them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from saksi.exports.parquet import write_folder
from saksi.fleet.places import COUNTS, Place
from saksi.fleet.shards import Shard
from saksi.options import Options
from saksi.reading import Reader
from saksi.reading.relevance import irrelevance
from saksi.record import Article, Record
from saksi.sources import Unread

UNREAD: Final = "unread.jsonl"
_BATCH: Final = 32
_KILLS: Final = ("S701", "reading it ends the process", "look at it on its own")


class Counts(msgspec.Struct):
    """What became of the articles of a shard: ``given`` is ``read`` and those left out, by code."""

    shard: str
    given: int = 0
    read: int = 0
    statements: int = 0
    events: int = 0
    words: int = 0
    left_out: dict[str, int] = {}
    reader: list[str] = []


def work(shard: Shard, out: Place, options: Options, aside: frozenset[int] = frozenset()) -> Counts:
    """Read the articles of a shard and put its files into their place; those ``aside`` (by number) are left out.

    Raises:
        OSError: the files cannot be written; the shard is not there then.
    """
    with out.beside(shard.name) as beside:
        counts = Counts(shard.name)
        unread: list[Unread] = []
        write_folder(_records(shard, options, aside, counts, unread), beside)
        counts.left_out = dict(sorted(Counter(one.code for one in unread).items()))
        counts.reader = sorted(set(counts.reader))
        with (beside / UNREAD).open("w", encoding="utf-8") as stream:
            for one in unread:
                stream.write(json.dumps(msgspec.to_builtins(one), ensure_ascii=False) + "\n")
        (beside / COUNTS).write_bytes(msgspec.json.encode(counts))
        _flush(beside)
        out.publish(beside, shard.name)
    return counts


def _records(
    shard: Shard, options: Options, aside: frozenset[int], counts: Counts, unread: list[Unread]
) -> Iterator[Record]:
    reader = _reader(options)

    def articles() -> Iterator[Article]:
        for number, item in enumerate(shard.items(options.max_chars, options.extractor)):
            counts.given += 1
            if isinstance(item, Unread):
                unread.append(item)
                continue
            why = _KILLS
            if isinstance(item, Article) and number not in aside:
                lacks = irrelevance(item.text, options.language) if options.filter else None
                if lacks is None:
                    yield item
                    continue
                why = ("S706", lacks, "run it without --filter to read it all the same")
            path = shard.paths[0] if len(shard.paths) == 1 else shard.name
            unread.append(Unread(path, f"article {shard.first + number + 1}", *why))

    for one in reader.pipe(articles(), batch_size=_BATCH):
        if isinstance(one, Unread):
            unread.append(one)
            continue
        counts.read += 1
        counts.statements += len(one.statements)
        counts.events += len(one.events)
        counts.words += len(one.article.text.split())
        counts.reader.append(f"{one.reader.saksi} {one.reader.model}")
        yield one


_READERS: dict[str, Reader] = {}


def _reader(options: Options) -> Reader:
    """The reader of this process, made once."""
    key = repr(options)
    if key not in _READERS:
        _READERS[key] = Reader(options.language, options=options)
    return _READERS[key]


def _flush(folder: Path) -> None:
    """See to it that the files are on the disk before they are renamed into place."""
    for path in (*folder.iterdir(), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
