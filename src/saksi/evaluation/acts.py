"""The events of a reading against gold.

event   same sentence, same type
coded   and sources and targets (Jaccard 0.5 or more each) and status (the headline figure for events)
quad    same sentence, same quad class, a source and a target in common, same status
dyads   the set of (source, target, quad class, status) that an article tells, wherever it tells it
status  accuracy over the events found
"""

from __future__ import annotations

from collections import Counter

from saksi.evaluation.definitions import definitions
from saksi.evaluation.gold import Act, Reading
from saksi.evaluation.matching import jaccard, pairs, sentence

DONE = "occurred"
Sides = tuple[frozenset[str], frozenset[str]]


def sides(act: Act) -> Sides:
    """Sources and targets; for a mutual type of two participants or more, all of them on both sides."""
    sources, targets = frozenset(act.sources or ()), frozenset(act.targets or ())
    everyone = sources | targets
    return (everyone, everyone) if act.type in definitions().mutual and len(everyone) > 1 else (sources, targets)


def dyads(acts: tuple[Act, ...]) -> set[tuple[str, str, str | None, str | None]]:
    """Every (source, target, quad class, status) of the events; ``-`` where a side names nobody."""
    quad = definitions().quad
    return {
        (source, target, quad.get(act.type), act.status)
        for act in acts
        for source in sides(act)[0] or {"-"}
        for target in sides(act)[1] or {"-"}
        if source != target
    }


def count_events(gold: Reading, read: Reading) -> Counter[str]:
    """How many events of one article gold has, were read, and agree under each measure."""
    same_type = paired_events(gold, read)
    golds, reads = dyads(gold.events), dyads(read.events)
    return Counter(
        {
            "gold events": len(gold.events),
            "events": len(read.events),
            "event": len(same_type),
            "status": sum(a.status == b.status for a, b in same_type),
            "coded": len(pairs(gold.events, read.events, _Affinity(gold.text).coded)),
            "quad": len(pairs(gold.events, read.events, _Affinity(gold.text).quad)),
            "gold dyads": len(golds),
            "dyads": len(reads),
            "dyad": len(golds & reads),
        }
    )


def paired_events(gold: Reading, read: Reading) -> list[tuple[Act, Act]]:
    """Gold events and those read for them: same sentence, same type, the nearer and better-cast first."""
    return [
        (gold.events[i], read.events[j]) for i, j, _ in pairs(gold.events, read.events, _Affinity(gold.text).same_type)
    ]


class _Affinity:
    """How well a gold event and one that was read fit, under each measure; 0 is not at all."""

    def __init__(self, text: str) -> None:
        self.text = text

    def near(self, a: Act, b: Act) -> float:
        home = sentence(self.text, a.trigger.start)
        if not home.start <= b.trigger.start < home.end:
            return 0.0
        return 1 - min(abs(a.trigger.start - b.trigger.start), 500) / 1000

    def same_type(self, a: Act, b: Act) -> float:
        value = self.near(a, b) if a.type == b.type else 0.0
        return value + (0.1 if value and _same_actors(a, b) else 0.0)

    def coded(self, a: Act, b: Act) -> float:
        same = a.type == b.type and a.status == b.status and _same_actors(a, b)
        return self.near(a, b) if same else 0.0

    def quad(self, a: Act, b: Act) -> float:
        quad = definitions().quad
        same = quad[a.type] == quad.get(b.type) and a.status == b.status and _common_actors(a, b)
        return self.near(a, b) if same else 0.0


def _same_actors(a: Act, b: Act) -> bool:
    return all(jaccard(x, y) >= 0.5 for x, y in zip(sides(a), sides(b), strict=True))


def _common_actors(a: Act, b: Act) -> bool:
    return all(bool(x & y) if x or y else True for x, y in zip(sides(a), sides(b), strict=True))
