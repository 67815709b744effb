"""Features: what the judges of triggers and of actors go by, as short strings that a weight belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from saksi.reading.events.cast import Cast, Part
from saksi.reading.events.judge import Groups
from saksi.reading.events.parse_roles import PARSED
from saksi.reading.events.roles import Standing
from saksi.reading.events.triggers import Trigger
from saksi.reading.lexicon import Lexicon
from saksi.reading.speakers import Speaker
from saksi.reading.view import View

Ways = dict[str, set[str]]

_NEAR = (1, 3, 6, 12)
_PATH = 4  # steps of a path through the parse that still say something


@dataclass(slots=True)
class Candidate:
    """An actor that may take part in an act: by its code, with every mention in the sentence, and the context."""

    code: str
    actor: Speaker
    parts: list[Part] = field(default_factory=list)
    context: set[str] = field(default_factory=set)


def bucket(value: int, edges: Iterable[int] = _NEAR) -> str:
    """A number as the first edge that it does not pass."""
    return next((str(edge) for edge in edges if value <= edge), "more")


def form_of(trigger: Trigger) -> str:
    """How the act is told: by a verb in a voice, by a noun, or by a noun that a verb carries."""
    if trigger.voice != "noun":
        return trigger.voice if trigger.frame.parts == "target" else f"{trigger.voice}-theme"
    if trigger.carrier is None:
        return "noun"
    return "received" if trigger.receives else "carried-after" if trigger.carrier > trigger.start else "carried"


def role_features(
    view: View,
    lexicon: Lexicon,
    cast: Cast,
    trigger: Trigger,
    candidate: Candidate,
    standing: Ways,
    around: tuple[int, int],
    rivals: int,
) -> Groups:
    """What speaks for and against an actor's part in an act."""
    form, ways = form_of(trigger), ways_of(candidate, standing)
    found = {"bias"} | set(ways) | {f"context={c}" for c in candidate.context}
    found.add(f"rivals={min(rivals, 4)}")
    if any(part.end == around[0] for part in candidate.parts):
        found.add("nearest-before")
    if any(part.start == around[1] for part in candidate.parts):
        found.add("nearest-after")
    if not ways:
        found.add("no-way")
    ordered = [way for way in sorted(ways or standing) if not way.startswith(PARSED)]
    found.add(("ways=" if ways else "taken-ways=") + "+".join(ordered))
    found |= {f"taken={way}" for way in standing if way.startswith(PARSED) and way not in ways}
    if not candidate.parts:
        found.add("elsewhere")
    for part in candidate.parts:
        found |= _place_features(view, lexicon, cast, trigger, part)
    context = {f"context={c}" for c in candidate.context}
    typed = context | set(ways) | {"way" if ways else "no-way"}
    lone = context if not ways and any(standing.values()) else set()
    return (("", form), found), ((trigger.type, f"{trigger.type}|{form}"), typed), (("no-way",), lone)


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


def _place_features(view: View, lexicon: Lexicon, cast: Cast, trigger: Trigger, part: Part) -> set[str]:
    """Where a mention stands from the trigger, and what lies between."""
    before = part.end <= trigger.start
    low, high = (part.end, trigger.start) if before else (trigger.end, part.start)
    side = "before" if before else "after"
    words = lexicon.reporting.words
    between = view.words[low:high]
    verbs = sum(view.pos[k] == "VERB" for k in range(low, high))
    actors = len({p.start for k in range(low, high) if (p := cast.at[k]) is not None})
    ahead = view.words[part.start - 1] if part.start else ""
    lead = (
        ahead
        if ahead in words.prepositions or ahead in words.joiners or ahead in words.that
        else view.pos[part.start - 1]
        if part.start
        else "start"
    )
    found = {
        side,
        f"{side}:{bucket(max(high - low, 0))}",
        f"{side}:verbs={min(verbs, 2)}",
        f"{side}:actors={min(actors, 2)}",
        f"{side}:lead={lead}",
        f"kind={part.kind}",
        f"{side}:path={path(view, part, trigger)}",
    }
    if part.place:
        found.add(f"place:{lead}")
    found |= {
        f"{side}:has={w}"
        for w in between
        if w in words.relative or w in words.that or w in words.subordinators or w == ","
    }
    if verbs == 0 and actors == 0:
        found.add(f"{side}:free:{lead}")
    return found


def path(view: View, part: Part, trigger: Trigger) -> str:
    """The way through the parse from a mention to the verb or noun of an act."""
    start = next((k for k in range(part.start, part.end) if not part.start <= view.head[k] < part.end), part.start)
    goal = trigger.start if trigger.voice != "noun" or trigger.carrier is None else trigger.carrier
    up: list[int] = [start]
    while len(up) <= _PATH and view.head[up[-1]] != up[-1]:
        up.append(view.head[up[-1]])
    down: list[int] = [goal]
    while len(down) <= _PATH and view.head[down[-1]] != down[-1]:
        if down[-1] in up:
            break
        down.append(view.head[down[-1]])
    if down[-1] not in up:
        return "far"
    top = up.index(down[-1])
    return (
        "^".join(view.dep[k].partition(":")[0] for k in up[:top])
        + "_"
        + "v".join(view.dep[k].partition(":")[0] for k in down[:-1])
    )


def gate_features(view: View, trigger: Trigger) -> Groups:
    """What a trigger is by itself: enough to leave most of those that tell nothing before anything is looked up."""
    word, form = trigger_key(view, trigger), form_of(trigger)
    found = {
        "bias", f"type={trigger.type}", f"form={form}", f"word={word}", f"pos={view.pos[trigger.start]}",
        f"dep={view.dep[trigger.start].partition(':')[0]}",
    }  # fmt: skip
    if trigger.object_at is not None:
        found.add(f"object={view.words[trigger.object_at]}")
    return ((("", f"type={trigger.type}"), found),)


def trigger_features(
    view: View, lexicon: Lexicon, trigger: Trigger, sources: int, targets: int, status: str, context: set[str]
) -> Groups:
    """What speaks for and against a trigger's being told as an act."""
    form = form_of(trigger)
    word = trigger_key(view, trigger)
    ahead = view.words[trigger.start - 1] if trigger.start else ""
    sides = f"sides={min(sources, 2)}>{min(targets, 2)}"
    found = {
        "bias", f"type={trigger.type}", f"form={form}", f"word={word}", sides, f"status={status}",
        f"pos={view.pos[trigger.start]}", f"dep={view.dep[trigger.start].partition(':')[0]}", *context,
    }  # fmt: skip
    of_type = {sides, f"form={form}", f"status={status}", *context}
    of_form, of_word = {sides, *context}, {sides, *context}
    demonstratives = lexicon.reporting.words.demonstratives
    if any(w in demonstratives for w in view.words[trigger.end : trigger.end + 2]):
        for group in (found, of_type, of_form):
            group.add("definite")
    if trigger.object_at is not None:
        found.add(f"object={view.words[trigger.object_at]}")
        of_word.add(f"object={view.words[trigger.object_at]}")
    if ahead in lexicon.reporting.words.prepositions or ahead in lexicon.reporting.words.that:
        found.add(f"ahead={ahead}")
        of_form.add(f"ahead={ahead}")
    if trigger.own:
        found.add("own")
        of_form.add("own")
    if trigger.carrier is not None:
        found.add(f"carrier={view.words[trigger.carrier]}")
    return (
        (("",), found),
        ((f"type={trigger.type}",), of_type),
        ((f"form={form}",), of_form),
        ((f"word={word}",), of_word),
    )


def trigger_key(view: View, trigger: Trigger) -> str:
    """The words of a trigger as they stand, in small letters."""
    return " ".join(view.words[trigger.start : trigger.end])
