"""Candidates: the actors that may take part in an act, and how each stands to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from saksi.reading.events.cast import Cast
from saksi.reading.events.mentions import Part
from saksi.reading.events.roles import Standing
from saksi.reading.events.trigger import Trigger
from saksi.reading.speakers import Speaker

Ways = dict[str, set[str]]


@dataclass(slots=True)
class Candidate:
    """An actor that may take part in an act: by its code, with every mention in the sentence, and the context."""

    code: str
    actor: Speaker
    parts: list[Part] = field(default_factory=list)
    context: set[str] = field(default_factory=set)


def nearest(trigger: Trigger, people: list[Candidate]) -> tuple[int, int]:
    """Where the mention before a trigger ends and the one after it begins: -1 if there is none."""
    before = [p.end for one in people for p in one.parts if p.end <= trigger.start]
    after = [p.start for one in people for p in one.parts if p.start >= trigger.end]
    return max(before, default=-1), min(after, default=-1)


def codes_of(standing: Standing, cast: Cast) -> Ways:
    """The codes of those who stand to an act in each way."""
    return {way: {code_of(cast, actor) for actor in actors} for way, actors in standing.items()}


def ways_of(candidate: Candidate, ways: Ways) -> list[str]:
    """The constructions by which an actor stands to the act."""
    return [way for way, codes in ways.items() if candidate.code in codes]


def code_of(cast: Cast, actor: Speaker) -> str:
    """What an actor is compared by: the code of whom it acts for, or its name."""
    return cast.code(actor) or actor.name
