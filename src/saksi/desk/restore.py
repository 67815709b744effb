"""Records back from the tables of a desk: equal to those that were loaded, but for what people have corrected."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select

from saksi.desk import schema
from saksi.record import Actor, Article, Event, Mention, Period, Place, ReaderInfo, Record, Span, Statement


def restored(connection: Connection, key: int) -> Record:
    """The record of the article with this key, without what people have rejected."""
    row = connection.execute(select(schema.articles).where(schema.articles.c.key == key)).one()
    sides: dict[tuple[str, str], list[str]] = {}
    for one in _rows(connection, schema.event_actors, key):
        sides.setdefault((one.event, one.side), []).append(one.actor)
    said = [one for one in _rows(connection, schema.statements, key) if one.review != "rejected"]
    there = {one.id for one in said}
    told: dict[str, list[str]] = {}
    for one in _rows(connection, schema.event_statements, key):
        if one.statement in there:
            told.setdefault(one.event, []).append(one.statement)
    mentions: dict[str, list[Mention]] = {}
    for one in _rows(connection, schema.mentions, key):
        mentions.setdefault(one.actor, []).append(Mention(one.start, one.stop, one.text, one.kind))
    return Record(
        article=_article(row),
        actors=tuple(_actor(one, mentions) for one in _rows(connection, schema.actors, key)),
        statements=tuple(_statement(one, row.text) for one in said),
        events=tuple(
            _event(one, sides, told) for one in _rows(connection, schema.events, key) if one.review != "rejected"
        ),
        reader=ReaderInfo(row.saksi, row.reader_language, row.model),
    )


def _rows(connection: Connection, table: Table, key: int) -> list[Any]:
    found = connection.execute(select(table).where(table.c.article == key).order_by(table.c.n))
    return list(found)


def _article(row: Any) -> Article:
    names = ("title", "text", "outlet", "wire", "url", "dateline", "byline", "published", "retrieved", "language")
    lists: dict[str, Any] = {
        name: msgspec.json.decode(getattr(row, name), type=tuple[str, ...]) for name in ("links", "notes")
    }
    return Article(id=row.source_id or "", **{name: getattr(row, name) for name in names}, **lists)


def _actor(row: Any, mentions: dict[str, list[Mention]]) -> Actor:
    names = ("id", "type", "name", "code", "country", "role", "affiliation", "wikidata")
    return Actor(**{name: getattr(row, name) for name in names}, mentions=tuple(mentions.get(row.id, ())))


def _statement(row: Any, text: str) -> Statement:
    names = ("id", "form", "speaker", "affiliation", "stance", "addressee", "unresolved", "confidence")
    return Statement(
        **{name: getattr(row, name) for name in names},
        content=tuple(Span.of(text, a, b) for a, b in msgspec.json.decode(row.spans)),
        cue=_span(row.cue_start, row.cue_stop, row.cue),
        source=_span(row.source_start, row.source_stop, row.source),
        by=row.rule,
    )


def _event(row: Any, sides: dict[tuple[str, str], list[str]], told: dict[str, list[str]]) -> Event:
    words = _span(row.date_start, row.date_stop, row.date_text)
    place = None
    if row.place is not None:
        place = Place(row.place_start, row.place_stop, row.place, row.place_country)
    return Event(
        id=row.id,
        type=row.type,
        trigger=Span(row.start, row.stop, row.text),
        sources=tuple(sides.get((row.id, "source"), ())),
        targets=tuple(sides.get((row.id, "target"), ())),
        status=row.status,
        according_to=tuple(told.get(row.id, ())),
        date=Period(row.date_from, row.date_to, words, row.basis),
        place=place,
        by=row.rule,
        confidence=row.confidence,
    )


def _span(start: int | None, stop: int | None, text: str | None) -> Span | None:
    return None if start is None or stop is None or text is None else Span(start, stop, text)
