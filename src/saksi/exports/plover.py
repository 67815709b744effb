"""PLOVER: one event a line as JSON, for those who work with event data; ``saksi`` holds what PLOVER has no field for.

PLOVER counts acts and not reports of acts, and has no status: ``saksi.status`` says whether the act occurred. Whoever
counts every line counts denials as deeds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from saksi.plover import CAMEO_ROOTS, TYPES
from saksi.record import Actor, Event, Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write one event a line."""
    for record in records:
        for event in events(record):
            stream.write(json.dumps(event, ensure_ascii=False) + "\n")


def events(record: Record) -> Iterator[dict[str, Any]]:
    """The events of a record in their order."""
    actors = {actor.id: actor for actor in record.actors}
    names = {said.id: actors[said.speaker].name for said in record.statements if said.speaker in actors}
    for act in record.events:
        yield _event(record, act, actors, names)


def _event(record: Record, act: Event, actors: dict[str, Actor], names: dict[str, str]) -> dict[str, Any]:
    article, known = record.article, TYPES.get(act.type)
    sources, targets = ([_actor(actors[ref]) for ref in refs if ref in actors] for refs in (act.sources, act.targets))
    return {
        "id": f"{article.text_hash}-{act.id}",
        "date": act.date.begin or (article.published or "")[:10] or None,
        "type": act.type,
        "quad": known.quad if known else None,
        "cameo": CAMEO_ROOTS.get(act.type, ("",))[0],
        "source": sources,
        "target": targets,
        "location": {"text": act.place.text, "country": act.place.country} if act.place else None,
        "text": act.trigger.text,
        "publisher": article.outlet,
        "url": article.url,
        "language": record.reader.language,
        "saksi": {
            "article": article.text_hash,
            "start": act.trigger.start,
            "end": act.trigger.end,
            "status": act.status,
            "according_to": [names[ref] for ref in act.according_to if ref in names],
            "date_basis": act.date.basis,
            "confidence": act.confidence,
            "reader": f"{record.reader.saksi} {record.reader.model}",
        },
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {"name": actor.name, "code": actor.code, "country": actor.country, "type": actor.type, "role": actor.role}
