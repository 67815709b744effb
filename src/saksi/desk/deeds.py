"""Events without their words, from their sheets, which answers about many of them begin with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.acts import Act, Ref, acts, tellers
from saksi.desk.filter import Filter, Question
from saksi.desk.sheets import Line
from saksi.plover import TYPES

Told = dict[Ref, tuple[str, ...]]
_LINES: Final = msgspec.msgpack.Decoder(list[Line])


def on_sheets(question: Question) -> bool:
    """Whether the events of a question are found on the sheets: those of somebody are found by an index instead."""
    return question.indexed and not question.actors


def acts_told(connection: Connection, wanted: Filter) -> tuple[list[Act], Told]:
    """The events of a filter by day, those without a day first, and on whose word each of them is told.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    question = Question(connection, wanted)
    if not on_sheets(question):
        return acts(connection, wanted), tellers(connection, wanted)
    found: list[Act] = []
    told: Told = {}
    a = schema.articles
    for key, outlet, text_hash, line in lines(connection, question, a.c.outlet, a.c.id):
        found.append(
            Act(
                key, line.id, line.type, line.status, line.day, line.start, line.n, outlet, text_hash,
                line.sources, line.targets,
            )
        )  # fmt: skip
        if line.tellers:
            told[key, line.id] = line.tellers
    found.sort(key=lambda act: (act.day or "", act.hash, act.start, act.n))
    return found, told


def lines(connection: Connection, question: Question, *columns: Any) -> Iterator[tuple[Any, ...]]:
    """The key of the article, columns of it, and the line, for each event of a question that names no actors."""
    wanted, s, a = question.wanted, schema.sheets, schema.articles
    first, last = wanted.period()
    query: Any = select(s.c.article, *columns, s.c.lines).join(a, a.c.key == s.c.article)
    for _, *told, packed in map(tuple, connection.execute(question.sheets(query))):
        for line in _LINES.decode(packed):
            if (first or last) and not (line.day and (first or "") <= line.day <= (last or "9999")):
                continue
            if _is_of(wanted, line):
                yield (_, *told, line)


def _is_of(wanted: Filter, line: Line) -> bool:
    if wanted.type and line.type != wanted.type:
        return False
    if wanted.status and line.status != wanted.status:
        return False
    return not wanted.quad or quad_of(line.type) == wanted.quad


def quad_of(kind: str) -> str:
    """The quad class of a type of event, as the table of events holds it."""
    known = TYPES.get(kind)
    return known.quad if known else ""
