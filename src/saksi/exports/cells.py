"""Rows as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any, Final, TextIO

from saksi.exports.visible import visible

_GUARDED: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[dict[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """Write a line of names, and a line for each row."""
    out = csv.writer(stream, lineterminator="\n")
    out.writerow(columns)
    out.writerows([cell(row.get(name)) for name in columns] for row in rows)


def cell(value: Any) -> str:
    """The text of a cell; one that a spreadsheet would take for a formula gets an apostrophe before it.

    Characters that turn the reading order or command a terminal are replaced by some that can be seen.
    """
    text = "; ".join(str(one) for one in value if one) if isinstance(value, list | tuple) else str(value or "")
    text = visible(text)
    return "'" + text if text.startswith(_GUARDED) and not text.lstrip("+-").isdigit() else text
