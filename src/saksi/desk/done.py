"""Events of a desk with their words: of a filter, or those that are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select, tuple_

from saksi.desk import schema
from saksi.desk.filter import Filter, Question
from saksi.desk.parts import parts
from saksi.desk.told import Done, Party, article_columns, source_of


def events(connection: Connection, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> list[Done]:
    """The events of a filter, the latest first.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    e, a = schema.events, schema.articles
    query: Any = Question(connection, wanted).events(_event_query())
    query = query.order_by(e.c.day.desc(), a.c.key, e.c.n).limit(limit).offset(offset)
    rows = connection.execute(query).all()
    return _done(connection, rows)


def events_of(connection: Connection, refs: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Done]:
    """Events by the key of their article and their id."""
    e, wanted = schema.events, sorted(set(refs))
    found: dict[tuple[int, str], Done] = {}
    for part in parts(connection, wanted):
        # By the articles first: pairs alone let SQLite read through all events.
        near = e.c.article.in_(sorted({article for article, _ in part}))
        rows = connection.execute(_event_query().where(near, tuple_(e.c.article, e.c.id).in_(part))).all()
        found |= zip(((row.article, row.id) for row in rows), _done(connection, rows), strict=True)
    return found


def _event_query() -> Any:
    e, a = schema.events, schema.articles
    names = ("id", "type", "quad", "status", "text", "start", "stop", "day", "basis", "place")
    return select(*(e.c[name] for name in names), e.c.article, *article_columns()).join(a, a.c.key == e.c.article)


def _done(connection: Connection, rows: Sequence[Any]) -> list[Done]:
    keys = sorted({row.article for row in rows})
    bodies: dict[int, str] = {}
    parties: dict[tuple[int, str, str], list[Party]] = {}
    told: dict[tuple[int, str], list[str]] = {}
    for part in parts(connection, keys):
        a = schema.articles
        # The text of an article once, however many of its events there are.
        bodies |= {row.key: row.text for row in connection.execute(select(a.c.key, a.c.text).where(a.c.key.in_(part)))}
        parties |= _parties(connection, part)
        told |= _according(connection, part)
    return [
        Done(
            row.id,
            row.type,
            row.quad,
            row.status,
            row.text,
            row.start,
            row.stop,
            row.day,
            row.basis,
            row.place,
            sources=tuple(parties.get((row.article, row.id, "source"), ())),
            targets=tuple(parties.get((row.article, row.id, "target"), ())),
            according_to=tuple(told.get((row.article, row.id), ())),
            sentence=sentence(bodies[row.article], row.start, row.stop),
            source=source_of(row),
        )
        for row in rows
    ]


def sentence(body: str, start: int, stop: int) -> str:
    """The sentence around words of a text, roughly: from the last full stop or line break to the next."""
    marks = (". ", "\n", "! ", "? ", ".” ", '." ')
    begin = max((at + len(mark) for mark in marks if (at := body.rfind(mark, 0, start)) >= 0), default=0)
    ends = [at for mark in (". ", "\n", "! ", "? ") if (at := body.find(mark, stop)) >= 0]
    end = min(ends, default=len(body))
    return body[begin : end + 1].strip()


def _parties(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str, str], list[Party]]:
    side, a = schema.event_actors, schema.actors
    query = (
        select(side.c.article, side.c.event, side.c.side, a.c.name, a.c.code, a.c.country)
        .join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
        .where(side.c.article.in_(keys))
        .order_by(side.c.article, side.c.event, side.c.side, side.c.n)
    )
    found: dict[tuple[int, str, str], list[Party]] = {}
    for row in connection.execute(query).all():
        found.setdefault((row.article, row.event, row.side), []).append(Party(row.name, row.code, row.country))
    return found


def _according(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], list[str]]:
    """The names of those on whose word each event is told, the outermost first."""
    told, s, a = schema.event_statements, schema.statements, schema.actors
    query = (
        select(told.c.article, told.c.event, a.c.name)
        .join(s, (s.c.article == told.c.article) & (s.c.id == told.c.statement))
        .join(a, (a.c.article == s.c.article) & (a.c.id == s.c.speaker))
        .where(told.c.article.in_(keys))
        .order_by(told.c.article, told.c.event, told.c.n)
    )
    found: dict[tuple[int, str], list[str]] = {}
    for row in connection.execute(query).all():
        found.setdefault((row.article, row.event), []).append(row.name)
    return found
