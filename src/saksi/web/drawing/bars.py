"""The chart of a dyad: its events by period, cooperation above the line and conflict below, and the level over them.

What occurred is filled; what is alleged is striped; what is planned or possible is an outline; what is denied or
negated is a dotted outline. So the status shows without colour.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Final

from saksi.desk.timelines import Timeline
from saksi.exports.visible import clipped

_WIDTH, _HALF, _LEFT, _LEVEL = 880, 110, 34, 90
_ORDER: Final = ("material-cooperation", "verbal-cooperation", "verbal-conflict", "material-conflict")
_COLOURS: Final = {
    "material-cooperation": "#1c2f8a",
    "verbal-cooperation": "#14788f",
    "verbal-conflict": "#bd5205",
    "material-conflict": "#7d0a3c",
}
_GROUPS: Final = {
    "occurred": "occurred", "alleged": "alleged", "planned": "coming", "possible": "coming", "denied": "not",
    "negated": "not",
}  # fmt: skip
_DRAWN: Final = ("occurred", "alleged", "coming", "not")


def drawn(line: Timeline, *, alone: bool = False) -> str:
    """The chart as an ``<svg>``; ``alone``: with its own colours, to stand outside a page. Empty without events."""
    if not line.steps:
        return "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>" if alone else ""
    counts: Counter[tuple[str, str, str]] = Counter()
    for step in line.steps:
        for quad, statuses in step.both.items():
            for status, n in statuses.items():
                counts[step.start, quad, _GROUPS[status]] += n
    highest = max(
        max(_sum(counts, step.start, "cooperation"), _sum(counts, step.start, "conflict"), 1) for step in line.steps
    )
    slot = (_WIDTH - _LEFT) / len(line.steps)
    unit = (_HALF - 8) / highest
    parts = [_axis(highest, unit)]
    for n, step in enumerate(line.steps):
        x = _LEFT + n * slot + slot * 0.12
        parts += _bars(counts, step.start, x, slot * 0.76, unit)
        if n % max(1, round(74 / slot)) == 0 and x + 60 < _WIDTH:
            shown = step.start[:7] if line.by == "month" else step.start
            parts.append(f'<text class="tick" x="{x:.1f}" y="{2 * _HALF + 14}">{shown}</text>')
    parts.append(_level(line, slot))
    height = 2 * _HALF + 30 + _LEVEL
    title = escape(" – ".join(clipped(name, 120) for name in line.actors), quote=True)
    style = _STYLE if alone else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{title}">{style}{_patterns()}{"".join(parts)}</svg>'
    )


def _sum(counts: Counter[tuple[str, str, str]], start: str, side: str) -> int:
    return sum(n for (at, quad, _), n in counts.items() if at == start and quad.endswith(side))


def _bars(counts: Counter[tuple[str, str, str]], start: str, x: float, width: float, unit: float) -> list[str]:
    parts = []
    for side, sign in (("cooperation", -1), ("conflict", 1)):
        y = float(_HALF)
        for quad in [quad for quad in _ORDER if quad.endswith(side)]:
            for group in _DRAWN:
                n = counts[start, quad, group]
                if not n:
                    continue
                height = n * unit
                top = y - height if sign < 0 else y
                y += sign * height
                parts.append(
                    f'<rect class="{quad} {group}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" '
                    f'height="{max(height - 1, 1):.1f}"{_paint(quad, group)}>'
                    f"<title>{start}: {n} {quad.replace('-', ' ')}, {group}</title></rect>"
                )
    return parts


def _paint(quad: str, group: str) -> str:
    colour = _COLOURS[quad]
    if group == "occurred":
        return f' fill="{colour}"'
    dots = ' stroke-dasharray="2 2"' if group == "not" else ""
    fill = f"url(#stripes-{quad})" if group == "alleged" else "none"
    return f' fill="{fill}" stroke="{colour}" stroke-width="1.2"{dots}'


def _patterns() -> str:
    made = "".join(
        f'<pattern id="stripes-{quad}" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect class="stripe {quad}" width="2.4" height="5" fill="{colour}"/></pattern>'
        for quad, colour in _COLOURS.items()
    )
    return f"<defs>{made}</defs>"


def _axis(highest: int, unit: float) -> str:
    lines = [f'<line class="zero" x1="{_LEFT}" x2="{_WIDTH}" y1="{_HALF}" y2="{_HALF}"/>']
    for sign in (-1, 1):
        y = _HALF + sign * highest * unit
        lines.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        lines.append(f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{highest}</text>')
    return "".join(lines)


def _level(line: Timeline, slot: float) -> str:
    """The mean Goldstein value of each period, with the usual level and where it shifts."""
    base = 2 * _HALF + 26
    middle = base + _LEVEL / 2

    def at(n: int, value: float) -> str:
        return f"{_LEFT + (n + 0.5) * slot:.1f},{middle - value / 10 * _LEVEL / 2:.1f}"

    points = [at(n, step.intensity) for n, step in enumerate(line.steps) if step.intensity is not None]
    starts = {step.start: n for n, step in enumerate(line.steps)}
    shifts = "".join(
        f'<line class="shift" x1="{_LEFT + starts[one.start] * slot:.1f}" x2="{_LEFT + starts[one.start] * slot:.1f}" '
        f'y1="0" y2="{base + _LEVEL}"/>'
        for one in line.shifts
    )
    usual = ""
    if line.usual is not None:
        y = middle - line.usual / 10 * _LEVEL / 2
        usual = f'<line class="usual" x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
    dots = "".join(f'<circle class="level" cx="{x}" cy="{y}" r="2.6"/>' for x, y in (p.split(",") for p in points))
    labels = "".join(
        f'<text class="tick" x="{_LEFT - 6}" y="{y:.1f}" text-anchor="end">{label}</text>'
        for label, y in (("+10", base + 8), ("0", middle + 4), ("-10", base + _LEVEL))
    )
    return f'{labels}{usual}{shifts}<polyline class="level" points="{" ".join(points)}"/>{dots}'


_STYLE: Final = (
    "<style>text{font:11px sans-serif;fill:#555}.zero{stroke:#333}.grid{stroke:#ccc}.usual{stroke:#777;"
    "stroke-dasharray:5 4}.shift{stroke:#222;stroke-dasharray:2 3}.level{fill:none;stroke:#333}"
    "circle.level{fill:#333}</style>"
)
