"""What people decided about a record, put onto what a machine read: a pure function, run again after each re-reading.

A decision finds its statement or event by the words that it is about: the text of an article never changes, so its
offsets hold, but a later reader may draw the borders otherwise. The item of the same kind with the most of the words
in common is meant, if that is at least half of both together. One that is not there any more is put back, unless it
was rejected: what a person signed outlives the machine's opinion.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from saksi.desk.portable import Form, Kind, extent, free_id, overlaid
from saksi.record import Event, Record, Span, Statement

Action = Literal["accept", "reject", "edit", "add"]
_LEAST: Final = 0.5  # of the words of both together that must be in common
BY: Final = "person"  # what ``by`` says of an item that a person put in


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One decision about one statement or event, by whom and when.

    ``start:stop`` are the words it was about when it was made, ``target`` its id then. ``changes`` are the fields that
    an edit changed, ``whole`` all its fields after the decision, ``machine`` before it (null for one that was added).
    """

    id: int
    article: str
    kind: Kind
    action: Action
    start: int
    stop: int
    exact: str
    target: str | None = None
    anchor_type: str | None = None
    changes: Form = {}
    whole: Form = {}
    machine: Form | None = None
    author: str
    created: str
    note: str | None = None
    undone: str | None = None
    undone_by: str | None = None


class Reviewed(msgspec.Struct, frozen=True):
    """A record with the decisions on it; ``marks``: what was decided last of each item, by its kind and id."""

    record: Record
    marks: dict[tuple[Kind, str], str]

    def accepted(self) -> Record:
        """The record without what was rejected, and without what rests on it."""
        gone = {ref for (kind, ref), mark in self.marks.items() if mark == "rejected" and kind == "statement"}
        lost = {ref for (kind, ref), mark in self.marks.items() if mark == "rejected" and kind == "event"}
        record = self.record
        events = [
            msgspec.structs.replace(act, according_to=tuple(ref for ref in act.according_to if ref not in gone))
            for act in record.events
            if act.id not in lost
        ]
        statements = tuple(said for said in record.statements if said.id not in gone)
        return msgspec.structs.replace(record, statements=statements, events=tuple(events))


_MARKS: Final = {"accept": "accepted", "reject": "rejected", "edit": "edited", "add": "added"}


def replay(record: Record, corrections: Iterable[Correction]) -> Reviewed:
    """The record as people have it: decisions in the order in which they were made, undone ones left out."""
    marks: dict[tuple[Kind, str], str] = {}
    for one in corrections:
        if one.undone:
            continue
        item = found(record, one)
        if item is None:
            if one.action == "reject":
                continue
            record, item = _put_in(record, one)
        elif one.action == "edit":
            record, item = overlaid(record, item, one.changes)
            record = _with(record, item)
        marks[one.kind, item.id] = _MARKS[one.action]
    return Reviewed(_sorted(record), marks)


def found(record: Record, one: Correction) -> Statement | Event | None:
    """The item of a record that a decision is about: the one with most of its words, of the same type at best."""
    items: Iterable[Statement | Event] = record.statements if one.kind == "statement" else record.events
    best, most = None, (0.0, False, False)
    for item in items:
        start, stop = extent(item)
        common = min(stop, one.stop) - max(start, one.start)
        part = common / (max(stop, one.stop) - min(start, one.start)) if common > 0 else 0.0
        same = isinstance(item, Statement) or item.type == one.anchor_type
        score = (part, same, item.id == one.target)
        if part >= _LEAST and score > most:
            best, most = item, score
    return best


def _put_in(record: Record, one: Correction) -> tuple[Record, Statement | Event]:
    text = record.article.text
    new: Statement | Event
    if one.kind == "statement":
        new = Statement(free_id(record, "s"), "indirect", (Span.of(text, one.start, one.stop),), by=BY)
    else:
        told = [said for said in record.statements if _holds(said, one.start, one.stop)]
        chain = tuple(said.id for said in sorted(told, key=lambda said: extent(said)[0] - extent(said)[1]))
        trigger = Span.of(text, one.start, one.stop)
        new = Event(free_id(record, "e"), one.anchor_type or "CONSULT", trigger, according_to=chain, by=BY)
    record, new = overlaid(record, new, one.whole)
    return _with(record, new), new


def _holds(said: Statement, start: int, stop: int) -> bool:
    return any(span.start <= start and stop <= span.end for span in said.content)


def _with(record: Record, item: Statement | Event) -> Record:
    """The record with the item in the place of the one of its id, or behind the others."""
    if isinstance(item, Statement):
        others = [one for one in record.statements if one.id != item.id]
        return msgspec.structs.replace(record, statements=(*others, item))
    acts = [one for one in record.events if one.id != item.id]
    return msgspec.structs.replace(record, events=(*acts, item))


def _sorted(record: Record) -> Record:
    """The record with its statements and events in the order of the text, as a reader gives them."""
    return msgspec.structs.replace(
        record,
        statements=tuple(sorted(record.statements, key=lambda said: extent(said))),
        events=tuple(sorted(record.events, key=lambda act: extent(act))),
    )
