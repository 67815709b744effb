"""JSON: all records in one array, indented for people; an array also where there is one record or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

import msgspec

from saksi.record import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write the array piece by piece: no more than one record is held in memory."""
    opening = "[\n"
    for record in records:
        stream.write(opening + msgspec.json.format(record.to_json(), indent=2))
        opening = ",\n"
    stream.write("[]\n" if opening == "[\n" else "\n]\n")
