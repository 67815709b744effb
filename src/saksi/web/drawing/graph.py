"""The network as a picture: who stands near whom by what they do to each other (networkx's spring layout).

Names are written where there is room, the busiest first; the others show when pointed at, and all stand in the table.
"""

from __future__ import annotations

import math
from html import escape
from typing import Final

from saksi.desk.network import Network, Node
from saksi.exports.visible import clipped
from saksi.web.drawing.room import Room

_WIDTH, _HEIGHT, _MARGIN = 1000, 700, 60
_LETTER: Final = 7.3  # width of a letter of a name, roughly
_MOST_LETTERS: Final = 26
_SMALLEST, _LARGER = 4.0, 18.0  # radius of a circle, and how much the busiest has more
_SEED: Final = 7  # the same desk gives the same picture


def drawn(found: Network) -> str:
    """The picture as an ``<svg>``; empty where nobody acts upon anybody."""
    if not found.edges:
        return ""
    import networkx

    graph = networkx.Graph()
    for edge in found.edges:
        weight = 1 + math.log(edge.events)
        before = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0})["weight"]
        graph.add_edge(edge.source, edge.target, weight=weight + before)
    distance = 2.2 / math.sqrt(len(graph))
    placed = networkx.spring_layout(graph, k=distance, iterations=120, seed=_SEED, weight="weight")
    at = _scaled({number: (float(x), float(y)) for number, (x, y) in placed.items()})
    nodes = [node for node in found.nodes if node.id in at]
    lines = []
    for edge in found.edges:
        (x1, y1), (x2, y2) = at[edge.source], at[edge.target]
        occurred = edge.statuses.get("occurred", 0) * 2 >= edge.events
        width = 1 + 1.4 * math.log(edge.events)
        lines.append(
            f'<line class="edge {edge.quad}{"" if occurred else " unsure"}" x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" '
            f'y2="{y2:.0f}" stroke-width="{width:.1f}"/>'
        )
    most = max(node.events for node in nodes)
    sizes = {node.id: _SMALLEST + _LARGER * math.sqrt(node.events / most) for node in nodes}
    room = Room([(*at[node.id], sizes[node.id]) for node in nodes], _WIDTH, _HEIGHT)
    circles = [_node(node, *at[node.id], sizes[node.id], room) for node in nodes]
    return (
        f'<svg class="graph" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="Network">'
        f"{''.join(lines)}{''.join(reversed(circles))}</svg>"
    )


def _node(node: Node, x: float, y: float, radius: float, room: Room) -> str:
    name = clipped(node.name, _MOST_LETTERS)
    place = room.for_words(x, y, radius, len(name) * _LETTER)
    text_x, text_y, anchor = place or (x + radius + 3, y + 4, "start")
    label = escape(f"{clipped(node.name, 120)}: {node.events}", quote=True)
    return (
        f'<a class="node {node.type}{"" if place else " crowded"}" href="/actor/{node.id}" aria-label="{label}">'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}"><title>{label}</title></circle>'
        f'<text x="{text_x:.0f}" y="{text_y:.0f}" text-anchor="{anchor}">{escape(name)}</text></a>'
    )


def _scaled(placed: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    xs, ys = [x for x, _ in placed.values()], [y for _, y in placed.values()]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    return {
        number: (
            _MARGIN + (x - min(xs)) / wide * (_WIDTH - 3 * _MARGIN),
            _MARGIN / 2 + (y - min(ys)) / high * (_HEIGHT - _MARGIN),
        )
        for number, (x, y) in placed.items()
    }
