"""Frames that did not fire: why a word that one knows, or a verb, tells no act where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.events.frames import Frames, Use
from saksi.reading.events.spellings import spellings
from saksi.reading.view import View

_SHOWN = 4  # words of a list

Why = tuple[int, int, str, str]


def why_no_trigger(view: View, frames: Frames, a: int, b: int, taken: set[int]) -> Iterator[Why]:
    """Words among the tokens ``a:b`` that tell no act: first and last token, what they could be, and why they are not.

    Args:
        view: the article.
        frames: those of its language.
        a: the first token of a sentence.
        b: the token after it.
        taken: tokens of its triggers and of the verbs that carry them.
    """
    i = a
    while i < b:
        end = i + 1
        if i not in taken:
            uses = [use for word, _ in spellings(view.words[i], frames) for use in _standing(view, frames, word, i, b)]
            if uses:
                use = uses[0]
                end = i + len(use.words)
                yield i, end, use.frame.type or "", _why(use)
            elif view.pos[i] == "VERB":
                carries = view.words[i] in frames.light or view.words[i] in frames.receiving
                yield i, end, "", "it would carry a noun, and none tells an act" if carries else "no frame knows it"
        i = end


def _standing(view: View, frames: Frames, word: str, i: int, b: int) -> list[Use]:
    """The uses of a word whose other words stand behind token ``i`` too."""
    suffixes = ("", *frames.morphology.object_suffixes)
    return [
        use
        for use in frames.starting(word)
        if i + len(use.words) <= b
        and all(known == view.words[k] for k, known in enumerate(use.words[1:-1], start=i + 1))
        and (len(use.words) == 1 or any(view.words[i + len(use.words) - 1] == use.words[-1] + s for s in suffixes))
    ]


def _why(use: Use) -> str:
    frame = use.frame
    if not frame.type:
        return "its frame has no type: it keeps the words from being taken for an act"
    if use.voice == "bare":
        return "it is a bare base, and no verb with a pronoun before it"
    if frame.follows:
        return f"its frame asks for one of these behind it: {_some(frame.follows)}"
    if frame.objects:
        return f"its frame asks for one of these as its object: {_some(frame.objects)}"
    return "it belongs to the act told right before it"


def _some(words: frozenset[str]) -> str:
    shown = ", ".join(sorted(words)[:_SHOWN])
    return f"{shown} …" if len(words) > _SHOWN else shown
