"""CSV: a folder with one file a table (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from saksi.exports.tables import TABLES, rows
from saksi.record import Record

# What a spreadsheet would take for a formula; a cell that begins so gets an apostrophe before it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_folder(records: Iterable[Record], folder: Path) -> None:
    """Write the tables, as the records come. Lists are joined by semicolons; null is an empty cell."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        writers = {}
        for name, columns in TABLES.items():
            stream = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            writers[name] = csv.writer(stream, lineterminator="\r\n")
            writers[name].writerow(columns)
        for record in records:
            for name, lines in rows(record).items():
                writers[name].writerows([[cell(value) for value in line] for line in lines])


def cell(value: object) -> str:
    """The text of a cell."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(one) for one in value if one)
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text
