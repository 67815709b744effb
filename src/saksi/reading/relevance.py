"""Relevance: whether an article is worth reading, told from its words alone, before any model is asked.

It is, if somebody may say something in it (a word that attributes) or two political actors are named:
states, their capitals and bodies, organisations, groups, leaders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from saksi.errors import LanguageError
from saksi.reading.language import find_language
from saksi.reading.lexicon import load_lexicon
from saksi.world.world import World

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NAME = re.compile(r"[A-Z]\w*(?:[ -][A-Z]\w*){0,4}")  # words with capitals, up to five of them
_ACTORS = 2


def irrelevance(text: str, language: str | None = None) -> str | None:
    """Why an article is not worth reading, or null if it may be; null too where its language is not installed."""
    try:
        code = language or find_language(text)
    except LanguageError:
        return None  # the reader says what is wrong
    if any(match.group().lower() in _cues(code) for match in _WORD.finditer(text)):
        return None
    codes: set[str] = set()
    for found in _codes(text, code):
        codes.add(found)
        if len(codes) == _ACTORS:
            return None
    return "it holds no word that attributes a statement, and names fewer than two political actors"


@cache
def _cues(language: str) -> frozenset[str]:
    return frozenset(load_lexicon(language).cues)


def _codes(text: str, language: str) -> Iterator[str]:
    """The codes of the actors that are named, as they come; the longest name at each place."""
    world = World.load()
    for match in _NAME.finditer(text):
        words = match.group().split()
        for length in range(len(words), 0, -1):
            for at in range(len(words) - length + 1):
                for entry in world.find(" ".join(words[at : at + length]), language)[:1]:
                    if entry.code:
                        yield entry.code
