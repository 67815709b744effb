"""Statements and events in a form that outlives a re-reading: actors by what they are, not by an id of one record.

A reader's ids (``a3``, ``s8``) mean something in one reading only. What a person decides is kept with the words it is
about and the actors as they were then, and is put back into whatever a later reader makes of the same text.
"""

from __future__ import annotations

from itertools import count
from typing import Any, Final, Literal

import msgspec

from saksi.record import Actor, Event, Place, Record, Span, Statement

Kind = Literal["statement", "event"]
Form = dict[str, Any]
STATEMENT_FIELDS: Final = ("content", "cue", "source", "form", "stance", "speaker", "affiliation")
EVENT_FIELDS: Final = ("trigger", "type", "status", "sources", "targets")
FIELDS: Final[dict[Kind, tuple[str, ...]]] = {"statement": STATEMENT_FIELDS, "event": EVENT_FIELDS}


def portable(record: Record, item: Statement | Event) -> Form:
    """The fields of a statement or event that a person may decide on; places as ``[start, end]``."""
    if isinstance(item, Statement):
        return {
            "content": [[span.start, span.end] for span in item.content],
            "cue": _at(item.cue),
            "source": _at(item.source),
            "form": item.form,
            "stance": item.stance,
            "speaker": described(record, item.speaker) if item.speaker else None,
            "affiliation": item.affiliation,
        }
    return {
        "trigger": _at(item.trigger),
        "type": item.type,
        "status": item.status,
        "sources": [described(record, ref) for ref in item.sources],
        "targets": [described(record, ref) for ref in item.targets],
    }


def described(record: Record, ref: str) -> Form:
    """An actor of a record by what it is; a name that is no id of it stands for somebody whom it does not know yet."""
    actor = record.actor(ref) or Actor(ref, "person", ref)
    names = ("type", "name", "code", "country", "role", "affiliation", "wikidata")
    return {name: getattr(actor, name) for name in names}


def with_actor(record: Record, wanted: Form) -> tuple[Record, str]:
    """The record with somebody in it, and the id there: the one of the same code or name, else a new one."""
    for actor in record.actors:
        if actor.name == wanted["name"] and (actor.code or None) == (wanted.get("code") or None):
            return record, actor.id
    by_name = next((actor for actor in record.actors if actor.name.casefold() == wanted["name"].casefold()), None)
    if by_name is not None:
        return record, by_name.id
    new = msgspec.convert({**wanted, "id": free_id(record, "a")}, Actor)
    return msgspec.structs.replace(record, actors=(*record.actors, new)), new.id


def free_id(record: Record, letter: str) -> str:
    """The first id of a letter that the record does not use: ``s14``."""
    used = {one.id for one in record.actors}
    used |= {one.id for one in record.statements} | {one.id for one in record.events}
    return next(name for n in count(1) if (name := f"{letter}{n}") not in used)


def overlaid(record: Record, item: Statement | Event, changes: Form) -> tuple[Record, Statement | Event]:
    """The item with some of its fields changed, and the record with the actors that they name."""
    text = record.article.text
    values: Form = {}
    for name, value in changes.items():
        if name in ("speaker", "sources", "targets"):
            refs = []
            for one in [value] if name == "speaker" and value else value or []:
                record, ref = with_actor(record, one)
                refs.append(ref)
            values[name] = (refs[0] if refs else None) if name == "speaker" else tuple(refs)
        elif name == "content":
            values[name] = tuple(Span.of(text, *at) for at in value)
        elif name in ("cue", "source", "trigger"):
            values[name] = Span.of(text, *value) if value else None
        else:
            values[name] = value
    if values.get("speaker"):
        values["unresolved"] = None
    return record, msgspec.structs.replace(item, **values)


def extent(item: Statement | Event) -> tuple[int, int]:
    """From where to where its words stand in the text."""
    if isinstance(item, Event):
        return item.trigger.start, item.trigger.end
    return min((s.start for s in item.content), default=0), max((s.end for s in item.content), default=0)


def _at(span: Span | Place | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
