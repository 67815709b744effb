"""Triggers: the words of an article that may tell an act, each with its frame, its voice and what carries it."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.events.frames import Frames, Use, Voice
from saksi.reading.events.spellings import matches, spellings
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.valency import is_followed, is_pronoun_passive, is_tagged, take_carrier, take_object, voice_at
from saksi.reading.view import View


def find_triggers(view: View, frames: Frames, a: int, b: int) -> Iterator[Trigger]:
    """The triggers among the tokens ``a:b`` of one sentence, in order and without overlaps.

    Words that tell acts of two types, such as "fired a missile" (an attack, or a test), give a trigger for each.
    """
    i, taken, last = a, -1, ""
    while i < b:
        found = _triggers_at(view, frames, i, a, b)
        if not found:
            i += 1
            continue
        first = found[0]
        if first.frame.type and not (first.start == taken and first.type == last):
            if first.object_at is not None and first.object_at >= first.start:
                taken, last = first.object_at, first.type  # "mengirim bantuan" is one act of aid
            yield from found
        i = first.end


def _triggers_at(view: View, frames: Frames, i: int, a: int, b: int) -> list[Trigger]:
    """The trigger that begins at token ``i``: the longest, and of two with objects the one whose object is nearer.

    With it, where the language's judges know to choose among them, those of other types that are as long.
    """
    if not frames.may_start(view.words[i]):
        return []
    for word, own in spellings(view.words[i], frames):
        best: Trigger | None = None
        rivals: dict[str, Trigger] = {}
        for use in frames.starting(word):
            end = i + len(use.words)
            if best is not None and end < best.end:
                break
            found = _use_at(view, frames, use, i, a, b)
            if found is None:
                continue
            found.own = own
            if best is None or (
                best.object_at is not None and found.object_at is not None and _distance(found) < _distance(best)
            ):
                best = found
            elif frames.roles.rivals and found.type != best.type:
                rivals.setdefault(found.type, found)
        if best is not None:
            return [
                best,
                *(one for one in rivals.values() if one.frame.type not in (None, best.type) and best.frame.type),
            ]
    return []


def _distance(trigger: Trigger) -> int:
    return abs(trigger.object_at - trigger.start) if trigger.object_at is not None else 0


def _use_at(view: View, frames: Frames, use: Use, i: int, a: int, b: int) -> Trigger | None:
    """The trigger that a use makes at token ``i``, if all that its frame asks for is there."""
    end = i + len(use.words)
    if end > b or not matches(view, use.words, i, frames):
        return None
    if use.voice == "bare" and not is_pronoun_passive(view, i, a):
        return None
    if frames.morphology.tagged and use.frame.type and not is_tagged(view, use, i, end):
        return None
    voice: Voice = use.voice
    if voice == "participle":
        voice = voice_at(view, frames, i, a)
    found = Trigger(i, end, use.frame, voice)
    transitive = voice in ("active", "passive", "bare")
    if transitive and use.frame.follows and not is_followed(view, use, end, b):
        return None
    if transitive and use.frame.objects and not take_object(view, frames, use.frame, found, a, b):
        return None
    if use.voice == "noun" and use.frame.type:
        take_carrier(view, frames, found, a, b)
    return found
