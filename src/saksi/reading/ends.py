"""Ends: where what was said is over, and the article speaks again, or somebody else."""

from __future__ import annotations

from saksi.reading.function_lexicon import Function
from saksi.reading.reporting_lexicon import Reporting
from saksi.reading.view import View

_VERBLESS = ("as", "purpose", "of", "denied")  # marks of content that holds no finite verb


def _is_main_again(view: View, lexicon: Reporting, start: int, k: int, b: int) -> bool:
    """Whether the joiner at ``k`` goes on with the main clause: "described it as a crime and promised help".

    What an infinitive, a gerund or "as" opens holds no finite verb but in clauses with a word of their own.
    """
    words = lexicon.words
    if not lexicon.syntax.parsed or view.words[k] not in words.coordinators | words.breaks or k + 2 >= b:
        return False
    if view.words[k + 1] == "," or view.words[k + 1] in lexicon.pronouns.subjects:
        return True  # "called it a crime and, after a call, he said"
    verb = k + 1
    while verb < b and (view.words[verb] in words.adverbs or view.pos[verb] == "ADV"):
        verb += 1
    if verb >= b or view.pos[verb] != "VERB":
        return False
    if not view.words[verb].endswith(lexicon.syntax.past) and view.words[verb] not in words.pasts:
        return False
    own = (words.relative | words.that | words.subordinators) - words.as_marks - words.coordinators
    return not any(view.words[m] in own for m in range(start, k))


def _leaves_aside(view: View, lexicon: Reporting, k: int, b: int, mark: str) -> bool:
    """Whether what follows the comma ``k`` is of the speaker and not his: ", referring to", ", but gave no reason".

    What somebody threatens or promises to do ends where the article explains a place: "near Guam, which hosts a base".
    """
    words, rest = lexicon.words, view.words[k + 1 : b]
    if not rest:
        return False
    if rest[0] in words.asides or (len(rest) > 1 and rest[0] in words.coordinators and rest[1] in words.asides):
        return True
    verb = rest[1] if len(rest) > 1 and rest[0] in words.coordinators else ""
    if rest[0] in words.opposing and (verb in words.pasts or verb.endswith(lexicon.syntax.past)):
        return True
    if rest[0] in words.relative and len(rest) > 2:
        reported = rest[1] in lexicon.pronouns.subjects and rest[2] in lexicon.active.say | lexicon.active.judge
        return reported or mark == "purpose"
    return False


def _judged_before(view: View, lexicon: Reporting, start: int, k: int, b: int) -> bool:
    """Whether the judgement is over at the comma ``k``: "called talks a waste of time, Yun has tried"."""
    if any(word in lexicon.words.as_marks for word in view.words[start:k]):
        return True
    later = any(word in lexicon.words.as_marks for word in view.words[k:b])  # "called X, 16, as well as Y, a hero"
    named = lexicon.syntax.parsed and not later and k + 1 < b
    return named and view.pos[k + 1] not in ("ADJ", "NOUN", "ADV", "NUM")


def _breaks_off(view: View, words: Function, start: int, k: int) -> bool:
    """Whether the contrast at ``k`` leaves what was said: after a comma or before a name, and not "tidak hanya"."""
    for i in range(start + 1, k):
        before = view.words[max(start, i - 2) : i]
        if view.words[i] in words.only and any(word in words.negators for word in before):
            return False  # "tidak (lagi) hanya X, namun juga Y"
    return view.words[k - 1] == "," or view.forms[k + 1][:1].isupper()


def _speaks_next(view: View, lexicon: Reporting, i: int, b: int) -> bool:
    """Whether somebody else speaks or denies right behind a contrast: "..., sedangkan Iran membantah"."""
    entity = view.entity_at[i] if i < b else None
    verb = entity.end if entity is not None and entity.start == i else b
    while verb < b and view.words[verb] in lexicon.words.adverbs:
        verb += 1
    return verb < b and view.words[verb] in lexicon.active.say | lexicon.active.deny


def _in_relative(view: View, lexicon: Reporting, start: int) -> bool:
    """Whether the cue before ``start`` stands in a relative clause between commas: "X, who said the border ..."."""
    before = view.words[max(0, start - 4) : start]
    return any(word in lexicon.words.relative for word in before) and "," in view.words[max(0, start - 5) : start]


def _ends_by_parse(view: View, lexicon: Reporting, start: int, k: int, b: int, mark: str) -> bool:
    """Whether the words are over at token ``k``, in a language whose ``syntax.parsed`` is on."""
    if view.words[k] != ",":
        return mark in _VERBLESS and _is_main_again(view, lexicon, start, k, b)
    if k + 1 < b and view.words[k + 1] in lexicon.preposition.cues:
        return True
    left = k + 1 < b and view.pos[k + 1] in ("VERB", "AUX") and _in_relative(view, lexicon, start)
    return left or _leaves_aside(view, lexicon, k, b, mark)  # "X, who said the border was closed, left"


def content_end(view: View, lexicon: Reporting, start: int, b: int, mark: str = "") -> int:
    """Where content that begins at ``start`` ends: before a credit ("..., dikutip dari Antara") or the end ``b``.

    A judgement ("menyebut X sebagai Y") also ends at a comma after it: what follows is the article's own.
    """
    words = lexicon.words
    while b > start and (view.blank(b - 1) or view.words[b - 1] in ".,;"):
        b -= 1
    for k in (k for k in range(start + 1, b) if not view.quote_at[k]):
        word = view.words[k]
        if word in words.contrast and view.words[k - 1] == "," and _speaks_next(view, lexicon, k + 1, b):
            return k - 1
        if lexicon.syntax.parsed and _ends_by_parse(view, lexicon, start, k, b, mark):
            return k - (view.words[k - 1] == ",")
        if word in words.breaks and k > start + 2 and _breaks_off(view, words, start, k):
            return k - (view.words[k - 1] == ",")
        if mark == "as" and word == "," and _judged_before(view, lexicon, start, k, b):
            return k
        if word in lexicon.outlet.cues and word not in lexicon.outlet.hearsay:
            left = k - 1
            while left > start and (view.words[left] in words.likes or view.words[left] == ","):
                left -= 1
            if left < k - 1:
                return left + 1
    return b
