"""Complementisers: the words that open content, "bahwa", "agar", "sebagai", over what stands before them."""

from __future__ import annotations

from saksi.reading.reporting_lexicon import Reporting
from saksi.reading.view import View

_REACH = 30  # tokens between a verb and its complementiser: adjuncts may be long ("kepada para wartawan yang ...")
_REQUEST_REACH = 14  # tokens that the one who is asked is named by


def complementiser(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> int | None:
    """Where the verb's "bahwa" stands, over the adjuncts and the addressee between them."""
    words = lexicon.words
    if view.words[j] in words.that:
        return j
    addressed = view.words[cue] in lexicon.active.request or view.words[cue] in lexicon.active.addressed
    denies = view.words[cue] in lexicon.active.deny
    if denies:
        return _denied_claim(view, lexicon, j, b)
    adjunct = view.words[j] in words.prepositions or view.words[j] in words.days or view.pos[j] == "PUNCT"
    reach = _REACH if adjunct else (12 if addressed else 7)
    for k in range(j, min(b, cue + reach)):
        if view.words[k] in words.that:
            return k
        if view.quote_at[k] or view.words[k] in lexicon.active.say:
            return None
        if not adjunct and view.pos[k] in ("VERB", "AUX"):
            return None
    return None


def _denied_claim(view: View, lexicon: Reporting, j: int, b: int) -> int | None:
    """The "bahwa" of the claim that is denied: "membantah tuduhan AS bahwa ...", and nothing but the claim between."""
    for k in range(j, min(b, j + 12)):
        if view.words[k] in lexicon.words.that:
            return k
        if view.pos[k] not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "X") and view.entity_at[k] is None:
            return None
    return None


def purpose_start(view: View, lexicon: Reporting, j: int, b: int, verb: str) -> int | None:
    """Where what is asked for begins: after "agar", but at the one who is asked before "untuk"."""
    words = lexicon.words
    for k in range(j, min(b, j + _REQUEST_REACH)):
        if view.words[k] in words.purpose:
            return k + 1
        if view.words[k] in words.infinitive:
            return k + 1 if k == j or verb in lexicon.active.threats else j
        if view.words[k] == "," or view.quote_at[k]:
            return None
        if view.words[k] in words.relative:  # "mengingatkan para WNI yang ada di AS agar ..."
            rest = range(k + 1, min(b, k + _REQUEST_REACH))
            free = next((m for m in rest if view.words[m] == "," or view.words[m] in lexicon.active.say), b)
            return next((m + 1 for m in rest if m < free and view.words[m] in words.purpose), None)
        if view.words[k] in lexicon.active.request or view.words[k] in lexicon.active.say:
            return None
    return None


def has_judgement(view: View, lexicon: Reporting, j: int, b: int) -> bool:
    """Whether a predicate follows within the clause: "menyebut X sebagai Y", "menyebut X “Y”"."""
    words = lexicon.words
    for k in range(j, b):
        if view.words[k] in words.as_marks:
            return k > j
        if k > j and view.quote_at[k]:
            return True  # "menyebut pelabuhan itu “contoh bagi kawasan”"
        if view.words[k] in words.that or view.words[k] in lexicon.active.say:
            return False
    return False
