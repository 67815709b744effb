"""Acts: what a trigger tells, with its actors and its status, and how it stands to the acts seen before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from saksi.reading.events.candidates import Candidate
from saksi.reading.events.judge import Groups
from saksi.reading.events.mentions import Said
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.trigger_features import trigger_key
from saksi.reading.speakers import Speaker
from saksi.reading.view import View
from saksi.record import Status

Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(slots=True)
class Act:
    """An act found: its trigger, its actors (``sides`` are their codes), its status, and how sure the judges are."""

    trigger: Trigger
    sources: list[Speaker]
    targets: list[Speaker]
    status: Status = "occurred"
    confidence: float = 0.5
    features: Groups = ()
    cast_features: list[tuple[Candidate, Groups]] = field(default_factory=list)
    sides: Sides = (frozenset(), frozenset())


class Seen:
    """The acts seen so far, in their order, and what later ones ask of them without looking at each again."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.acts: list[Act] = []
        self._last: dict[str, Act] = {}
        self._count: Counter[str] = Counter()
        self._statuses: dict[tuple[str, Sides], set[Status]] = {}
        self._words: set[tuple[str, str]] = set()

    def __len__(self) -> int:
        return len(self.acts)

    def __iter__(self) -> Iterator[Act]:
        return iter(self.acts)

    def add(self, act: Act) -> None:
        """Add the next act."""
        kind = act.trigger.type
        self.acts.append(act)
        self._last[kind] = act
        self._count[kind] += 1
        self._statuses.setdefault((kind, act.sides), set()).add(act.status)
        self._words.add((kind, trigger_key(self.view, act.trigger)))

    def last(self, kind: str | None = None) -> Act | None:
        """The act seen last, of any type or of one."""
        if kind is not None:
            return self._last.get(kind)
        return self.acts[-1] if self.acts else None

    def before(self, act: Act) -> tuple[int, set[Status], bool]:
        """How many acts of its type were seen, in which statuses with the same sides, and whether by the same word."""
        kind = act.trigger.type
        statuses = self._statuses.get((kind, act.sides), set())
        return self._count[kind], statuses, (kind, trigger_key(self.view, act.trigger)) in self._words


def context_of(act: Act, seen: Seen, said: list[Said], n: int) -> set[str]:
    """What of the article so far bears on whether the act is told here for the first time."""
    found = {f"sentence={min(n, 3)}"}
    alike, statuses, word_before = seen.before(act)
    if act.status in statuses:
        found.add("told-before")
    if statuses:
        found.add("same-sides-before")
    if word_before:
        found.add("same-word-before")
    found.add(f"alike={min(alike, 3)}")
    offset = seen.view.start[act.trigger.start]
    if any(one.covers(offset) for one in said):
        found.add("in-statement")
    return found
