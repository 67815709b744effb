"""Phrases: where a noun phrase begins and ends."""

from __future__ import annotations

from saksi.reading.lexicon import Lexicon
from saksi.reading.titles import past_brackets
from saksi.reading.view import View

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
_LONGEST = 24  # tokens; no source is named at greater length, and a scan must end


def phrase_end(view: View, lexicon: Lexicon, i: int, b: int) -> int:
    """Where the noun phrase that begins at ``i`` ends, not after ``b``."""
    end = i
    while end < b and end - i < _LONGEST:
        entity = view.entity_at[end]
        if entity and (entity.start >= i or end == i):
            end = min(entity.end, b)
            continue
        if end > i and (name := past_brackets(view, lexicon, end, b)):
            end = name
            continue
        if view.words[end] == "." and end > i and view.words[end - 1] in lexicon.titles.address and end + 1 < b:
            end += 1  # "Dr."
            continue
        if view.pos[end] == "PUNCT" or view.quote_at[end] or view.blank(end):
            break
        before = view.entity_at[end - 1] if end > i else None
        titled = before is not None and (before.start == i or view.words[i] in lexicon.titles.roles)
        if titled and before and before.label == "PER" and view.forms[end].islower():
            break  # a name takes no words after it
        if end > i and _ends_phrase(view, lexicon, end):
            break
        end += 1
    return end


def _ends_phrase(view: View, lexicon: Lexicon, k: int) -> bool:
    words, word = lexicon.reporting.words, view.words[k]
    if word in words.prepositions or word in words.relative or word in words.that or word in words.coordinators:
        return True
    lower = view.forms[k][0].islower()
    if lower and (word in words.negators or word in words.unsaid):
        return True
    if lexicon.reporting.syntax.parsed and view.dep[k] == "amod":
        return False  # "a recently published report"
    return (word in words.days and not lower) or (view.pos[k] in ("VERB", "AUX") and lower)


def opening_bracket(view: View, j: int, a: int) -> int | None:
    """The opening bracket that the closing one at ``j`` belongs to, not before ``a``."""
    for k in range(j - 1, max(a - 1, j - 20), -1):
        if view.words[k] in OPENING:
            return k
    return None


def phrase_start(view: View, lexicon: Lexicon, j: int, a: int) -> int:
    """Where the noun phrase that ends at ``j`` begins."""
    words = lexicon.reporting.words
    k = j
    while k >= a and j - k < _LONGEST:
        entity = view.entity_at[k]
        if entity and entity.end - 1 <= j:
            k = max(entity.start, a) - 1
            continue
        word, pos = view.words[k], view.pos[k]
        if word in CLOSING:
            opening = opening_bracket(view, k, a)
            if opening is not None:
                k = opening - 1
                continue
        if (
            view.quote_at[k]
            or pos == "PUNCT"
            or view.blank(k)
            or pos in ("SCONJ",)
            or word in words.that
            or word in words.relative
        ):
            break
        if word in words.coordinators or word in words.contrast:
            if word in words.joiners and k > a and _joins_nouns(view, k, j, a):
                k -= 1
                continue
            break
        if pos in ("VERB", "AUX") and view.forms[k][0].islower():
            break
        if k < j and word in words.demonstratives:
            break  # "Selain itu" Menlu
        if word in words.prepositions and not _inside_phrase(view, lexicon, k, a):
            break
        k -= 1
    return k + 1


def _joins_nouns(view: View, k: int, j: int, a: int) -> bool:
    """Whether the joiner at ``k`` stands within the phrase that ends at ``j``, and not between two clauses."""
    if view.pos[k] == "CCONJ" and view.pos[k - 1] in ("PROPN", "NOUN") and view.entity_at[k - 1] is not None:
        return True
    if k == j or view.dep[k + 1] != "conj" or not a <= view.head[k + 1] < k:
        return False
    plain = all(view.entity_at[m] is None for m in range(k + 1, j + 1))  # "kelompok pembela pengungsi dan migran"
    return plain and view.pos[k + 1] == view.pos[k - 1] == view.pos[view.head[k + 1]] == "NOUN"


def _inside_phrase(view: View, lexicon: Lexicon, k: int, a: int) -> bool:
    """Whether the preposition at ``k`` belongs to a title or description: "Duta Besar Israel untuk AS X"."""
    if k <= a:
        return False
    left = view.words[k - 1]
    return (
        view.pos[k - 1] in ("PROPN", "NOUN", "NUM")
        and left not in lexicon.reporting.words.days
        and view.words[k] in lexicon.reporting.words.inner_prepositions
    )
