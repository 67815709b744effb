"""Tellings of one act: events of one type, with a side in common wherever both name one, on days not far apart.

Each event joins the first group in which one of the events fits it. Groups are found by what they have to share, so
that no event is compared with all others: by type, a source, and a target (or that no target is named).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations

from saksi.desk.acts import Act
from saksi.plover import MUTUAL

Key = tuple[str, ...]
_ANY, _NONE = "\0any", "\0none"  # no name holds NUL


def grouped(found: Sequence[Act], window: int) -> list[list[Act]]:
    """The groups of events that are in the order of their days, those without a day first."""
    groups: list[list[Act]] = []
    seen: dict[Key, dict[int, int]] = {}  # the last day on which a group showed what a key says
    undated: dict[tuple[int, Key], int] = {}  # the first group that did, of events without a day, by their article
    for act in found:
        day = _ordinal(act.day) if act.day else None
        best: int | None = None
        for key in _wanted(act):
            near = [] if day is None else _near(seen.get(key), day - window)
            if (group := undated.get((act.article, key))) is not None:
                near.append(group)
            best = min((*near, *(() if best is None else (best,))), default=None)
        if best is None:
            best = len(groups)
            groups.append([])
        groups[best].append(act)
        for key in _shown(act):
            if day is None:
                undated[act.article, key] = min(best, undated.get((act.article, key), best))
            else:
                seen.setdefault(key, {})[best] = day
    return groups


def _near(groups: dict[int, int] | None, since: int) -> list[int]:
    """The groups that showed a key lately; those of before are forgotten, since days only go on."""
    if not groups:
        return []
    for old in [group for group, day in groups.items() if day < since]:
        del groups[old]
    return list(groups)


def _shown(act: Act) -> Iterator[Key]:
    """What an event can be found by."""
    kind = act.type
    if kind in MUTUAL:
        both = act.sources | act.targets
        yield from ((kind, _ANY, name) for name in both)
        if len(both) == 1:
            yield from ((kind, _NONE, name) for name in both)
        yield from ((kind, *pair) for pair in combinations(sorted(both), 2))
        return
    for source in act.sources:
        yield (kind, source, _ANY)
        yield from ((kind, source, target) for target in act.targets or (_NONE,))


def _wanted(act: Act) -> Iterable[Key]:
    """What the events that fit an event can be found by."""
    kind = act.type
    if kind in MUTUAL:
        both = act.sources | act.targets
        if len(both) == 1:
            return [(kind, _ANY, name) for name in both]
        # Two of the parties of both, or the only one that the other names.
        return [*((kind, *pair) for pair in combinations(sorted(both), 2)), *((kind, _NONE, name) for name in both)]
    if not act.targets:
        return [(kind, source, _ANY) for source in act.sources]
    return [(kind, source, target) for source in act.sources for target in (*act.targets, _NONE)]


@cache
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
