"""Records out: one file a format, each with ``write(records, stream)``, which takes records as they come.

A format is imported when it is asked for, so that writing JSON never waits for what draws a terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TextIO, cast

from saksi.record import Record

Write = Callable[[Iterable[Record], TextIO], None]

# The module of each format, and the file endings that stand for it.
FORMATS = {"table": "table", "jsonl": "jsonl", "json": "json_array", "html": "html"}
ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html", ".txt": "table"}


def writer(name: str) -> Write:
    """Return what writes a format: a function of records and an open text stream (UTF-8)."""
    return cast(Write, import_module(f"saksi.exports.{FORMATS[name]}").write)
