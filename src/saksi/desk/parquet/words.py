"""Words of a run: its articles are read through, word by word, by the same lemmas that a desk keeps an index of.

The rank is that of SQLite's index (BM25 with its k1, b and floor), a word of the title counting four times.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.desk.filter import Question
from saksi.desk.search import MOST_COUNTED, Terms
from saksi.desk.words import WORD, lemmas_of

_TITLE: Final = 4.0
_K1: Final = 1.2
_B: Final = 0.75
_LEAST: Final = 1e-6  # of the weight of a word, where most articles have it
_AT_ONCE: Final = 1_000
Hit = tuple[int, str, tuple[float, ...], int]  # key, day, how often each term, words in all


def ranked(connection: Connection, question: Question, terms: Terms, *, by: str) -> list[int]:
    """The keys of the articles with the terms, within a question, in the order of a desk."""
    articles = schema.articles
    chosen: Any = question.articles(select(articles.c.key))
    if not terms.wanted and not terms.unwanted:
        chosen = chosen.order_by(articles.c.day.desc(), articles.c.key).limit(MOST_COUNTED)
        return list(connection.execute(chosen).scalars())
    allowed = set(connection.execute(chosen).scalars())
    ranks = by == "rank" and bool(terms.wanted)
    columns = select(*(articles.c[name] for name in ("key", "day", "title", "text", "reader_language")))
    hits, scores = _read(connection, columns if ranks else question.articles(columns), terms, allowed)
    hits.sort(key=lambda hit: hit[0])
    if ranks:
        hits.sort(key=lambda hit: scores[hit[0]])
    else:
        hits.sort(key=lambda hit: hit[1], reverse=True)
    return [hit[0] for hit in hits[:MOST_COUNTED]]


def _read(connection: Connection, query: Any, terms: Terms, allowed: set[int]) -> tuple[list[Hit], dict[int, float]]:
    """The hits among the articles that are allowed, and the rank of each: all that are read have a part in that."""
    hits: list[Hit] = []
    total, number, having = 0, 0, [0] * len(terms.wanted)
    for key, day, title, text, language in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        known = lemmas_of(language)
        fields = [(_TITLE, _words(known, title or "")), (1.0, _words(known, text))]
        length = sum(len(words) for _, words in fields)
        total, number = total + length, number + 1
        often = [sum(weight * _count(words, term) for weight, words in fields) for term in terms.wanted]
        for n, times in enumerate(often):
            having[n] += times > 0
        if key not in allowed or not all(often):
            continue
        if any(_count(words, term) for term in terms.unwanted for _, words in fields):
            continue
        hits.append((key, day or "", tuple(often), length))
    weights = [_weight(number, count) for count in having]
    mean = total / number if number else 0.0
    return hits, {hit[0]: _score(hit, weights, mean) for hit in hits}


def _words(known: dict[str, str], text: str) -> list[str]:
    return [known[word] for word in WORD.findall(text)]


def _count(words: Sequence[str], term: tuple[str, ...]) -> int:
    """How often a word or phrase stands there."""
    count = words.count(term[0])
    if len(term) == 1 or not count:
        return count
    found, at = 0, -1
    for _ in range(count):
        at = words.index(term[0], at + 1)
        found += tuple(words[at : at + len(term)]) == term
    return found


def _weight(number: int, having: int) -> float:
    weight = math.log((number - having + 0.5) / (having + 0.5))
    return weight if weight > 0 else _LEAST


def _score(hit: Hit, weights: Sequence[float], mean: float) -> float:
    """The rank of a hit: the lower the better."""
    _, _, often, length = hit
    score = 0.0
    for times, weight in zip(often, weights, strict=True):
        score += weight * ((times * (_K1 + 1.0)) / (times + _K1 * (1 - _B + _B * length / mean)))
    return -1.0 * score
