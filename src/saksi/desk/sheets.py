"""Sheets: the events of an article without their words, kept in one row an article.

The ledger and the network look at all events of a period, where a page shows the words of forty. To put 200,000 events
together from their tables takes four seconds, to read them from their sheets a tenth of that. A sheet holds what is
told of each event but its words: who is on its sides, by label and by number of the desk, and on whose word it is told.
Events that people have rejected stand on no sheet. ``saksi.desk.deeds`` asks them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
_ACTOR, _STATEMENT, _EVENT, _SIDE, _TOLD = ({column: n for n, column in enumerate(COLUMNS[table])} for table in _TABLES)
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
    wanted = frozenset(keys)
    lines = _lines(rows, wanted)
    made = []
    for key in sorted(lines):
        days = [line.day for line in lines[key] if line.day]
        packed = msgspec.msgpack.encode(lines[key])
        made.append((key, min(days, default=None), max(days, default=None), packed))
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
            rows["events"] = [row for row in rows["events"] if (row[0], row[_EVENT["id"]]) not in rejected]
        connection.execute(s.delete().where(s.c.article.in_(some)))
        keep_sheets(connection, rows, some)


def _lines(rows: Mapping[str, Sequence[Any]], wanted: frozenset[int]) -> dict[int, list[Line]]:
    """The lines of each article that has events, in their order."""
    a, said, told = _ACTOR, _STATEMENT, _TOLD
    who = {(row[0], row[a["id"]]): row for row in rows["actors"] if row[0] in wanted}
    speakers = {(row[0], row[said["id"]]): row[said["speaker"]] for row in rows["statements"] if row[0] in wanted}
    sides: dict[tuple[int, str, str], list[Any]] = {}
    for row in rows["event_actors"]:
        if (actor := who.get((row[0], row[_SIDE["actor"]]))) is not None:
            sides.setdefault((row[0], row[_SIDE["event"]], row[_SIDE["side"]]), []).append(actor)
    tellers: dict[Ref, list[tuple[int, str]]] = {}
    for row in rows["event_statements"]:
        speaker = speakers.get((row[0], row[told["statement"]]))
        if (teller := who.get((row[0], speaker))) is not None:
            tellers.setdefault((row[0], row[told["event"]]), []).append((row[told["n"]], teller[a["name"]]))
    lines: dict[int, list[Line]] = {}
    plain = [_EVENT[column] for column in ("id", "type", "status", "day", "start", "n")]
    for row in rows["events"]:
        if row[0] in wanted:
            ref = (row[0], row[_EVENT["id"]])
            sources, targets = (sides.get((*ref, side), ()) for side in ("source", "target"))
            names = tuple(name for _, name in sorted(tellers.get(ref, ())))
            numbers = _numbers(sources), _numbers(targets)
            told_of: Any = (*(row[n] for n in plain), _labels(sources), _labels(targets), names, *numbers)
            lines.setdefault(row[0], []).append(Line(*told_of))
    for some in lines.values():
        some.sort(key=lambda line: line.n)
    return lines


def _labels(actors: Iterable[Any]) -> frozenset[str]:
    return frozenset(one[_ACTOR["code"]] or one[_ACTOR["country"]] or one[_ACTOR["name"]] for one in actors)


def _numbers(actors: Iterable[Any]) -> frozenset[int]:
    return frozenset(one[_ACTOR["entity"]] for one in actors if one[_ACTOR["entity"]] is not None)
