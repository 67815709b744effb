"""Subjects: who does the saying, when the cue is a verb.

In newspaper Indonesian the subject stands right before its verb, dates and adverbs apart; so the phrase next to the
verb is tried first. Where that phrase belongs to something else - a relative clause, an apposition, an adjunct, the
object of a verb before - the parse is asked, and then the phrase that opens the sentence.
"""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import classify, phrase_end, phrase_start, skip_back, source_after
from saksi.reading.view import View

_NAMED = ("PER", "ORG", "LOC", "PRON")


def subject_of(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The source that is the subject of the verb at token ``i``, looked for down to token ``a``."""
    relative = lexicon.reporting.words.relative
    near = _near(view, lexicon, i, a)
    follows = min(i, near.end + (view.words[near.end] == ",")) if near is not None else i
    if near is not None and view.words[follows] in relative:
        return near  # "pernyataan pemerintah AS yang meminta": whatever governs it, it is what the clause is about
    if near is not None and _stands_free(view, lexicon, near, i, a):
        return near
    opening = _opening(view, lexicon, a, i)
    if near is not None and opening is not None and _is_titled(view, lexicon, opening, near, i):
        return near
    if opening is not None and opening.label != "PER":
        opening = source_after(view, lexicon, opening.start, i) or opening
    if opening is not None and view.words[opening.end] in relative | {","}:
        return opening  # "Seorang pejabat yang tidak mau disebut namanya mengatakan"
    named = near if near is not None and near.label == "PER" else None
    return _parsed(view, lexicon, i, a) or opening or named


def _is_titled(view: View, lexicon: Lexicon, title: Source, near: Source, i: int) -> bool:
    """Whether the phrase that opens the sentence is the title of the name at its end.

    "Komandan pasukan AS di Pasifik Laksamana Samuel Locklear mengatakan": no comma, verb or relative between.
    """
    if near.label != "PER" or "," in view.words[near.end : i] or view.words[title.start] not in lexicon.titles.roles:
        return False
    between = range(title.end, near.start)
    relative = lexicon.reporting.words.relative
    return all(view.words[k] != "," and view.words[k] not in relative and view.pos[k] != "VERB" for k in between)


def _near(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The phrase next to the verb, dates, adverbs and brackets passed over."""
    words = lexicon.reporting.words
    j = skip_back(view, lexicon, i - 1, a)
    while j >= a and (view.words[j] in words.relative or view.words[j] == ","):
        j = skip_back(view, lexicon, j - 1, a)
    if j < a:
        return None
    start = phrase_start(view, lexicon, j, a)
    hidden = any(view.words[k] in words.anonymity for k in range(start, j + 1))  # "dengan syarat anonim"
    return classify(view, lexicon, start, j + 1) if start <= j and not hidden else None


def _stands_free(view: View, lexicon: Lexicon, near: Source, i: int, a: int) -> bool:
    """Whether nothing before the phrase governs it: no preposition, verb, or comma of an apposition."""
    words = lexicon.reporting.words
    if near.start <= a:
        return True
    k = near.start - 1
    word = view.words[k]
    if word in words.joiners and k > a and view.entity_at[k - 1] is not None:
        return False  # "yang didukung AS dan Israel": both belong to what stands before
    if word in words.that or word in words.subordinators:
        return "," not in view.words[near.end : i] or near.label == "PRON"
    if word in words.prepositions or word in words.relative or view.pos[k] in ("ADP", "VERB", "AUX"):
        return False
    if word == ",":
        return near.label in ("PER", "LOC") or not _named_before(view, lexicon, k, a)
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
