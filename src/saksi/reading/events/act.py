"""An act: what a trigger tells, with its actors and its status, and how it stands to the acts told before it."""

from __future__ import annotations

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


def context_of(view: View, act: Act, seen: list[Act], said: list[Said], n: int) -> set[str]:
    """What of the article so far bears on whether the act is told here for the first time."""
    found = {f"sentence={min(n, 3)}"}
    word = trigger_key(view, act.trigger)
    alike = [one for one in seen if one.trigger.type == act.trigger.type]
    statuses = {one.status for one in alike if one.sides == act.sides}
    if act.status in statuses:
        found.add("told-before")
    if statuses:
        found.add("same-sides-before")
    if any(trigger_key(view, one.trigger) == word for one in alike):
        found.add("same-word-before")
    found.add(f"alike={min(len(alike), 3)}")
    offset = view.start[act.trigger.start]
    if any(one.covers(offset) for one in said):
        found.add("in-statement")
    return found
