"""Statements and events of a desk as rows that can be read: the words, who, when, and the article they stand in."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.filter import Filter, Question


class Source(msgspec.Struct, frozen=True):
    """The article that a row stands in."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str


class Party(msgspec.Struct, frozen=True):
    """An actor as the article names it, with its code where there is one."""

    name: str
    code: str | None
    country: str | None = None

    @property
    def label(self) -> str:
        """The code, else the name: what events are compared by."""
        return self.code or self.country or self.name


class Said(msgspec.Struct, frozen=True):
    """A statement: its words (``start:stop`` in the article), and whose they are."""

    id: str
    text: str
    start: int
    stop: int
    form: str
    stance: str
    cue: str | None
    speaker: Party | None
    role: str | None
    source: Source


class Done(msgspec.Struct, frozen=True):
    """An event: the words that name the act, who did it to whom, how certain, and on whose word."""

    id: str
    type: str
    quad: str
    status: str
    text: str
    start: int
    stop: int
    day: str | None
    basis: str
    place: str | None
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    according_to: tuple[str, ...]
    sentence: str
    source: Source


_ARTICLE = ("id", "title", "outlet", "published", "url", "reader_language")


def statements(connection: Connection, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> list[Said]:
    """The statements of a filter, the newest articles first.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    s, a, w = schema.statements, schema.articles, schema.actors
    columns = [s.c[name] for name in ("id", "text", "start", "stop", "form", "stance", "cue")]
    query: Any = select(*columns, w.c.name, w.c.code, w.c.country, w.c.role, *_article_columns())
    query = query.join(a, a.c.key == s.c.article)
    query = query.outerjoin(w, (w.c.article == s.c.article) & (w.c.id == s.c.speaker))
    query = Question(connection, wanted).statements(query)
    query = query.order_by(a.c.day.desc(), a.c.key, s.c.n).limit(limit).offset(offset)
    return [
        Said(
            row.id,
            row.text,
            row.start,
            row.stop,
            row.form,
            row.stance,
            row.cue,
            speaker=Party(row.name, row.code, row.country) if row.name else None,
            role=row.role,
            source=_source(row),
        )
        for row in connection.execute(query)
    ]


def events(connection: Connection, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> list[Done]:
    """The events of a filter, the latest first.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    e, a = schema.events, schema.articles
    names = ("id", "type", "quad", "status", "text", "start", "stop", "day", "basis", "place")
    query: Any = select(*(e.c[name] for name in names), e.c.article, *_article_columns())
    query = Question(connection, wanted).events(query.join(a, a.c.key == e.c.article))
    query = query.order_by(e.c.day.desc(), a.c.key, e.c.n).limit(limit).offset(offset)
    rows = connection.execute(query).all()
    keys = list({row.article for row in rows})
    parties, told = _parties(connection, keys), _according(connection, keys)
    # Once for an article: a join would carry the text along with each of its events.
    bodies = dict(connection.execute(select(a.c.key, a.c.text).where(a.c.key.in_(keys))).tuples().all())
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
            source=_source(row),
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


def _article_columns() -> list[Any]:
    return [schema.articles.c[name].label(f"a_{name}") for name in _ARTICLE]


def _source(row: Any) -> Source:
    return Source(row.a_id, row.a_title, row.a_outlet, row.a_published, row.a_url, row.a_reader_language)


def _parties(connection: Connection, keys: list[int]) -> dict[tuple[int, str, str], list[Party]]:
    side, a = schema.event_actors, schema.actors
    query = (
        select(side.c.article, side.c.event, side.c.side, a.c.name, a.c.code, a.c.country)
        .join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
        .where(side.c.article.in_(keys))
        .order_by(side.c.article, side.c.event, side.c.side, side.c.n)
    )
    found: dict[tuple[int, str, str], list[Party]] = {}
    for row in connection.execute(query):
        found.setdefault((row.article, row.event, row.side), []).append(Party(row.name, row.code, row.country))
    return found


def _according(connection: Connection, keys: list[int]) -> dict[tuple[int, str], list[str]]:
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
    for row in connection.execute(query):
        found.setdefault((row.article, row.event), []).append(row.name)
    return found
