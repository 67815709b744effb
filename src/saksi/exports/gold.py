"""Gold: a file for each article in the form that `saksi eval` measures against and training reads.

Speakers are names and the sides of events are codes, as in the project's own `gold/`; offsets are code points.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec

from saksi.exports.folder import make_folder
from saksi.record import Actor, Event, Record, Span, Statement

_UNFIT: Final = re.compile(r"[^\w.-]+")
_MOST_NAME: Final = 80  # characters of a file's name


def write_folder(records: Iterable[Record], folder: Path) -> None:
    """Write ``<article>.json`` for each record into a folder, which is made if need be.

    Raises:
        OptionError: the folder cannot be made.
    """
    make_folder(folder)
    for record in records:
        name = _UNFIT.sub("-", record.article.id).strip("-.")[:_MOST_NAME]
        path = folder / f"{f'{name}-' if name else ''}{record.article.text_hash}.json"
        path.write_text(json.dumps(gold(record), ensure_ascii=False, indent=1) + "\n", "utf-8")


def gold(record: Record) -> dict[str, Any]:
    """The record as gold."""
    article = record.article
    actors = {actor.id: actor for actor in record.actors}
    return {
        "id": article.id or article.text_hash,
        "lang": record.reader.language,
        "title": article.title,
        "outlet": article.outlet,
        "date": (article.published or "")[:10] or None,
        "url": article.url,
        "text": article.text,
        "actors": [_actor(actor) for actor in record.actors],
        "statements": [_statement(said, actors) for said in record.statements],
        "events": [_event(act, record, actors) for act in record.events],
    }


def _actor(actor: Actor) -> dict[str, Any]:
    names = dict.fromkeys(at.text for at in actor.mentions if at.kind != "pronoun")
    return {"name": actor.name, "type": actor.type, "country": actor.country, "mentions": list(names)}


def _statement(said: Statement, actors: dict[str, Actor]) -> dict[str, Any]:
    speaker = actors.get(said.speaker or "")
    return {
        "form": said.form,
        "content": [msgspec.to_builtins(span) for span in said.content],
        "cue": _span(said.cue),
        "source": _span(said.source),
        "speaker": speaker.name if speaker else None,
        "affiliation": said.affiliation,
        "stance": said.stance,
    }


def _event(act: Event, record: Record, actors: dict[str, Actor]) -> dict[str, Any]:
    told = {said.id: actors[said.speaker].name for said in record.statements if said.speaker in actors}
    day = act.date.begin
    return {
        "trigger": _span(act.trigger),
        "type": act.type,
        "sources": [_code(actors[ref]) for ref in act.sources if ref in actors],
        "targets": [_code(actors[ref]) for ref in act.targets if ref in actors],
        "status": act.status,
        "according_to": next((told[ref] for ref in reversed(act.according_to) if ref in told), None),
        "date": day,
    }


def _code(actor: Actor) -> str:
    return actor.code or actor.country or actor.name


def _span(span: Span | None) -> dict[str, Any] | None:
    return msgspec.to_builtins(span) if span else None
