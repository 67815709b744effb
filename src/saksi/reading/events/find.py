"""Events: from the triggers of each sentence to acts with actors, status, time and place."""

from __future__ import annotations

from dataclasses import dataclass

from saksi.reading.draft import Draft
from saksi.reading.events.cast import Cast
from saksi.reading.events.frames import Frames, load_frames
from saksi.reading.events.roles import Roles
from saksi.reading.events.triggers import Trigger, find_triggers
from saksi.reading.speakers import Resolver, Speaker
from saksi.reading.statements import outside
from saksi.reading.status import operators
from saksi.record import Status
from saksi.status import Operator, compose


@dataclass(slots=True)
class Act:
    """An act found: its trigger and actors by code."""

    trigger: Trigger
    sources: list[Speaker]
    targets: list[Speaker]
    status: Status = "occurred"


def find_events(draft: Draft, resolver: Resolver, spoken: list[tuple[int, int, Speaker]], denied: list[tuple[int, int]]) -> tuple[list[Act], Cast]:
    """The acts that an article tells, each once, in the order of the text."""
    frames = load_frames(draft.lexicon.language)
    cast = Cast(draft, resolver, frames, spoken)
    roles = Roles(draft.view, draft.lexicon, frames, cast)
    found: list[Act] = []
    seen: set[tuple[str, frozenset[str], frozenset[str], str]] = set()
    for a, b in _sentences(draft):
        for trigger in find_triggers(draft.view, frames, a, b):
            sources, targets = roles.of(trigger, a, b)
            act = Act(trigger, _distinct(cast, sources), _distinct(cast, targets), _status(draft, trigger, a, b, denied))
            if not act.sources and not act.targets:
                continue
            key = (trigger.type, _codes(cast, act.sources), _codes(cast, act.targets), act.status)
            if key in seen:
                continue
            seen.add(key)
            found.append(act)
    return found, cast


def _sentences(draft: Draft) -> list[tuple[int, int]]:
    """The sentences as (first, last) tokens, without what of them is furniture."""
    return [
        draft.view.tokens(said.start, said.end)
        for paragraph in draft.view.paragraphs
        if not paragraph.heading
        for sentence in paragraph.sentences
        if (said := outside(sentence, draft.furniture)) is not None
    ]


def _status(draft: Draft, trigger: Trigger, a: int, b: int, denied: list[tuple[int, int]]) -> Status:
    """The status of the act: what stands over its verb, and the denial of the statement that it lies in."""
    at = trigger.verb if trigger.verb is not None else trigger.start
    offset = draft.view.start[trigger.start]
    outer = [Operator("denial")] if any(s <= offset < e for s, e in denied) else []
    return compose(operators(draft.view, draft.lexicon, at, a, b, outer))


def _codes(cast: Cast, actors: list[Speaker]) -> frozenset[str]:
    return frozenset(cast.code(actor) or actor.name for actor in actors)


def _distinct(cast: Cast, actors: list[Speaker]) -> list[Speaker]:
    """One actor a code: "Presiden Putin" and "Rusia" act as one."""
    found: dict[str, Speaker] = {}
    for actor in actors:
        found.setdefault(cast.code(actor) or actor.key, actor)
    return list(found.values())
