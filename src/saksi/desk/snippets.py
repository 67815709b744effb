"""Snippets: the stretch of an article with the words that were searched for."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from saksi.desk.words import lemmas_of, words_of

_CONTEXT: Final = 160  # characters around the words that were found


class Snippet(msgspec.Struct, frozen=True):
    """Words of the article around what was found: ``start`` in its text, and the places of the words found in it."""

    start: int
    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(body: str, words: frozenset[str], language: str) -> Snippet:
    """The stretch of text with the most different words found, cut at words."""
    known = lemmas_of(language)
    forms = [word for word in set(words_of(body)) if known[word] in words] if words else []
    if forms:  # the places of few words are found in a tenth of the time that those of all take
        standing = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(forms))})(?![^\W_])")
        places = [(m.start(), m.end(), known[m[0]]) for m in standing.finditer(body)]
    else:
        places = []
    if not places:
        end = _word_end(body, min(len(body), 2 * _CONTEXT))
        return Snippet(0, body[:end], ())

    def worth(at: tuple[int, int, str]) -> tuple[int, int]:
        return len({word for start, _, word in places if 0 <= start - at[0] < _CONTEXT}), -at[0]

    best = max(places, key=worth)
    start, end = max(0, best[0] - _CONTEXT // 2), min(len(body), best[0] + _CONTEXT + _CONTEXT // 2)
    while start > 0 and not body[start - 1].isspace():
        start -= 1
    end = _word_end(body, end)
    return Snippet(start, body[start:end], tuple((a, b) for a, b, _ in places if start <= a and b <= end))


def _word_end(body: str, end: int) -> int:
    while end < len(body) and not body[end].isspace():
        end += 1
    return end
