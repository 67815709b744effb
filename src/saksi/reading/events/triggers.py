"""Triggers: the words of an article that may tell an act, each with its frame, its voice and what carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.reading.events.frames import Frame, Frames, Use, Voice
from saksi.reading.view import View

_OBJECT_REACH = 5  # tokens after a verb in which its object shows
_FOLLOW_REACH = 9  # tokens after a verb in which "agar" shows
_SUBJECT_REACH = 7  # tokens before a passive verb in which its subject shows
_CARRIER_REACH = 3  # tokens between a light verb and its noun: "memberikan banyak bantuan"


@dataclass(slots=True)
class Trigger:
    """A possible act: tokens ``start:end``; ``verb`` is the token whose subject does it, or null for a bare noun.

    ``carrier`` is the light verb of a noun, ``voice`` the voice of the verb that counts. ``receives``: the subject is
    acted upon ("menerima bantuan"). ``own`` says that the trigger has an enclitic possessor or object ("serangannya").
    """

    start: int
    end: int
    frame: Frame
    voice: Voice
    carrier: int | None = None
    receives: bool = False
    own: bool = False
    object_at: int | None = None

    @property
    def verb(self) -> int | None:
        """The token of the verb that the doer is the subject of."""
        return self.carrier if self.voice == "noun" or self.carrier is not None else self.start

    @property
    def type(self) -> str:
        """The PLOVER type of the act."""
        return self.frame.type or ""


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
    if end > b or not _matches(view, use.words, i, frames):
        return None
    if use.voice == "bare" and not _is_pronoun_passive(view, i, a):
        return None
    if frames.morphology.tagged and use.frame.type and not _is_tagged(view, use, i, end):
        return None
    voice: Voice = use.voice
    if voice == "participle":
        voice = voice_at(view, frames, i, a)
    found = Trigger(i, end, use.frame, voice)
    transitive = voice in ("active", "passive", "bare")
    if transitive and use.frame.follows and not _is_followed(view, use, end, b):
        return None
    if transitive and use.frame.objects and not _take_object(view, frames, use.frame, found, a, b):
        return None
    if use.voice == "noun" and use.frame.type:
        _take_carrier(view, frames, found, a, b)
    return found


def _is_tagged(view: View, use: Use, i: int, end: int) -> bool:
    """Whether the part of speech is that of the use, where it may be another: "strikes" is a verb or a noun."""
    if use.voice == "noun":
        return view.pos[end - 1] in ("NOUN", "PROPN", "ADJ")
    return view.pos[i] in ("VERB", "AUX")


def voice_at(view: View, frames: Frames, i: int, a: int) -> Voice:
    """The voice of a form that may be a past or a passive, in the sentence that begins at ``a``."""
    return "passive" if frames.endings is not None and frames.endings.is_passive(view, i, a) else "active"


def carrier_voice(view: View, frames: Frames, i: int, a: int) -> Voice | None:
    """The voice of the light verb at ``i``, or null if there is none."""
    voice = frames.light.get(view.words[i])
    return voice_at(view, frames, i, a) if voice == "participle" else voice


def _matches(view: View, words: tuple[str, ...], i: int, frames: Frames) -> bool:
    """Whether the words after the first stand behind token ``i``; on the last an enclitic may hang."""
    for k, word in enumerate(words[1:], start=i + 1):
        known = view.words[k]
        last = k == i + len(words) - 1
        if known != word and not (last and any(known == word + suffix for suffix in frames.morphology.object_suffixes)):
            return False
    return True


def _is_followed(view: View, use: Use, end: int, b: int) -> bool:
    """Whether one of the words that the frame asks for stands behind the verb in its clause."""
    for k in range(end, min(b, end + _FOLLOW_REACH)):
        if view.words[k] in use.frame.follows:
            return True
        if view.pos[k] == "VERB" or view.words[k] in ".;:":
            return False
    return False


def spellings(word: str, frames: Frames) -> Iterator[tuple[str, bool]]:
    """A word as it stands and without what hangs on it: "serangannya", "dukunglah", "serangan-serangan"."""
    yield word, False
    first, dash, second = word.partition("-")
    if dash and (second == first or second.startswith(first)):
        yield first, False
    for suffix in frames.morphology.object_suffixes:
        if word.endswith(suffix) and len(word) > len(suffix) + 3:
            yield word.removesuffix(suffix), True
    for particle in frames.morphology.particles:
        if word.endswith(particle) and len(word) > len(particle) + 3:
            yield word.removesuffix(particle), False


def _is_pronoun_passive(view: View, i: int, a: int) -> bool:
    """Whether a bare base is a verb: "akan kami serang", "saya tegaskan"."""
    return i > a and view.pos[i - 1] == "PRON" and view.pos[i] == "VERB"


def _take_object(view: View, frames: Frames, frame: Frame, found: Trigger, a: int, b: int) -> bool:
    """Whether the verb has one of the objects that its frame asks for; notes where."""
    if found.voice == "passive":
        reach = range(found.start - 1, max(a - 1, found.start - _SUBJECT_REACH), -1)
    else:
        reach = range(found.end, min(b, found.end + _OBJECT_REACH))
    for k in reach:
        word = view.words[k]
        if any(spelling in frame.objects for spelling, _ in spellings(word, frames)):
            found.object_at = k
            return True
        if view.pos[k] == "PUNCT" or (view.pos[k] == "VERB" and found.voice != "passive"):
            return False
    return False


def _take_carrier(view: View, frames: Frames, found: Trigger, a: int, b: int) -> None:
    """Note the light verb of a noun: "melancarkan serangan", "sanksi yang dijatuhkan AS"."""
    for k in range(found.start - 1, max(a - 1, found.start - 1 - _CARRIER_REACH), -1):
        word = view.words[k]
        if word in frames.receiving:
            found.carrier, found.receives = k, True
            return
        if word in frames.light and carrier_voice(view, frames, k, a) != "passive":
            found.carrier = k
            return
        if word in frames.particles:
            continue
        if view.pos[k] in ("VERB", "ADP", "PUNCT", "SCONJ"):
            break
    for k in range(found.end, min(b, found.end + 2 * _CARRIER_REACH)):
        if carrier_voice(view, frames, k, a) == "passive":
            found.carrier = k
            return
        if view.pos[k] in ("VERB", "PUNCT"):
            return
