"""When two contents, names, places or sets count as the same, and how pairs are made: one to one, the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from saksi.evaluation.definitions import definitions
from saksi.evaluation.gold import Place

Token = tuple[int, str]
T = TypeVar("T")

_WORD = re.compile(r"\w+")
_SENTENCE_START = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?(\s|$)|\n")


def words(text: str, places: Iterable[Place]) -> set[Token]:
    """The words in the places, each with its offset: punctuation and case do not count."""
    return {(m.start(), m.group().casefold()) for p in places for m in _WORD.finditer(text, p.start, p.end)}


def token_f1(a: set[Token], b: set[Token]) -> float:
    """The harmonic mean of precision and recall of two sets of words, 0..1."""
    common = len(a & b)
    return 2 * common / (len(a) + len(b)) if common else 0.0


def overlap(text: str, a: Place | None, b: Place | None) -> bool:
    """Whether two places share a word, or are both absent."""
    if not a or not b:
        return not a and not b
    return bool(words(text, [a]) & words(text, [b]))


def jaccard(a: Collection[str], b: Collection[str]) -> float:
    """Common members by all members, 0..1; 1 where both are empty."""
    a, b = set(a), set(b)
    return len(a & b) / len(a | b) if a or b else 1.0


def same_name(gold: str | None, read: str | None) -> bool:
    """Whether two names mean one speaker: titles aside, one's words hold the other's, or half of all are common."""
    a, b = _name_words(gold), _name_words(read)
    if not a or not b:
        return not a and not b
    return a <= b or b <= a or jaccard(a, b) >= 0.5


def sentence(text: str, at: int) -> Place:
    """The sentence, roughly, that holds the offset: enough to say that two triggers are near."""
    # Searched up to the offset only, so that white space at its very place does not count as a border.
    start = max((m.end() for m in _SENTENCE_START.finditer(text, 0, at)), default=0)
    end = _SENTENCE_END.search(text, at)
    return Place(start, end.end() if end else len(text))


def pairs(golds: Sequence[T], reads: Sequence[T], affinity: Callable[[T, T], float]) -> list[tuple[int, int, float]]:
    """Indices of one-to-one pairs and their affinity, the best first, then as given; affinity 0 is no pair."""
    scored = [(affinity(a, b), i, j) for i, a in enumerate(golds) for j, b in enumerate(reads)]
    result: list[tuple[int, int, float]] = []
    taken_golds: set[int] = set()
    taken_reads: set[int] = set()
    for value, i, j in sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1], s[2])):
        if i not in taken_golds and j not in taken_reads:
            taken_golds.add(i)
            taken_reads.add(j)
            result.append((i, j, value))
    return result


def _name_words(name: str | None) -> set[str]:
    all_words = {word.casefold() for word in _WORD.findall(name or "")}
    return (all_words - definitions().titles) or all_words
