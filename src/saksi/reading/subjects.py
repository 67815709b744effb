"""Subjects: who does the saying, when the cue is a verb.

In newspaper Indonesian the subject stands right before its verb, dates and adverbs apart; so the phrase next to the
verb is tried first. Where that phrase belongs to something else - a relative clause, an apposition, an adjunct, the
object of a verb before - the parse is asked, and then the phrase that opens the sentence.
"""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import classify, phrase_end, phrase_start, skip_back
from saksi.reading.view import View

_NAMED = ("PER", "ORG", "LOC", "PRON")


def subject_of(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The source that is the subject of the verb at token ``i``, looked for down to token ``a``."""
    near = _near(view, lexicon, i, a)
    if (
        near is not None
        and view.words[near.end : near.end + 1]
        and view.words[near.end] in lexicon.reporting.words.relative
    ):
        return near  # "pernyataan pemerintah AS yang meminta": whatever governs it, it is what the clause is about
    if near is not None and _stands_free(view, lexicon, near, i, a):
        return near
    return (
        _parsed(view, lexicon, i, a)
        or _opening(view, lexicon, a, i)
        or (near if near is not None and near.label == "PER" else None)
    )


def _near(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The phrase next to the verb, dates, adverbs and brackets passed over."""
    words = lexicon.reporting.words
    j = skip_back(view, lexicon, i - 1, a)
    while j >= a and (view.words[j] in words.relative or view.words[j] == ","):
        j = skip_back(view, lexicon, j - 1, a)
    if j < a:
        return None
    start = phrase_start(view, lexicon, j, a)
    return classify(view, lexicon, start, j + 1) if start <= j else None


def _stands_free(view: View, lexicon: Lexicon, near: Source, i: int, a: int) -> bool:
    """Whether nothing before the phrase governs it: no preposition, verb, or comma of an apposition."""
    words = lexicon.reporting.words
    if near.start <= a:
        return True
    k = near.start - 1
    word = view.words[k]
    if word in words.that or word in words.subordinators:
        return "," not in view.words[near.end : i] or near.label == "PRON"
    if word in words.prepositions or word in words.relative or view.pos[k] in ("ADP", "VERB", "AUX"):
        return False
    if word == ",":
        return near.label == "PER" or not _named_before(view, lexicon, k, a)
    return True


def _named_before(view: View, lexicon: Lexicon, comma: int, a: int) -> bool:
    """Whether a name stands before the comma, so that the phrase after it may be its apposition."""
    j = skip_back(view, lexicon, comma - 1, a)
    return j >= a and view.entity_at[j] is not None


def _parsed(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The subject by the parse: the nominal subject of the verb that is nearest to it."""
    for k in range(i - 1, a - 1, -1):
        hidden = view.words[k] in lexicon.reporting.words.anonymity
        if view.head[k] == i and view.dep[k].startswith("nsubj") and not hidden:
            entity = view.entity_at[k]
            start = phrase_start(view, lexicon, entity.end - 1 if entity else k, a)
            end = phrase_end(view, lexicon, k, i)
            return classify(view, lexicon, start, end) if start < end else None
    return None


def _opening(view: View, lexicon: Lexicon, a: int, i: int) -> Source | None:
    """The phrase that opens the sentence before ``i``, if it can speak: a name, an office, an institution."""
    words, titles = lexicon.reporting.words, lexicon.titles
    start = a
    while start < i and (view.words[start] in words.openers or view.pos[start] == "PUNCT" or view.blank(start)):
        start += 1
    if start >= i or view.words[start] in words.prepositions:
        return None
    end = phrase_end(view, lexicon, start, i)
    if end <= start:
        return None
    found = classify(view, lexicon, start, end)
    first = view.words[start]
    speaks = first in titles.roles or first in titles.organisations or first in titles.descriptions
    return found if found.label in _NAMED or speaks else None
