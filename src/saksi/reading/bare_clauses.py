"""Bare clauses: content that no complementiser marks, as "said it was ready", and where such a clause begins.

The adjuncts of the verb of saying stand before it, and the parse may have given them to the clause.
"""

from __future__ import annotations

from saksi.reading.complements import clause_start, depends
from saksi.reading.quoted import Content, quotation_at
from saksi.reading.reporting_lexicon import Reporting
from saksi.reading.view import View

_REACH = 30  # tokens between a verb and its clause
_LEAST = 2  # words that a clause has at least
_FINITE = ("VERB", "AUX")
_NOMINAL = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")


def clause_behind_adjunct(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """A clause behind an adjunct, with no word between: "said in a briefing with reporters the campaign was over"."""
    words, active = lexicon.words, lexicon.active
    if view.words[cue] not in active.say - active.objects or j >= b or view.words[j] not in words.prepositions:
        return None
    for k in range(j + 2, min(b, j + _REACH)):
        if view.quote_at[k] or view.words[k] in ".,;:" or view.pos[k] in (*_FINITE, "SCONJ"):
            return None
        if view.pos[k - 1] in ("NOUN", "PROPN") and view.pos[k] in ("DET", "PRON") and view.entity_at[k] is None:
            verb = next((m for m in range(k + 1, b) if view.pos[m] in _FINITE or view.words[m] in ",;:"), b)
            return Content(k, "bare") if verb < b and view.pos[verb] in _FINITE else None
    return None


def plain_clause(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """What follows a verb that takes words said, whatever the parse makes of it: "said the ship had sunk"."""
    active, words, verb = lexicon.active, lexicon.words, view.words[cue]
    if (verb not in active.say and verb not in active.deny) or j + _LEAST + 1 >= b:
        return None
    if view.words[j] in lexicon.pronouns.subjects and verb not in active.deny:
        return Content(j, "bare")  # "said it awaits the names", whatever the parse takes "awaits" for
    opens = view.pos[j] in _NOMINAL or view.entity_at[j] is not None
    if not opens or view.words[j] in words.days | words.prepositions | words.likes | words.coordinators:
        return None
    k = next((k for k in range(j + 1, b) if view.pos[k] in _FINITE or view.words[k] == ","), b)
    if k < b and view.words[k] == ",":  # "said all options, including talks, remained open"
        k = next((m + 1 for m in range(k + 1, b) if view.words[m] == ","), b)
    if k >= b or view.pos[k] not in _FINITE:
        return None
    subject = any(view.dep[s].startswith(("nsubj", "expl")) and j < view.head[s] < b for s in range(j, k))
    subject = subject or _has_auxiliary(view, k, b)
    if not subject and (verb in active.objects or verb in active.deny):
        return None
    return Content(j, "denied" if verb in active.deny else "bare")


def _has_auxiliary(view: View, k: int, b: int) -> bool:
    """Whether an auxiliary stands at ``k`` or after, in the same stretch: "those involved should act"."""
    stop = next((m for m in range(k, b) if view.words[m] in ",;:" or view.pos[m] == "SCONJ" or view.quote_at[m]), b)
    return any(view.pos[m] == "AUX" for m in range(k, stop))


def governed_clause(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """The clause that the verb governs, with no word between: "said it was ready"."""
    words, active, verb = lexicon.words, lexicon.active, view.words[cue]
    start = clause_start(view, cue, j, b)
    if start is None:
        return None
    plain = view.pos[j] in _NOMINAL and view.words[j] not in words.days | words.prepositions | words.adverbs
    if plain and "," not in view.words[j:start]:
        start = j  # nothing but the clause itself can begin so
    start = _past_dates(view, lexicon, start, b)
    if start == cue + 1 and view.words[start] in words.conditions:
        return Content(start, "bare") if verb in active.say else None  # "said while he was in charge there would be"
    counted = start + 1 < b and view.words[start + 1] in words.degrees  # "said at least one man was held"
    if start < b and view.words[start] in words.prepositions | words.subordinators and not counted:
        start = _past_adjunct(view, cue, start, b)
    if start >= b or view.words[start] in words.likes:
        return None
    if quoted := quotation_at(view, words, start, b):
        return quoted
    head = next((k for k in range(start, b) if view.head[k] == cue), start)
    subject = any(depends(view, k, head) and view.dep[k].startswith("nsubj") for k in range(start, head + 1))
    if verb in active.deny:
        return Content(start, "denied")
    if view.dep[head].startswith("xcomp"):
        return None
    if verb in active.say or (verb in active.marked and subject):
        headless = verb in active.objects or verb in active.addressed
        return Content(start, "bare") if subject or not headless else None
    return None


def _past_adjunct(view: View, cue: int, start: int, b: int) -> int:
    """Past an adjunct of the verb that the parse has given to its clause: to the clause's subject; else the end."""
    head = next((k for k in range(start, b) if view.head[k] == cue and view.dep[k] in ("ccomp", "parataxis")), None)
    if head is None:
        return b
    subject = next(
        (k for k in range(start, head) if view.head[k] == head and view.dep[k].startswith(("nsubj", "expl"))), None
    )
    if subject is None:
        return b
    while (
        subject - 1 > start
        and start <= view.head[subject - 1] <= head
        and view.head[subject - 1] != head
        and view.pos[subject - 1] not in ("ADP", "PUNCT")
    ):
        subject -= 1
    return subject


def _is_dated(view: View, days: frozenset[str], owners: frozenset[str], k: int, b: int) -> bool:
    """Whether the word at ``k`` is of a date: not "Tuesday's launch", nor the "this" of "this was vital"."""
    following = view.words[k + 1] if k + 1 < b else ""
    return following not in owners and (view.pos[k] not in ("DET", "PRON") or following in days)


def _past_dates(view: View, lexicon: Reporting, k: int, b: int) -> int:
    """Past a date that the parse has given to the clause: "said Monday it was ready"."""
    days, first, owners = lexicon.words.days, k, lexicon.syntax.possessives
    while k < b and (
        (view.words[k] in days and view.pos[k] not in _FINITE and _is_dated(view, days, owners, k, b))
        or view.words[k][0].isdigit()
        or (view.words[k] in lexicon.words.prepositions and k + 1 < b and view.words[k + 1] in days)
        or (k > first and view.words[k] == "," and k + 1 < b and (view.words[k + 1] in days or k > first))
    ):
        k += 1
    dated = any(view.words[i] in days for i in range(first, k))
    return k if dated else first
