"""JSON Lines: one record a line, in the form that docs/record.md describes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from saksi.record import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write each record as it comes, so that a reader down a pipe sees it at once."""
    for record in records:
        stream.write(record.to_json() + "\n")
        stream.flush()
