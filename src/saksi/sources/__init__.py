"""Sources: files and streams to articles, and the furniture of their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from saksi.record import Article
from saksi.sources.dispatch import Item, read_file
from saksi.sources.furniture import Furniture, FurnitureSpan, find_furniture
from saksi.sources.furniture_rules import FurnitureRules, load_rules
from saksi.sources.html import article_from_html
from saksi.sources.jsonl import article_from_object
from saksi.sources.text import article_from_text
from saksi.sources.trouble import Unread
from saksi.sources.walk import walk

__all__ = [
    "Furniture",
    "FurnitureRules",
    "FurnitureSpan",
    "Item",
    "Unread",
    "article_from_html",
    "article_from_object",
    "article_from_text",
    "find_furniture",
    "load_rules",
    "read_paths",
    "read_records",
]


def read_paths(paths: Sequence[str | Path], *, max_chars: int = 1_000_000) -> Iterator[Article | Unread]:
    """The articles of files, folders (recursively, sorted, hidden files skipped) and standard input (``-``).

    Kinds are told by suffix (.txt, .html, .htm, .jsonl, .ndjson, .json, each also with .gz) and else by content.
    Whatever cannot be read comes as an ``Unread`` in its place: nothing is lost, and no bad input ends the iteration.
    ``max_chars`` is the longest text, in characters, that is taken for an article.
    """
    for path in walk(paths):
        if isinstance(path, Unread):
            yield path
        else:
            yield from cast(Iterator[Article | Unread], read_file(path, max_chars=max_chars))


def read_records(paths: Sequence[str | Path], *, max_chars: int = 1_000_000) -> Iterator[Item]:
    """The same, but the records that Saksi has written (JSON Lines, JSON) come as they are."""
    for path in walk(paths):
        if isinstance(path, Unread):
            yield path
        else:
            yield from read_file(path, max_chars=max_chars, records=True)
