"""The network of a desk: who acts upon whom, how often and in which way."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.filter import Filter, Question

_QUADS: Final = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")


class Node(msgspec.Struct, frozen=True):
    """Somebody, and in how many events they are."""

    id: int
    name: str
    code: str | None
    type: str
    events: int


class Edge(msgspec.Struct, frozen=True):
    """What one does to another: events by quad class and by status."""

    source: int
    target: int
    events: int
    quads: dict[str, int]
    statuses: dict[str, int]

    @property
    def quad(self) -> str:
        """The quad class of most of the events."""
        return max(self.quads, key=lambda name: (self.quads[name], name))


class Network(msgspec.Struct, frozen=True):
    """Those with most events, and what is between them; ``left_out`` counts the others."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def network(connection: Connection, wanted: Filter, *, most: int = 60) -> Network:
    """The network of the events of a filter, of the ``most`` who are in most of them.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    e, side, a, who = schema.events, schema.event_actors, schema.actors, schema.entities
    chosen: Any = select(e.c.article, e.c.id, e.c.quad, e.c.status).join(
        schema.articles, schema.articles.c.key == e.c.article
    )
    kept = func.coalesce(who.c.same_as, who.c.id)
    chosen = Question(connection, wanted).events(chosen).subquery()
    query = (
        select(chosen.c.article, chosen.c.id, chosen.c.quad, chosen.c.status, side.c.side, kept.label("who"))
        .join(side, (side.c.article == chosen.c.article) & (side.c.event == chosen.c.id))
        .join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
        .join(who, who.c.id == a.c.entity)
    )
    acts: dict[tuple[int, str, str, str], dict[str, set[int]]] = defaultdict(lambda: {"source": set(), "target": set()})
    for row in connection.execute(query):
        acts[row.article, row.id, row.quad, row.status][row.side].add(row.who)
    counted: Counter[int] = Counter()
    for sides in acts.values():
        counted.update(sides["source"] | sides["target"])
    shown = {number for number, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:most]}
    return Network(_nodes(connection, shown, counted), _edges(acts, shown), len(counted) - len(shown))


def _nodes(connection: Connection, shown: set[int], counted: Counter[int]) -> tuple[Node, ...]:
    e = schema.entities
    rows = connection.execute(select(e.c.id, e.c.name, e.c.code, e.c.type).where(e.c.id.in_(shown)))
    found = [Node(row.id, row.name, row.code, row.type, counted[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda node: (-node.events, node.id)))


def _edges(acts: dict[tuple[int, str, str, str], dict[str, set[int]]], shown: set[int]) -> tuple[Edge, ...]:
    quads: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    statuses: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for (_, _, quad, status), sides in acts.items():
        pairs = {(one, other) for one in sides["source"] & shown for other in sides["target"] & shown if one != other}
        # What all do to each other is one line between two, not one there and one back.
        for one, other in {pair if (pair[1], pair[0]) not in pairs else tuple(sorted(pair)) for pair in pairs}:
            quads[one, other][quad] += 1
            statuses[one, other][status] += 1
    return tuple(
        Edge(*pair, quads[pair].total(), dict(sorted(quads[pair].items())), dict(sorted(statuses[pair].items())))
        for pair in sorted(quads)
    )
