"""The figures and the faults as text, the figures line for line as the project's reference scorer prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saksi.evaluation.errors import Group
from saksi.evaluation.scorer import Figures

_OF_EVENTS = ("status", "event", "coded", "quad", "dyads")


def figure_lines(figures: Figures) -> Iterator[str]:
    """One line a figure: its name, then its value, or each of its parts with its name.

    Figures of events are left out where neither gold nor the reading has any: they would all be 0, and mean nothing.
    """
    counts = figures.get("counts")
    without = isinstance(counts, dict) and not any(counts.get(key, 1) for key in ("gold events", "events"))
    for name, figure in figures.items():
        if without and name in _OF_EVENTS:
            continue
        value = "  ".join(f"{k} {v}" for k, v in figure.items()) if isinstance(figure, dict) else str(figure)
        yield f"{name:18} {value}"


def fault_lines(groups: Iterable[Group]) -> Iterator[str]:
    """The faults by cause: how many of each, each detail under it, and its examples."""
    groups = list(groups)
    cause = ""
    for group in groups:
        if group.cause != cause:
            cause = group.cause
            yield f"\n{cause}: {sum(g.count for g in groups if g.cause == cause)}"
        yield f"  {group.count:4}  {group.detail}"
        yield from (f"          {example}" for example in group.examples)
