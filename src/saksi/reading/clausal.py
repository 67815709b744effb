"""Content by the parse: what a verb of saying governs, where no word need stand between the two.

For languages whose ``syntax.parsed`` is on: "told reporters on Monday it was ready", "urged both sides to talk",
"called the attack a crime", "accused Iran of hiding it".
"""

from __future__ import annotations

from saksi.reading.complements import addressee_end, clause_start, depends
from saksi.reading.lexicon import Reporting
from saksi.reading.quoted import Content, quotation_at, unquote
from saksi.reading.view import View

_REACH = 30  # tokens between a verb and its complementiser
_REQUEST = 20  # tokens that the one who is asked is named by
_HIDDEN = 6  # tokens
_LEAST = 2  # words of a judgement: what is judged, and as what
_FINITE = ("VERB", "AUX")
_NOMINAL = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")


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
        and (asked := _asked(view, lexicon, cue, j, b)) is not None
        and not _precedes(view, lexicon, cue, j, b)
    ):
        return asked
    if start < b and view.words[start] in words.interrogatives:
        return Content(start, "question") if verb in active.marked or verb in active.say else None
    if verb in active.judge and (judged := _judged(view, lexicon, cue, j, b)) is not None:
        return judged
    aside = start < b and view.words[start] in words.prepositions
    if aside and (led := _led_to(view, lexicon, start, b)) is not None:
        return led
    return (
        _clause(view, lexicon, cue, start, b)
        or _plain(view, lexicon, cue, start, b)
        or _behind_adjunct(view, lexicon, cue, start, b)
        or _named(view, lexicon, cue, start, b)
    )


def _behind_adjunct(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
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


def _named(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """What is claimed or reported in a noun phrase: "claimed responsibility for the attack"."""
    if view.words[cue] not in lexicon.active.nominal or j + _LEAST >= b:
        return None
    opens = view.pos[j] in ("DET", "ADJ", "NOUN", "NUM") and view.entity_at[j] is None
    return Content(j, "object") if opens and view.words[j] not in lexicon.words.days else None


def _plain(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
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


def _led_to(view: View, lexicon: Reporting, j: int, b: int) -> Content | None:
    """The quotation behind an adjunct and its mark: "said of the plan, “..."; "said in a statement: “...”"."""
    for k in range(j, min(b, j + _REACH)):
        if view.quote_at[k] is not None:
            return quotation_at(view, lexicon.words, k - 1, b) if view.words[k - 1] in (",", ":") and k > j else None
        if view.pos[k] in _FINITE or view.words[k] in ".;":
            return None
    return None


def _precedes(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> bool:
    """Whether a clause of its own follows, and no request: "said it wants to leave"."""
    if view.words[cue] not in lexicon.active.say:
        return False
    heads = (k for k in range(j, b) if view.head[k] == cue and view.dep[k] == "ccomp")
    return any(any(view.head[m] == k and view.dep[m].startswith("nsubj") for m in range(j, k)) for k in heads)


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


def _asked(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """Who is asked, and to do what: "urged both sides to talk", "called for a debate", "called on Iran to stop"."""
    words = lexicon.words
    first = j
    carried = view.words[j] in words.prepositions
    if carried:
        if view.words[j] not in words.requesting | words.infinitive:
            return None
        first = j + 1
    if first >= b:
        return None
    for k in range(first, min(b, first + _REQUEST)):
        if view.words[k] in words.infinitive and k > first and view.pos[k + 1 : k + 2] in (["VERB"], ["AUX"]):
            if view.words[cue] in lexicon.active.threats:
                return unquote(view, words, k + 1, b, "purpose")
            return Content(first, "purpose")
        if view.words[k] in words.infinitive and view.quote_at[k + 1 : k + 2] != [None]:
            return unquote(view, words, k + 1, b, "purpose")
        if view.words[k] in words.that or view.quote_at[k]:
            break
        if view.pos[k] in _FINITE and k > first and view.words[k] not in lexicon.syntax.participles:
            break
    return Content(first, "purpose") if carried and view.words[j] in words.requesting else None


def _judged(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
    """What is judged, and as what: "called it a crime", "described X as Y", "accused X of doing Y"."""
    words, relative, closed = lexicon.words, _relative_before(view, lexicon, cue), False
    for k in range(j, min(b, j + _REACH)):
        inside = k > j or relative
        to_be = view.words[k] in words.infinitive and j < k < b - 1 and view.pos[k + 1] == "AUX"
        if to_be or (view.quote_at[k] and inside):
            return Content(j, "as")  # "considers it to be a threat", "called it “a crime”"
        bound = view.head[view.head[k]] == cue
        if view.words[k] in words.as_marks and inside and (bound or not closed):
            return Content(j, "as")
        if view.words[k] in words.accusing and k > j and _gerund(view, lexicon, k + 1, b):
            return Content(j, "of")
        if view.quote_at[k] or view.words[k] in ".;" or view.words[k] in words.that:
            break
        closed = closed or view.words[k] == ","
    named = view.words[cue] in lexicon.active.naming and _two_phrases(view, j, b)
    return Content(j, "as") if b - j >= _LEAST and (named or _has_predicate(view, cue, j, b)) else None


def _has_predicate(view: View, cue: int, j: int, b: int) -> bool:
    """Whether the verb governs an object and, behind it, what that is said to be."""
    found = [view.dep[k].split(":")[0] for k in range(j, min(b, j + _REACH)) if view.head[k] == cue]
    first = next((n for n, dep in enumerate(found) if dep in ("obj", "iobj", "nsubj")), None)
    return first is not None and any(dep in ("xcomp", "ccomp", "obj") for dep in found[first + 1 :])


def _two_phrases(view: View, j: int, b: int) -> bool:
    """Whether two noun phrases stand side by side: "called" the attack a reprisal."""
    for k in range(j, b):
        if k > j and view.pos[k] == "DET" and view.pos[k - 1] != "DET":
            return True
        if view.pos[k] not in (*_NOMINAL, "PART"):
            return False
    return False


def _gerund(view: View, lexicon: Reporting, k: int, b: int) -> bool:
    return k < b and (view.pos[k] in _FINITE or view.words[k].endswith(lexicon.syntax.gerund))


def _relative_before(view: View, lexicon: Reporting, cue: int) -> bool:
    relative = lexicon.words.relative | lexicon.words.that
    return any(view.words[k] in relative for k in range(max(0, cue - 4), cue))


def _clause(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
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
