"""Features of roles: what the judges of sources and targets go by, as short strings that a weight belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from saksi.reading.events.candidates import Candidate, Ways, ways_of
from saksi.reading.events.cast import Cast
from saksi.reading.events.judge import Groups
from saksi.reading.events.mentions import Part
from saksi.reading.events.parse_roles import PARSED
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.trigger_features import form_of
from saksi.reading.lexicon import Lexicon
from saksi.reading.view import View

_NEAR = (1, 3, 6, 12)
_PATH = 4  # steps of a path through the parse that still say something


def bucket(value: int, edges: Iterable[int] = _NEAR) -> str:
    """A number as the first edge that it does not pass."""
    return next((str(edge) for edge in edges if value <= edge), "more")


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
