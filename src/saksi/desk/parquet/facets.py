"""Facets of a run, which keeps no spreads: its articles are counted where they stand, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.facets import MOST, Facets

_FACETS: Final = {"outlet": "outlet", "language": "reader_language", "month": "day"}


def counted(connection: Connection, keys: Sequence[int]) -> Facets:
    """The values that the articles of these keys have most, and how often; of months the latest."""
    articles = schema.articles
    facets: Facets = {}
    for name, source in _FACETS.items():
        value = func.substr(articles.c.day, 1, 7) if name == "month" else articles.c[source]
        query = select(value, func.count()).where(articles.c.key.in_(keys), value.is_not(None)).group_by(value)
        order = (value.desc(),) if name == "month" else (func.count().desc(), value)
        facets[name] = tuple((row[0], row[1]) for row in connection.execute(query.order_by(*order).limit(MOST)))
    for name in ("type", "status"):
        value = schema.events.c[name]
        query = select(value, func.count()).where(schema.events.c.article.in_(keys)).group_by(value)
        found = connection.execute(query.order_by(func.count().desc(), value).limit(MOST))
        facets[name] = tuple((row[0], row[1]) for row in found)
    a, s = schema.actors, schema.statements
    voices = (
        select(a.c.name, func.count())
        .join(s, (s.c.article == a.c.article) & (s.c.speaker == a.c.id))
        .where(s.c.article.in_(keys))
        .group_by(a.c.name)
        .order_by(func.count().desc(), a.c.name)
        .limit(MOST)
    )
    facets["speaker"] = tuple((row[0], row[1]) for row in connection.execute(voices))
    return facets
