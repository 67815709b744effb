"""Sheets: the events of an article without their words, kept in one row an article.

The ledger and the network look at all events of a period, where a page shows the words of forty. To put 200,000 events
together from their tables takes four seconds, to read them from their sheets a tenth of that. A sheet holds what is
told of each event but its words: who is on its sides, by label and by number of the desk, and on whose word it is told.
Events that people have rejected stand on no sheet. ``saksi.desk.deeds`` asks them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.parts import parts
from saksi.desk.rows import COLUMNS, Row
from saksi.desk.stored import stored_rows

_TABLES: Final = ("actors", "statements", "events", "event_actors", "event_statements")
_COLUMNS: Final = ("article", "first_day", "last_day", "lines")
_DAY: Final = 3  # its place in a line
_NOBODY: Final = ((), (), (), ())
_ENCODER: Final = msgspec.msgpack.Encoder()


def _of(table: str, *columns: str) -> Callable[[Row], tuple[Any, ...]]:
    return itemgetter(*(COLUMNS[table].index(column) for column in columns))


_ACTOR: Final = _of("actors", "article", "id", "name", "code", "country", "entity")
_STATEMENT: Final = _of("statements", "article", "id", "speaker")
_EVENT: Final = _of("events", "article", "id", "type", "status", "day", "start", "n")
_SIDE: Final = _of("event_actors", "article", "event", "side", "actor")
_TOLD: Final = _of("event_statements", "article", "event", "n", "statement")
Ref = tuple[int, str]


class Line(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An event on a sheet."""

    id: str
    type: str
    status: str
    day: str | None
    start: int
    n: int
    sources: frozenset[str]
    targets: frozenset[str]
    tellers: tuple[str, ...]
    source_numbers: frozenset[int]
    target_numbers: frozenset[int]


def keep_sheets(connection: Connection, rows: Mapping[str, Sequence[Row]], keys: Collection[int]) -> None:
    """Keep the sheets of articles by their rows of the tables of what is read in them."""
    lines = _lines(rows)
    made: list[Row] = []
    for key in keys:
        if some := lines.get(key):
            days = [line[_DAY] for line in some if line[_DAY]]
            made.append((key, min(days, default=None), max(days, default=None), _ENCODER.encode(some)))
    if made:
        insert(connection, "sheets", _COLUMNS, made)


def sheets_stored(connection: Connection, keys: Sequence[int]) -> None:
    """Keep the sheets of articles of the desk anew, by what its tables hold of them."""
    s, e = schema.sheets, schema.events
    for some in parts(connection, keys):
        rows = stored_rows(connection, some, _TABLES)
        hidden = select(e.c.article, e.c.id).where(e.c.article.in_(some), e.c.review == "rejected")
        rejected = {(row[0], row[1]) for row in connection.execute(hidden)}
        if rejected:
            rows["events"] = [row for row in rows["events"] if _EVENT(row)[:2] not in rejected]
        connection.execute(s.delete().where(s.c.article.in_(some)))
        keep_sheets(connection, rows, some)


def _lines(rows: Mapping[str, Sequence[Any]]) -> dict[int, list[tuple[Any, ...]]]:
    """The lines of each article that has events, in their order: as tuples, since a load makes thousands a second."""
    who = {
        (article, ref): (code or country or name, name, number)
        for article, ref, name, code, country, number in map(_ACTOR, rows["actors"])
    }
    speakers = {(article, ref): speaker for article, ref, speaker in map(_STATEMENT, rows["statements"])}
    sides: dict[Ref, tuple[list[str], list[str], list[int], list[int]]] = {}
    for article, event, side, actor in map(_SIDE, rows["event_actors"]):
        if (known := who.get((article, actor))) is None:
            continue
        if (at := sides.get((article, event))) is None:
            at = sides[article, event] = ([], [], [], [])
        label, _, number = known
        at[side == "target"].append(label)
        if number is not None:
            at[2 + (side == "target")].append(number)
    tellers: dict[Ref, list[tuple[int, str]]] = {}
    for article, event, n, statement in map(_TOLD, rows["event_statements"]):
        if (teller := who.get((article, speakers.get((article, statement))))) is not None:
            tellers.setdefault((article, event), []).append((n, teller[1]))
    lines: dict[int, list[tuple[Any, ...]]] = {}
    for article, *plain in sorted(map(_EVENT, rows["events"]), key=itemgetter(0, 6)):
        ref = (article, plain[0])
        names = [name for _, name in sorted(tellers[ref])] if ref in tellers else ()
        sources, targets, *numbers = sides.get(ref, _NOBODY)
        lines.setdefault(article, []).append((*plain, sources, targets, names, *numbers))
    return lines
