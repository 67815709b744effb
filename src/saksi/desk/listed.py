"""The articles of a filter, the newest first, without the words around and the spread that a search tells."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.filter import Filter, Question


class Listed(msgspec.Struct, frozen=True):
    """An article as a list names it."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str


def articles(connection: Connection, wanted: Filter, *, limit: int, offset: int = 0) -> list[Listed]:
    """The articles of a filter, the newest first.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    a = schema.articles
    columns = (a.c.id, a.c.title, a.c.outlet, a.c.published, a.c.url, a.c.reader_language)
    query: Any = Question(connection, wanted).articles(select(*columns))
    query = query.order_by(a.c.day.desc(), a.c.key).limit(limit).offset(offset)
    return [Listed(*row) for row in connection.execute(query)]
