"""Valency: whether what the frame of a word asks for stands around it, and the light verb that carries a noun."""

from __future__ import annotations

from saksi.reading.events.frames import Frame, Frames, Use, Voice
from saksi.reading.events.spellings import spellings
from saksi.reading.events.trigger import Trigger
from saksi.reading.view import View

_OBJECT_REACH = 5  # tokens after a verb in which its object shows
_FOLLOW_REACH = 9  # tokens after a verb in which "agar" shows
_SUBJECT_REACH = 7  # tokens before a passive verb in which its subject shows
_CARRIER_REACH = 3  # tokens between a light verb and its noun: "memberikan banyak bantuan"


def is_tagged(view: View, use: Use, i: int, end: int) -> bool:
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


def is_followed(view: View, use: Use, end: int, b: int) -> bool:
    """Whether one of the words that the frame asks for stands behind the verb in its clause."""
    for k in range(end, min(b, end + _FOLLOW_REACH)):
        if view.words[k] in use.frame.follows:
            return True
        if view.pos[k] == "VERB" or view.words[k] in ".;:":
            return False
    return False


def is_pronoun_passive(view: View, i: int, a: int) -> bool:
    """Whether a bare base is a verb: "akan kami serang", "saya tegaskan"."""
    return i > a and view.pos[i - 1] == "PRON" and view.pos[i] == "VERB"


def take_object(view: View, frames: Frames, frame: Frame, found: Trigger, a: int, b: int) -> bool:
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


def take_carrier(view: View, frames: Frames, found: Trigger, a: int, b: int) -> None:
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
