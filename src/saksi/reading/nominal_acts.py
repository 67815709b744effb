"""The way outwards from an act that a noun names: "rencana serangan", "serangan itu tidak pernah terjadi"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksi.reading import clauses

if TYPE_CHECKING:
    from saksi.reading.climb import Climb

PHRASE = ("NOUN", "PROPN", "DET", "NUM", "ADJ", "ADP", "PRON", "X", "SYM", "CCONJ")
MARKS = "\"“”'‘’"
REACH = 14  # tokens of a noun phrase that are skipped at most


def climb_from_noun(climb: Climb, at: int) -> None:
    """Collect the operators over the noun at ``at`` in ``climb``: from before it, then from what it is subject of."""
    before = len(climb.found)
    _left(climb, at)
    if len(climb.found) == before:
        _right(climb, at)


def _left(climb: Climb, at: int) -> None:
    lex, words, view = climb.lexicon, climb.words, climb.view
    i = _before(climb, at)
    if i >= climb.first and words[i] in lex.words.links and _governed(climb, i - 1, at):
        return
    if i >= climb.first and _governed(climb, i, at):
        return
    if i >= climb.first and _charged(climb, i):
        return
    if (
        i > climb.first
        and words[i] in lex.words.nominal_grounds
        and clauses.reach(climb, i - 1, lex.words.blames, "allegation")
    ):
        return
    if i > climb.first and words[i] in lex.words.infinitive:
        clauses.aim(climb, i, at, named=True)
        return
    head = view.head[at]
    if not climb.first <= head < at:
        return
    if view.dep[at] == "conj":
        if view.pos[head] == "NOUN":
            _left(climb, head)
    elif view.dep[at] in ("compound", "nmod", "obj", "flat"):
        between = range(head + 1, at)
        if all(view.pos[j] not in ("ADP", "SCONJ", "PUNCT") or words[j] in lex.words.links for j in between):
            _governed(climb, head, at)


def _charged(climb: Climb, i: int) -> bool:
    """Whether the word at ``i`` brings in a threat or a charge: "threatened Iran with war", "blamed Iran for war"."""
    words = climb.lexicon.words
    if climb.words[i] in words.manner and clauses.reach(climb, i - 1, words.threats, "plan"):
        return True
    grounds = climb.words[i] in words.nominal_grounds
    return grounds and clauses.reach(climb, i - 1, words.blames, "allegation")


def _before(climb: Climb, at: int) -> int:
    """The token before the noun at ``at`` and what only qualifies it; takes a modifier that says how certain it is."""
    lex, words, view = climb.lexicon, climb.words, climb.view
    i = at - 1
    while i >= climb.first and (
        view.pos[i] in ("NUM", "ADJ") or words[i] in lex.words.premodifiers or words[i] in MARKS
    ):
        if kind := lex.modifiers.starting(words, i, at):
            climb.add(kind, i)
        i -= 1
    if i >= climb.first and (modifier := lex.modifiers.ending(words, i, climb.first)):
        climb.add(modifier[1], modifier[0])
        i = modifier[0] - 1
    return i


def _governed(climb: Climb, i: int, at: int) -> bool:
    """Take the phrase that ends at ``i`` for what governs the noun at ``at``, and climb on from it."""
    lex, words = climb.lexicon, climb.words
    if i < climb.first or words[i] in lex.words.settled or lex.plain.ending(words, i, climb.first):
        return False
    light = lex.light.ending(words, i, climb.first)
    aux = lex.auxiliaries.ending(words, i, climb.first)
    verb = lex.governors.ending(words, i, climb.first)
    noun = lex.nouns.ending(words, i, climb.first, lex.words.suffix)
    if light and (not aux or light[0] < aux[0]):
        climb.predicate(light[0])
    elif aux and aux[1] == "negation":
        climb.add(aux[1], aux[0])
        climb.predicate(aux[0])
    elif verb:
        opposed = words[verb[0]] in lex.words.refusals and verb[1] == "negation" and words[at] not in lex.words.offers
        climb.add("possibility" if opposed and not climb.found else verb[1], verb[0])
        climb.predicate(verb[0])
    elif noun:
        climb.add(noun[1], noun[0])
        climb.noun(noun[0])
    elif opener := lex.openers.ending(words, i, climb.first):
        climb.add(opener[1], opener[0])
    else:
        return False
    return True


def _right(climb: Climb, at: int) -> None:
    """The predicate of which the noun is the subject, in its own clause or in a relative clause on it."""
    lex, words, view = climb.lexicon, climb.words, climb.view
    i = at + 1
    while i < min(climb.last, at + REACH) and view.pos[i] in PHRASE and words[i] not in lex.words.relative:
        if lex.auxiliaries.starting(words, i, climb.last) or lex.predicates.starting(words, i, climb.last):
            break
        i += 1
    if i < climb.last and words[i] in lex.words.that:
        told_of(climb, i)
        return
    if i + 1 < climb.last and words[i] == "," and words[i + 1] in lex.words.relative:
        i += 1
    if i < climb.last and words[i] in lex.words.relative:
        i += 1
    if _tells(climb, i):
        return
    head = view.head[at]
    if view.dep[at].startswith("nsubj") and at < head < climb.last:
        _tells(climb, head)


def told_of(climb: Climb, that: int) -> None:
    """What is said of a claim after its content: "tuduhan bahwa ... itu dibantah"."""
    for i in range(that + 2, climb.last):
        if climb.lexicon.predicates.starting(climb.words, i, climb.last) == "denial":
            climb.add("denial", i)
            climb.predicate(i)
            return


def _tells(climb: Climb, i: int) -> bool:
    """Whether the predicate that begins at ``i`` says of the noun that it takes place, or is only planned ..."""
    lex, words = climb.lexicon, climb.words
    start = i
    while i < climb.last:
        if kind := lex.predicates.starting(words, i, climb.last):
            climb.add(kind, i)
            climb.predicate(i)
            return True
        if lex.happen.starting(words, i, climb.last):
            climb.predicate(i)
            return True
        between = words[i] in lex.words.adverbs or lex.auxiliaries.starting(words, i, climb.last)
        if not between or i - start > 6:
            return False
        i += 1
    return False
