"""Content by the parse: what a verb of saying governs, where no word need stand between the two.

For languages whose ``syntax.parsed`` is on: "told reporters on Monday it was ready", "urged both sides to talk",
"called the attack a crime", "accused Iran of hiding it".
"""

from __future__ import annotations

from saksi.reading.bare_clauses import clause_behind_adjunct, governed_clause, plain_clause
from saksi.reading.complements import addressee_end
from saksi.reading.object_predicates import judgement_content, request_content, takes_clause
from saksi.reading.quoted import Content, quotation_at, unquote
from saksi.reading.reporting_lexicon import Reporting
from saksi.reading.view import View

_REACH = 30  # tokens between a verb and its complementiser
_LEAST = 2  # words of what is claimed
_FINITE = ("VERB", "AUX")
_HIDDEN = 6  # tokens


def content_by_parse(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """The content that the verb at ``cue`` takes at token ``j`` or after, before token ``b``; null if it takes none."""
    words, active, verb = lexicon.words, lexicon.active, view.words[cue]
    clause = view.words[j] in lexicon.pronouns.subjects and view.pos[j + 1 : j + 2] in (["AUX"], ["VERB"], ["PART"])
    start = addressee_end(view, cue, j, b) if verb in active.addressed and not clause else j
    if start > j and (quoted := quotation_at(view, words, start, b)):
        return quoted
    hidden = any(word in words.anonymity for word in view.words[start : start + _HIDDEN])
    if verb in active.request and hidden:
        return None  # "asked that his name not be used"
    if (that := _complementiser(view, lexicon, cue, start, b)) is not None:
        return unquote(view, words, that + 1, b, "that")
    if verb in active.deny and (view.pos[j] == "VERB" or view.words[j] in words.partitives):
        return Content(j, "denied")
    if view.words[j] in words.infinitive and view.pos[j] != "ADP":
        takes = verb in active.request or verb in active.deny
        acts = view.pos[j + 1 : j + 2] and (view.pos[j + 1] in (*_FINITE, "ADV") or view.quote_at[j + 1] is not None)
        return unquote(view, words, j + 1, b, "purpose") if takes and acts else None
    if (
        verb in active.request
        and (verb not in active.judge or view.words[j] in words.requesting)
        and (asked := request_content(view, lexicon, cue, j, b)) is not None
        and not takes_clause(view, lexicon, cue, j, b)
    ):
        return asked
    if start < b and view.words[start] in words.interrogatives:
        return Content(start, "question") if verb in active.marked or verb in active.say else None
    if verb in active.judge and (judged := judgement_content(view, lexicon, cue, j, b)) is not None:
        return judged
    aside = start < b and view.words[start] in words.prepositions
    if aside and (led := _led_to(view, lexicon, start, b)) is not None:
        return led
    return (
        governed_clause(view, lexicon, cue, start, b)
        or plain_clause(view, lexicon, cue, start, b)
        or clause_behind_adjunct(view, lexicon, cue, start, b)
        or _named(view, lexicon, cue, start, b)
    )


def _named(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """What is claimed or reported in a noun phrase: "claimed responsibility for the attack"."""
    if view.words[cue] not in lexicon.active.nominal or j + _LEAST >= b:
        return None
    opens = view.pos[j] in ("DET", "ADJ", "NOUN", "NUM") and view.entity_at[j] is None
    return Content(j, "object") if opens and view.words[j] not in lexicon.words.days else None


def _led_to(view: View, lexicon: Reporting, j: int, b: int) -> Content | None:
    """The quotation behind an adjunct and its mark: "said of the plan, “..."; "said in a statement: “...”"."""
    for k in range(j, min(b, j + _REACH)):
        if view.quote_at[k] is not None:
            return quotation_at(view, lexicon.words, k - 1, b) if view.words[k - 1] in (",", ":") and k > j else None
        if view.pos[k] in _FINITE or view.words[k] in ".;":
            return None
    return None


def _complementiser(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> int | None:
    """Where the verb's "that" stands, over adjuncts and nouns, and no verb between unless the parse is sure."""
    for k in range(j, min(b, cue + _REACH)):
        aside = view.words[j] in lexicon.words.prepositions | lexicon.words.subordinators | lexicon.words.days
        if aside and view.words[k] in lexicon.words.that and view.head[view.head[k]] == cue and view.dep[k] == "mark":
            return None if view.quote_at[k] else k
    for k in range(j, min(b, cue + _REACH)):
        if view.words[k] in lexicon.words.that and (view.pos[k] == "SCONJ" or view.dep[k] == "mark"):
            claimed = k > j and view.words[k - 1] in lexicon.noun.cues and view.words[cue] not in lexicon.active.deny
            claimed = claimed and view.words[j] not in lexicon.words.prepositions
            return None if claimed else k  # "rejected the claim that": whoever claims it says it
        if view.words[k] in lexicon.words.that and k == cue + 1 < b - 1 and view.pos[k + 1] not in _FINITE:
            return k  # "said that ships", but "said that was wrong"
        if view.quote_at[k] or (view.pos[k] in _FINITE and view.dep[k] != "amod"):
            return None
        if view.words[k] in lexicon.words.relative | lexicon.words.infinitive and view.pos[k] != "ADP":
            return None
    return None
