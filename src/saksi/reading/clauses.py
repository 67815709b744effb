"""From a clause to what governs or opens it, over its subject: "menuduh Iran menyerang", "jika Israel menyerang"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksi.reading import coordination, nominal_acts
from saksi.status import Kind

if TYPE_CHECKING:
    from saksi.reading.climb import Climb

REACH = 25  # tokens of a subject that are skipped at most
NEAR = 10  # tokens of a noun phrase within a clause
COMPLEMENT = ("xcomp", "ccomp", "csubj", "advcl", "acl", "obj", "obl", "parataxis")
NAMES = ("NOUN", "PROPN", "PRON", "NUM", "DET")


def subject(climb: Climb, i: int, at: int, *, complement: bool = False) -> bool:
    """Go left from ``i`` over a noun phrase to what governs the clause of ``at``; whether that says the act is real.

    In a ``complement`` ("bahwa ...", "untuk ...") the phrase is no subject but stands before the complementiser.
    """
    lex, words, view = climb.lexicon, climb.words, climb.view
    lowest = max(climb.first, i - REACH)
    if not complement:
        climb.finish_clause()
    while i >= lowest:
        word = words[i]
        if word in lex.words.means:
            return True
        if _opened(climb, i, at, complement=complement) or word in lex.words.say:
            return False
        if aux := lex.auxiliaries.ending(words, i, climb.first):
            if _over_subject(climb, i, *aux):
                climb.add(aux[1], aux[0])
            i = aux[0] - 1
        elif word in lex.words.factual or word in lex.words.contrast:
            return False
        elif word == "," and (before := apposition(climb, i)) >= 0:
            i = before - 1
        elif view.pos[i] in ("VERB", "SCONJ") or word in ",;:." or word in lex.words.relative:
            break
        else:
            i -= 1
    by_parse(climb, at)
    return False


def _opened(climb: Climb, i: int, at: int, *, complement: bool) -> bool:
    """Whether the word at ``i`` governs or opens the clause of ``at``, whose subject begins after it."""
    lex, words, view = climb.lexicon, climb.words, climb.view
    closed = words[i + 1] in lex.words.closing and not complement
    # The verb of a relative clause on the subject governs nothing outside it.
    inside = view.dep[i].startswith("acl") and view.head[view.head[i]] == at and view.head[i] < i
    if not closed and not inside and climb.governor(i, at, sure=complement):
        return True
    if words[i] in lex.words.that:
        said(climb, i, at)
    elif opener := lex.openers.ending(words, i, climb.first):
        climb.add(opener[1], opener[0])
    elif words[i] in lex.words.infinitive and not complement and view.dep[i] == "mark":
        aim(climb, i, at)
    elif words[i] in lex.words.coordinators and view.dep[at] == "conj" and view.head[at] < i:
        coordination.share(climb, i, at, own=True)
    else:
        return False
    return True


def _over_subject(climb: Climb, i: int, start: int, kind: Kind) -> bool:
    """Whether the auxiliary ``start`` to ``i`` stands over the subject after it: "mungkin Iran ..."."""
    if kind == "negation" and not climb.lexicon.none.ending(climb.words, i, start):
        return False
    return kind != "plan" and climb.view.pos[i + 1] in NAMES


def is_subject(climb: Climb, i: int, at: int) -> bool:
    """Whether the noun at ``i`` is the subject of the predicate ``at``, not what it is a complement of.

    "Rencana Turki menyerang Suriah ditentang": where the clause has a predicate after ``at``, that takes the subject.
    """
    view, words, lex = climb.view, climb.words, climb.lexicon.words
    if view.head[i] != at or not view.dep[i].startswith("nsubj") or i >= at - 1:
        return False
    for j in range(at + 1, climb.last):
        if view.pos[j] in ("PUNCT", "SCONJ", "CCONJ") or words[j] in lex.relative | lex.infinitive | lex.that:
            return True
        if view.pos[j] == "VERB" and not (view.head[j] == at and view.dep[j] == "ccomp"):
            return False
    return True


def said(climb: Climb, that: int, at: int) -> None:
    """The clause of ``at`` follows "bahwa": a complement of a verb, or of a noun that may be denied after it."""
    climb.finish_clause()
    before = len(climb.found)
    subject(climb, that - 1, at, complement=True)
    if len(climb.found) == before and that > climb.first and climb.view.pos[that - 1] == "NOUN":
        nominal_acts.told_of(climb, that)


def aim(climb: Climb, i: int, at: int, *, named: bool = False) -> None:
    """The act ``at`` is an aim ("untuk ..." at ``i``): of a verb or noun, or of what is done for its sake.

    One that a noun names ("bantuan untuk perang") need not lie ahead where nothing says so.
    """
    before = len(climb.found)
    real = subject(climb, i - 1, at, complement=True)
    if len(climb.found) > before or real:
        return
    matrix = coordination.verb_before(climb, i)
    if matrix >= 0 and any(climb.words[j] in climb.lexicon.words.towards for j in range(matrix, i)):
        climb.add("plan", matrix)
    elif matrix >= 0:
        climb.predicate(matrix)
    carried = matrix >= 0 and climb.words[matrix] in climb.lexicon.words.carries
    if len(climb.found) == before and not named and not carried:
        climb.add("possibility", i)


def relative(climb: Climb, i: int) -> None:
    """A relative clause ("yang" at ``i``) stands by itself, but for "tidak ada negara yang ..."."""
    for j in range(i - 1, max(climb.first, i - NEAR) - 1, -1):
        if span := climb.lexicon.none.ending(climb.words, j, climb.first):
            climb.add("negation", span[0])
            return
        if climb.view.pos[j] in ("VERB", "PUNCT", "ADP", "SCONJ"):
            return


def reach(climb: Climb, i: int, verbs: frozenset[str], kind: Kind) -> bool:
    """Whether one of ``verbs`` stands before the noun phrase that ends at ``i``; takes it for an operator."""
    for j in range(i, max(climb.first, i - NEAR) - 1, -1):
        if climb.words[j] in verbs:
            climb.add(kind, j)
            climb.predicate(j)
            return True
        if climb.view.pos[j] in ("VERB", "SCONJ", "PUNCT"):
            return False
    return False


def apposition(climb: Climb, i: int) -> int:
    """The comma that opens the apposition which the comma ``i`` closes, or -1."""
    for j in range(i - 1, max(climb.first, i - NEAR) - 1, -1):
        if climb.words[j] == ",":
            return j if j > climb.first and climb.view.pos[j - 1] in ("PROPN", "NOUN") else -1
        if climb.view.pos[j] in ("VERB", "SCONJ", "PUNCT", "AUX", "CCONJ"):
            return -1
    return -1


def by_parse(climb: Climb, at: int) -> None:
    """Where the order of the words gives nothing: the marker and the head of the predicate ``at`` in the parse."""
    lex, view = climb.lexicon, climb.view
    for i in range(climb.first, at):
        if view.head[i] == at and view.dep[i] == "mark":
            if kind := lex.openers.starting(climb.words, i, at):
                climb.add(kind, i)
                return
            if climb.words[i] in lex.words.factual:
                return
    head = view.head[at]
    if not climb.first <= head < at or "." in climb.words[head:at]:
        return
    if view.dep[at].split(":")[0] in COMPLEMENT and view.dep[at] != "acl:relcl":
        climb.governor(head, at)
    elif view.dep[at] == "conj":
        coordination.share(climb, at - 1, at, own=True)
