"""The network of a desk: who acts upon whom, how often and in which way."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.deeds import lines, on_sheets, quad_of
from saksi.desk.filter import Filter, Question

# The sides of an event, its quad class and its status.
_Act = tuple[frozenset[int], frozenset[int], str, str]


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
    acts = _alike(connection, wanted)
    counted: Counter[int] = Counter()
    for (sources, targets, _, _), n in acts.items():
        for number in sources | targets:
            counted[number] += n
    shown = frozenset(number for number, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:most])
    return Network(_nodes(connection, shown, counted), _edges(acts, shown), len(counted) - len(shown))


def _alike(connection: Connection, wanted: Filter) -> Counter[_Act]:
    """How many events of a filter have the same sides, quad class and status: a tenth of the events."""
    question = Question(connection, wanted)
    if on_sheets(question):
        return _of_sheets(connection, question)
    e, side, a, who = schema.events, schema.event_actors, schema.actors, schema.entities
    query: Any = select(e.c.article, e.c.id, side.c.side, func.coalesce(who.c.same_as, who.c.id), e.c.quad, e.c.status)
    query = (
        query.join(schema.articles, schema.articles.c.key == e.c.article)
        .join(side, (side.c.article == e.c.article) & (side.c.event == e.c.id))
        .join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
        .join(who, who.c.id == a.c.entity)
    )
    query = question.events(query)
    sides: dict[tuple[int, str, str, str], tuple[set[int], set[int]]] = {}
    for article, event, which, number, quad, status in connection.execute(query).all():
        key = (article, event, quad, status)
        if key not in sides:
            sides[key] = (set(), set())
        sides[key][which == "target"].add(number)
    return Counter(
        (frozenset(sources), frozenset(targets), quad, status)
        for (_, _, quad, status), (sources, targets) in sides.items()
    )


def _of_sheets(connection: Connection, question: Question) -> Counter[_Act]:
    who = schema.entities
    rows = connection.execute(select(who.c.id, who.c.same_as).where(who.c.same_as.is_not(None)))
    same = {row.id: row.same_as for row in rows}
    alike: Counter[tuple[frozenset[int], frozenset[int], str, str]] = Counter()
    for _, line in lines(connection, question):
        if line.source_numbers or line.target_numbers:
            alike[line.source_numbers, line.target_numbers, line.type, line.status] += 1
    found: Counter[_Act] = Counter()
    for (sources, targets, kind, status), n in alike.items():
        sides = [frozenset(same.get(one, one) for one in side) for side in (sources, targets)]
        found[sides[0], sides[1], quad_of(kind), status] += n
    return found


def _nodes(connection: Connection, shown: frozenset[int], counted: Counter[int]) -> tuple[Node, ...]:
    e = schema.entities
    rows = connection.execute(select(e.c.id, e.c.name, e.c.code, e.c.type).where(e.c.id.in_(shown)))
    found = [Node(row.id, row.name, row.code, row.type, counted[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda node: (-node.events, node.id)))


def _edges(acts: Counter[_Act], shown: frozenset[int]) -> tuple[Edge, ...]:
    quads: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    statuses: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for (sources, targets, quad, status), n in acts.items():
        pairs = {(one, other) for one in sources & shown for other in targets & shown if one != other}
        # What all do to each other is one line between two, not one there and one back.
        for one, other in {pair if (pair[1], pair[0]) not in pairs else tuple(sorted(pair)) for pair in pairs}:
            quads[one, other][quad] += n
            statuses[one, other][status] += n
    return tuple(
        Edge(*pair, quads[pair].total(), dict(sorted(quads[pair].items())), dict(sorted(statuses[pair].items())))
        for pair in sorted(quads)
    )
