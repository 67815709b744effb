"""Acts: every trigger of a sentence as the finder of events saw it, and the words that are none."""

from __future__ import annotations

from typing import Literal

from saksi.reading.assemble import Assembled
from saksi.reading.events.act import Act
from saksi.reading.events.candidates import Candidate, Ways, codes_of, ways_of
from saksi.reading.events.find import LIKELY, EventFinder
from saksi.reading.events.judge import Groups, Judge
from saksi.reading.events.trigger_features import form_of, gate_features
from saksi.reading.events.triggers import find_triggers
from saksi.reading.explain import told
from saksi.reading.explain.frames import Why, why_no_trigger
from saksi.reading.speakers import Speaker
from saksi.record import Span

_REASONS = 6  # features told of each judgement


def acts_in(found: Assembled, a: int, b: int) -> tuple[told.Act, ...]:
    """Every possible act of the sentence of the tokens ``a:b``, with what became of it."""
    return tuple(_act(found, act, a, b) for act in found.finder.seen if a <= act.trigger.start < b)


def words_left(found: Assembled, a: int, b: int) -> tuple[told.Left, ...]:
    """The words among the tokens ``a:b`` that a frame knows, and the verbs that are no cue, that tell no act."""
    view, finder = found.draft.view, found.finder
    seen = [act.trigger for act in finder.seen if a <= act.trigger.start < b]
    taken = {k for trigger in seen for k in range(trigger.start, trigger.end)}
    taken |= {trigger.carrier for trigger in seen if trigger.carrier is not None}
    left: list[Why] = []
    for trigger in find_triggers(view, finder.frames, a, b):
        if trigger.start not in taken:
            chance = finder.judges["gate"].probability(gate_features(view, trigger))
            why = f"by itself it tells an act with a probability of {chance:.2f}: too low to look at"
            left.append((trigger.start, trigger.end, trigger.type, why))
    taken |= {k for start, end, *_ in left for k in range(start, end)}
    others = why_no_trigger(view, finder.frames, a, b, taken)
    left += [one for one in others if one[2] or view.words[one[0]] not in found.draft.lexicon.cues]
    return tuple(
        told.Left(word=Span.of(view.text, view.start[i], view.end[end - 1]), kind=kind, why=why)
        for i, end, kind, why in sorted(left)
    )


def _act(found: Assembled, act: Act, a: int, b: int) -> told.Act:
    view, finder, trigger = found.draft.view, found.finder, act.trigger
    first = trigger.start if trigger.carrier is None else min(trigger.carrier, trigger.start)
    standing = finder.roles.of(trigger, a, b)
    event = next((n for n, one in enumerate(found.acts) if one is act), None)
    ways = codes_of(standing, finder.cast)
    candidates = [_candidate(finder, act, one, features, ways) for one, features in act.cast_features]
    candidates.sort(key=lambda one: -max(one.source.probability, one.target.probability))
    return told.Act(
        trigger=Span.of(view.text, view.start[first], view.end[trigger.end - 1]),
        type=trigger.type,
        cameo=trigger.frame.cameo,
        voice=trigger.voice,
        form=form_of(trigger),
        carrier=view.words[trigger.carrier] if trigger.carrier is not None else None,
        object=view.words[trigger.object_at] if trigger.object_at is not None else None,
        standing={way: tuple(_name(finder, actor) for actor in actors) for way, actors in standing.items()},
        operators=_operators(finder, act, a, b),
        status=act.status,
        candidates=tuple(candidates),
        chance=_chance(finder.judges["act"], act.features),
        event=found.record.events[event].id if event is not None else None,
        outcome="taken" if event is not None else _why_left(found, act),
    )


def _candidate(finder: EventFinder, act: Act, one: Candidate, features: Groups, ways: Ways) -> told.Candidate:
    view = finder.view
    source, target = (finder.judges[side] for side in ("source", "target"))
    taken: dict[told.Side, Literal["likely", "likeliest"]] = {}
    if any(actor is one.actor for actor in act.sources):
        taken["source"] = "likely" if source.probability(features) > LIKELY else "likeliest"
    if any(actor is one.actor for actor in act.targets):
        taken["target"] = "likely" if target.probability(features) > LIKELY else "likeliest"
    return told.Candidate(
        name=one.actor.name,
        code=finder.cast.code(one.actor),
        words=tuple(view.plain(part.start, part.end) for part in one.parts),
        ways=tuple(ways_of(one, ways)),
        context=tuple(sorted(one.context)),
        source=_chance(source, features),
        target=_chance(target, features),
        taken=taken,
    )


def _name(finder: EventFinder, actor: Speaker) -> str:
    code = finder.cast.code(actor)
    return f"{actor.name} ({code})" if code else actor.name


def _chance(judge: Judge, features: Groups) -> told.Chance:
    """The probability and its reasons."""
    reasons = tuple(told.Reason(feature=name, weight=weight) for name, weight in judge.reasons(features, _REASONS))
    return told.Chance(probability=round(judge.probability(features), 3), reasons=reasons)


def _operators(finder: EventFinder, act: Act, a: int, b: int) -> tuple[told.Operator, ...]:
    """What stands over the act, as the finder composes its status of it."""
    view = finder.view
    return tuple(
        told.Operator(kind=one.kind, word=Span.of(view.text, view.start[one.token], view.end[one.token]))
        if one.token >= 0
        else told.Operator(kind=one.kind, word=None)
        for one in finder.operators(act.trigger, a, b)
    )


def _why_left(found: Assembled, act: Act) -> str:
    """Why an act is no event, by the order in which ``find_events`` asks."""
    record = found.record
    if not (act.sources or act.targets):
        return "left: it has no actor"
    for event, one in zip(record.events, found.acts, strict=True):
        same = one.trigger.type == act.trigger.type and one.status == act.status
        if same and one.trigger.start < act.trigger.start and one.sides == act.sides:
            return f"left: told before, as {event.id}"
    return f"left: a probability of {act.confidence:.2f} is too low"
