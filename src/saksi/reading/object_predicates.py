"""Object predicates: who is asked to do what, and what is held to be what.

"Urged both sides to talk", "called on Iran to stop", "described X as Y", "accused X of doing Y".
"""

from __future__ import annotations

from saksi.reading.quoted import Content, unquote
from saksi.reading.reporting_lexicon import Reporting
from saksi.reading.view import View

_REACH = 30  # tokens between a verb and what its object is held to be
_LEAST = 2  # words of a judgement: what is judged, and as what
_FINITE = ("VERB", "AUX")
_NOMINAL = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")
_REQUEST = 20  # tokens that the one who is asked is named by


def takes_clause(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> bool:
    """Whether a clause of its own follows, and no request: "said it wants to leave"."""
    if view.words[cue] not in lexicon.active.say:
        return False
    heads = (k for k in range(j, b) if view.head[k] == cue and view.dep[k] == "ccomp")
    return any(any(view.head[m] == k and view.dep[m].startswith("nsubj") for m in range(j, k)) for k in heads)


def request_content(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
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


def judgement_content(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> Content | None:
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
