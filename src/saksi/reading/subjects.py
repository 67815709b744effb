"""Subjects: who does the saying, when the cue is a verb.

In newspaper Indonesian the subject stands right before its verb, dates and adverbs apart; so the phrase next to the
verb is tried first. Where that phrase belongs to something else - a relative clause, an apposition, an adjunct, the
object of a verb before - the parse is asked, and then the phrase that opens the sentence.
"""

from __future__ import annotations

from saksi.reading.adjuncts import skip_back
from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.parsed_subjects import parsed_subject
from saksi.reading.phrases import phrase_end, phrase_start
from saksi.reading.source_phrases import classify, source_after
from saksi.reading.view import View

_NAMED = ("PER", "ORG", "LOC", "PRON")
_SHARES_SUBJECT = ("advcl", "xcomp", "conj")


def subject_of(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The source that is the subject of the verb at token ``i``, looked for down to token ``a``."""
    syntax = lexicon.reporting.syntax
    if syntax.parsed and (found := parsed_subject(view, lexicon, i, a)) is not None:
        return found
    if view.words[i] in syntax.participles:
        return None
    relative = lexicon.reporting.words.relative
    near = _near(view, lexicon, i, a)
    follows = min(i, near.end + (view.words[near.end] == ",")) if near is not None else i
    if near is not None and view.words[follows] in relative:
        return near  # "pernyataan pemerintah AS yang meminta": whatever governs it, it is what the clause is about
    if near is not None and _stands_free(view, lexicon, near, i, a):
        return near
    if near is not None and (placed := _before_place(view, lexicon, near, a)) is not None:
        return placed
    opening = _opening(view, lexicon, a, i)
    if near is not None and opening is not None and _is_titled(view, lexicon, opening, near, i):
        return near
    if near is not None and opening is not None and _names_opening(view, lexicon, opening, near, i):
        return near
    if opening is not None and opening.label != "PER":
        opening = source_after(view, lexicon, opening.start, i) or opening
    if opening is not None and view.words[opening.end] in relative | {","}:
        return opening  # "Seorang pejabat yang tidak mau disebut namanya mengatakan"
    named = near if near is not None and near.label == "PER" else None
    return _parsed(view, lexicon, i, a) or opening or named or _pointed_at(view, lexicon, a, i)


def _pointed_at(view: View, lexicon: Lexicon, a: int, i: int) -> Source | None:
    """A phrase that opens the sentence, closed by "itu", with an aside behind: "Firma itu, ..., mengatakan"."""
    end = phrase_end(view, lexicon, a, i)
    closed = end > a + 1 and view.words[end - 1] in lexicon.reporting.words.demonstratives
    aside = end < i - 1 and view.words[end] == "," and view.words[i - 1] == ","
    return classify(view, lexicon, a, end) if closed and aside else None


def _is_titled(view: View, lexicon: Lexicon, title: Source, near: Source, i: int) -> bool:
    """Whether the phrase that opens the sentence is the title of the name at its end.

    "Komandan pasukan AS di Pasifik Laksamana Samuel Locklear mengatakan": no comma, verb or relative between.
    """
    if near.label != "PER" or "," in view.words[near.end : i] or view.words[title.start] not in lexicon.titles.roles:
        return False
    between = range(title.end, near.start)
    relative = lexicon.reporting.words.relative
    return all(view.words[k] != "," and view.words[k] not in relative and view.pos[k] != "VERB" for k in between)


def _names_opening(view: View, lexicon: Lexicon, opening: Source, near: Source, i: int) -> bool:
    """Whether a name between commas says who opens the sentence: "Kelompok militan yang ..., Hizbullah, mengatakan"."""
    described = view.words[opening.start] in lexicon.titles.organisations | lexicon.titles.descriptions
    unnamed = all(view.entity_at[k] is None for k in range(opening.start, opening.end))
    between = near.start > opening.end and view.words[near.start - 1] == "," and view.words[near.end : i] == [","]
    return described and unnamed and between and near.label in ("ORG", "PER", "LOC")


def _near(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The phrase next to the verb, dates, adverbs and brackets passed over."""
    words = lexicon.reporting.words
    if i > a and view.words[i - 1] in words.manner:
        return None  # "..., dengan mengatakan bahwa": its subject is that of the main verb
    j = skip_back(view, lexicon, i - 1, a)
    while j >= a and (view.words[j] in words.relative or view.words[j] == ","):
        j = skip_back(view, lexicon, j - 1, a)
    if j < a:
        return None
    start = phrase_start(view, lexicon, j, a)
    if any(view.words[k] in words.anonymity for k in range(start, j + 1)):  # "X, yang enggan disebut namanya,"
        aside = next((k for k in range(start - 1, a, -1) if view.words[k] in words.relative or view.words[k] == ","), a)
        j = skip_back(view, lexicon, aside - 1 - (view.words[aside - 1] == ","), a) if aside > a else a - 1
        start = phrase_start(view, lexicon, j, a) if j >= a else a
        if j >= a and start > a and view.words[start - 1] in words.prepositions:
            return None
    return classify(view, lexicon, start, j + 1) if start <= j else None


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
        place = near.label == "LOC" and view.words[near.end] == ","  # "di Kota Beersheba, Israel selatan, "
        return (near.label in ("PER", "LOC") and not place) or not _named_before(view, lexicon, k, a)
    return True


def _before_place(view: View, lexicon: Lexicon, near: Source, a: int) -> Source | None:
    """What stands before a place and its apposition: "Rumah Sakit Soroka" di Kota Beersheba, Israel selatan, ..."""
    comma = near.start - 1
    if near.label != "LOC" or comma <= a or view.words[comma] != "," or view.words[near.end] != ",":
        return None
    start = phrase_start(view, lexicon, comma - 1, a)
    inner = lexicon.reporting.words.inner_prepositions
    end = next((k for k in range(start + 1, comma) if view.words[k] in inner), None)
    if end is None or view.words[start] in lexicon.titles.roles:
        return None  # "Konsul RI di Songkhla, Ratih Kusumaningdyah, mengatakan"
    return classify(view, lexicon, start, end)


def _named_before(view: View, lexicon: Lexicon, comma: int, a: int) -> bool:
    """Whether a name stands before the comma, so that the phrase after it may be its apposition."""
    j = skip_back(view, lexicon, comma - 1, a)
    return j >= a and view.entity_at[j] is not None


def _parsed(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The subject by the parse, or that of the verb to which the one at ``i`` is an adjunct."""
    if (found := _subject_in_parse(view, lexicon, i, a)) is not None:
        return found
    governor = view.head[i]
    words = lexicon.reporting.words
    bare = view.words[i - 1] in words.manner or view.words[i - 1] in words.simultaneous
    adjunct = bare and view.dep[i] in _SHARES_SUBJECT and a <= governor < i
    return _subject_in_parse(view, lexicon, governor, a) if adjunct else None


def _subject_in_parse(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The nominal subject of the verb that is nearest to it."""
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
    if view.words[a] in words.prepositions and a + 1 < i and view.entity_at[a + 1] is not None:
        place = view.entity_at[a + 1]  # "Di Abu Dhabi, seorang pejabat yang ..."
        start = place.end + 1 if place is not None and view.words[place.end] == "," else a
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
    if view.pos[start] == "DET" and lexicon.reporting.syntax.parsed:
        speaks = any(word in titles.roles | titles.organisations for word in view.words[start:end])
    return found if found.label in _NAMED or speaks else None
