"""A record as rows of the tables of a desk."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from saksi.desk import schema
from saksi.desk.words import lemmas
from saksi.plover import TYPES
from saksi.record import Event, Place, Record, Span, Statement

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def article_row(record: Record, key: int, load: int, now: str) -> dict[str, object]:
    """The row of the article, by column."""
    article, reader = record.article, record.reader
    names = ("title", "text", "outlet", "wire", "url", "dateline", "byline", "published", "retrieved", "language")
    return {name: getattr(article, name) for name in names} | {
        "key": key,
        "id": article.text_hash,
        "source_id": article.id or None,
        "day": day_of(article.published),
        "links": msgspec.json.encode(article.links).decode(),
        "notes": msgspec.json.encode(article.notes).decode(),
        "title_words": lemmas(article.title or "", reader.language),
        "words": lemmas(article.text, reader.language),
        "saksi": reader.saksi,
        "reader_language": reader.language,
        "model": reader.model,
        "load": load,
        "loaded": now,
    }


def day_of(published: str | None) -> str | None:
    """The day of an ISO date or time."""
    match = _DAY.match(published or "")
    return match[0] if match else None


def read_rows(record: Record, key: int) -> dict[str, list[dict[str, object]]]:
    """What is read in the article, by table: rows by column, in the order of the record."""
    rows: dict[str, list[dict[str, object]]] = {table.name: [] for table in schema.READ}
    for n, actor in enumerate(record.actors):
        rows["actors"].append({"article": key, "n": n, **{f: getattr(actor, f) for f in _ACTOR}})
        rows["mentions"] += [
            {"article": key, "actor": actor.id, "n": m, "start": at.start, "stop": at.end, "text": at.text}
            | {"kind": at.kind}
            for m, at in enumerate(actor.mentions)
        ]
    rows["statements"] = [_statement(said, key, n) for n, said in enumerate(record.statements)]
    published = day_of(record.article.published)
    for n, act in enumerate(record.events):
        rows["events"].append(_event(act, key, n, published))
        for side, refs in (("source", act.sources), ("target", act.targets)):
            rows["event_actors"] += [
                {"article": key, "event": act.id, "side": side, "n": m, "actor": ref} for m, ref in enumerate(refs)
            ]
        rows["event_statements"] += [
            {"article": key, "event": act.id, "n": m, "statement": ref} for m, ref in enumerate(act.according_to)
        ]
    return rows


_ACTOR: Final = ("id", "type", "name", "code", "country", "role", "affiliation", "wikidata")
_STATEMENT: Final = ("id", "form", "speaker", "affiliation", "stance", "addressee", "unresolved", "confidence")


def _statement(said: Statement, key: int, n: int) -> dict[str, object]:
    return {
        **{name: getattr(said, name) for name in _STATEMENT},
        **_place("cue", said.cue, "cue_"),
        **_place("source", said.source, "source_"),
        "article": key,
        "n": n,
        "text": " … ".join(span.text for span in said.content),
        "start": min((span.start for span in said.content), default=0),
        "stop": max((span.end for span in said.content), default=0),
        "spans": msgspec.json.encode([(span.start, span.end) for span in said.content]).decode(),
        "rule": said.by,
    }


def _event(act: Event, key: int, n: int, published: str | None) -> dict[str, object]:
    return {
        **_place("text", act.trigger, ""),
        **_place("date_text", act.date.text, "date_"),
        **_place("place", act.place, "place_"),
        "article": key,
        "n": n,
        "id": act.id,
        "type": act.type,
        "quad": TYPES[act.type].quad,
        "status": act.status,
        "date_from": act.date.begin,
        "date_to": act.date.end,
        "basis": act.date.basis,
        "day": day_of(act.date.begin) or published,
        "place_country": act.place.country if act.place else None,
        "rule": act.by,
        "confidence": act.confidence,
    }


def _place(text: str, place: Span | Place | None, prefix: str) -> dict[str, object]:
    if place is None:
        return {text: None, f"{prefix}start": None, f"{prefix}stop": None}
    return {text: place.text, f"{prefix}start": place.start, f"{prefix}stop": place.end}
