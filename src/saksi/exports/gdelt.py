"""GDELT 2.0: a folder with the events and the mentions table, for whatever reads GDELT's own files.

The files are as GDELT's: tabs between the columns, no line of names, no quoting. GDELT has no status; the last column
tells it, and ``IsRootEvent`` is 1 for what occurred alone, so that a query for root events counts no denials.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from saksi.exports.folder import make_folder
from saksi.exports.gdelt_columns import EVENTS, MENTIONS
from saksi.exports.gdelt_dyads import dyads
from saksi.exports.gdelt_events import event_row
from saksi.exports.gdelt_mentions import mention_row, sentence_starts
from saksi.record import Record

EVENTS_FILE: Final = "saksi.export.CSV"
MENTIONS_FILE: Final = "saksi.mentions.CSV"
# Tabs, and all that some reader takes for the end of a line.
_BREAKS: Final = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def write_folder(records: Iterable[Record], folder: Path) -> None:
    """Write both tables, as the records come. An event told in a text that was there already has one row of its own.

    Raises:
        OptionError: the folder cannot be made.
    """
    make_folder(folder)
    seen: set[int] = set()
    with (
        (folder / EVENTS_FILE).open("w", encoding="utf-8", newline="\n") as events,
        (folder / MENTIONS_FILE).open("w", encoding="utf-8", newline="\n") as mentions,
    ):
        for record in records:
            starts = sentence_starts(record)
            for dyad in dyads(record):
                if dyad.number not in seen:
                    seen.add(dyad.number)
                    events.write(line(event_row(dyad), EVENTS))
                mentions.write(line(mention_row(dyad, starts), MENTIONS))


def line(row: dict[str, object], columns: Sequence[str]) -> str:
    """A row as a line: whatever would end a cell or the line is a space, and what is not known is empty."""
    return "\t".join(_cell(row.get(column)) for column in columns) + "\n"


def _cell(value: object) -> str:
    return "" if value is None else str(value).translate(_BREAKS)
