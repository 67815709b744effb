"""Somebody of the desk: their names, offices over time, how much they say and how much is said of them."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, or_, select

from saksi.desk import schema
from saksi.desk.decisions import root
from saksi.desk.filter import Filter, Question, code_of
from saksi.desk.words import folded

_MOST: Final = 20


class Office(msgspec.Struct, frozen=True):
    """A role, the days of the first and the last article that gives it, and in how many it stands."""

    role: str
    first_day: str | None
    last_day: str | None
    articles: int


class Voice(msgspec.Struct, frozen=True):
    """Somebody of the desk. ``joined`` tells how often an article's actor was joined by what (name, code, ...)."""

    id: int
    type: str
    name: str
    code: str | None
    country: str | None
    wikidata: str | None
    names: tuple[str, ...]
    roles: tuple[Office, ...]
    articles: int
    statements: int
    joined: dict[str, int]


class Quoted(msgspec.Struct, frozen=True):
    """Somebody, and how many statements of theirs there are."""

    id: int
    name: str
    code: str | None
    statements: int


def find(connection: Connection, name: str) -> list[Voice]:
    """Those called so (``@12``: the one of that number), who is named most first."""
    e, n, a = schema.entities, schema.entity_names, schema.actors
    if name.startswith("@") and name[1:].isdigit():
        return [voice(connection, int(name[1:]))]
    code = code_of(name) or name
    like = "%" + folded(name).replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    kept = func.coalesce(e.c.same_as, e.c.id)
    named = select(n.c.entity).where(n.c.folded.like(like, escape="\\"))
    query = select(kept).join(a, a.c.entity == e.c.id).where(or_(e.c.code == code, e.c.id.in_(named)))
    query = query.group_by(kept).order_by(func.count().desc(), kept).limit(_MOST)
    return [voice(connection, number) for number in connection.execute(query).scalars().all()]


def voice(connection: Connection, entity: int) -> Voice:
    """The one with this number, or whom it was merged into.

    Raises:
        DeskError: there is none.
    """
    a, s = schema.actors, schema.statements
    number = root(connection, entity)
    row = connection.execute(select(schema.entities).where(schema.entities.c.id == number)).one()
    ids = members(connection, number)
    here = a.c.entity.in_(ids)
    names = select(a.c.name, func.count()).where(here).group_by(a.c.name).order_by(func.count().desc(), a.c.name)
    joined = select(a.c.joined, func.count()).where(here, a.c.joined.is_not(None)).group_by(a.c.joined)
    said = select(func.count()).select_from(s).join(a, (a.c.article == s.c.article) & (a.c.id == s.c.speaker))
    return Voice(
        number,
        row.type,
        row.name,
        row.code,
        row.country,
        row.wikidata,
        tuple(one[0] for one in connection.execute(names.limit(_MOST))),
        _offices(connection, here),
        connection.execute(select(func.count(func.distinct(a.c.article))).where(here)).scalar_one(),
        connection.execute(said.where(here, or_(s.c.review.is_(None), s.c.review != "rejected"))).scalar_one(),
        {row[0]: row[1] for row in connection.execute(joined)},
    )


def members(connection: Connection, number: int) -> list[int]:
    """The entries that are one with this one, itself among them."""
    e = schema.entities
    return list(connection.execute(select(e.c.id).where(or_(e.c.id == number, e.c.same_as == number))).scalars())


def most_quoted(connection: Connection, wanted: Filter, *, limit: int = 10) -> list[Quoted]:
    """Who is quoted most in the statements of a filter."""
    s, a, e = schema.statements, schema.actors, schema.entities
    kept = func.coalesce(e.c.same_as, e.c.id)
    query: Any = select(kept.label("kept"), func.count().label("n")).select_from(s)
    query = query.join(schema.articles, schema.articles.c.key == s.c.article)
    query = query.join(a, (a.c.article == s.c.article) & (a.c.id == s.c.speaker)).join(e, e.c.id == a.c.entity)
    query = Question(connection, wanted).statements(query).group_by(kept)
    counted = connection.execute(query.order_by(func.count().desc(), kept).limit(limit)).all()
    rows = {row.id: row for row in connection.execute(select(e).where(e.c.id.in_([one.kept for one in counted])))}
    return [Quoted(one.kept, rows[one.kept].name, rows[one.kept].code, one.n) for one in counted]


def _offices(connection: Connection, here: Any) -> tuple[Office, ...]:
    a, articles = schema.actors, schema.articles
    first, last = func.min(articles.c.day), func.max(articles.c.day)
    query = select(a.c.role, first, last, func.count()).join(articles, articles.c.key == a.c.article)
    query = query.where(here, a.c.role.is_not(None)).group_by(a.c.role).order_by(first, a.c.role).limit(_MOST)
    return tuple(Office(*row) for row in connection.execute(query))
