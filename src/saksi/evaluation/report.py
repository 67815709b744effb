"""The figures and the faults as text, the figures line for line as the project's reference scorer prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saksi.evaluation.errors import Group
from saksi.evaluation.scorer import Figures


def figure_lines(figures: Figures) -> Iterator[str]:
    """One line a figure: its name, then its value, or each of its parts with its name."""
    for name, figure in figures.items():
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
