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
    query: Any = select(*columns, w.c.name, w.c.code, w.c.country, w.c.role, *article_columns())
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
            source=source_of(row),
        )
        for row in connection.execute(query)
    ]


def article_columns() -> list[Any]:
    """What a query has to ask of the article for `source_of`."""
    return [schema.articles.c[name].label(f"a_{name}") for name in _ARTICLE]


def source_of(row: Any) -> Source:
    """The article that a row stands in."""
    return Source(row.a_id, row.a_title, row.a_outlet, row.a_published, row.a_url, row.a_reader_language)
