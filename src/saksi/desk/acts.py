"""The events of a desk without their words: what is grouped, counted and sorted before anything is shown.

A desk of 20,000 articles has 200,000 events, and a page shows forty. So the ledger, timelines and networks work on
these, and fetch the words of what they show (`saksi.desk.done.events_of`).
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.filter import Filter, Question

_FEW: Final = 1_000  # articles that are named one by one
Ref = tuple[int, str]  # the key of an article and the id of an event in it


class Act(NamedTuple):
    """An event: where it stands, what it is, and on which side are whom (by code, else by name)."""

    article: int
    id: str
    type: str
    status: str
    day: str | None
    start: int
    n: int
    outlet: str | None
    hash: str
    sources: frozenset[str]
    targets: frozenset[str]


def acts(connection: Connection, wanted: Filter) -> list[Act]:
    """The events of a filter, by day, then by article and place in it; those without a day first.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    e, a = schema.events, schema.articles
    columns = [e.c[name] for name in ("article", "id", "type", "status", "day", "start", "n")]
    question = Question(connection, wanted)
    query: Any = question.events(select(*columns, a.c.outlet, a.c.id).join(a, a.c.key == e.c.article))
    rows = connection.execute(query).all()
    sides = _sides(connection, question, {row[0] for row in rows})
    nobody: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    found = [Act._make((*row, *sides.get((row[0], row[1]), nobody))) for row in rows]
    found.sort(key=lambda act: (act.day or "", act.hash, act.start, act.n))
    return found


def _sides(
    connection: Connection, question: Question, articles: set[int]
) -> dict[Ref, tuple[frozenset[str], frozenset[str]]]:
    """Who is on the two sides of each event."""
    side, a, e = schema.event_actors, schema.actors, schema.events
    label = func.coalesce(func.nullif(a.c.code, ""), func.nullif(a.c.country, ""), a.c.name)
    query: Any = select(side.c.article, side.c.event, side.c.side, label)
    query = query.join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
    if len(articles) <= _FEW:
        query = query.where(side.c.article.in_(articles))
    else:
        query = query.join(e, (e.c.article == side.c.article) & (e.c.id == side.c.event))
        query = question.events(query.join(schema.articles, schema.articles.c.key == e.c.article))
    known: dict[frozenset[str], frozenset[str]] = {}  # one set for all that are equal
    sources: dict[Ref, set[str]] = {}
    targets: dict[Ref, set[str]] = {}
    for article, event, which, name in connection.execute(query).all():
        (sources if which == "source" else targets).setdefault((article, event), set()).add(name)

    def one(names: set[str] | None) -> frozenset[str]:
        made = frozenset(names or ())
        return known.setdefault(made, made)

    return {ref: (one(sources.get(ref)), one(targets.get(ref))) for ref in sources.keys() | targets.keys()}


def tellers(connection: Connection, wanted: Filter) -> dict[Ref, tuple[str, ...]]:
    """On whose word each event of a filter is told, the outermost first.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    told, s, a, e = schema.event_statements, schema.statements, schema.actors, schema.events
    query: Any = (
        select(told.c.article, told.c.event, a.c.name)
        .join(s, (s.c.article == told.c.article) & (s.c.id == told.c.statement))
        .join(a, (a.c.article == s.c.article) & (a.c.id == s.c.speaker))
        .join(e, (e.c.article == told.c.article) & (e.c.id == told.c.event))
        .join(schema.articles, schema.articles.c.key == e.c.article)
    )
    query = Question(connection, wanted).events(query).order_by(told.c.article, told.c.event, told.c.n)
    found: dict[Ref, tuple[str, ...]] = {}
    for article, event, name in connection.execute(query).all():
        found[article, event] = (*found.get((article, event), ()), name)
    return found
