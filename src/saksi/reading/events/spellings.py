"""Spellings: the words of a frame as an article writes them, with enclitics, particles and doubling."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.events.frames import Frames
from saksi.reading.view import View


def matches(view: View, words: tuple[str, ...], i: int, frames: Frames) -> bool:
    """Whether the words after the first stand behind token ``i``; on the last an enclitic may hang."""
    for k, word in enumerate(words[1:], start=i + 1):
        known = view.words[k]
        last = k == i + len(words) - 1
        if known != word and not (last and any(known == word + suffix for suffix in frames.morphology.object_suffixes)):
            return False
    return True


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
