"""The way outwards from a predicate: its auxiliaries, what governs it, what governs that."""

from __future__ import annotations

from saksi.reading import clauses, coordination, nominal_acts
from saksi.reading.status_lexicon import StatusLexicon
from saksi.reading.view import View
from saksi.status import Kind, Operator

DEPTH = 8  # predicates that are climbed at most
MARKS = "\"“”'‘’"


class Climb:
    """One climb from an act in the tokens ``first:last``: ``found`` are its operators, the innermost first.

    ``local`` counts the operators of the act's own clause, ``done`` says whether that clause tells it as done, and
    ``finite`` counts the operators as far as the clause with a subject that the act stands in.
    """

    def __init__(self, view: View, lexicon: StatusLexicon, first: int, last: int, depth: int = 0) -> None:
        self.view, self.words, self.lexicon = view, view.words, lexicon
        self.first, self.last, self.depth = first, last, depth
        self.found: list[Operator] = []
        self.done = False
        self.local: int | None = None
        self.finite: int | None = None

    def fresh(self) -> Climb:
        """Another climb in the same sentence, with nothing found yet."""
        return Climb(self.view, self.lexicon, self.first, self.last, self.depth)

    def add(self, kind: Kind, token: int) -> None:
        """Note an operator, once for each token."""
        if all(op.token != token for op in self.found):
            self.found.append(Operator(kind, token))

    def predicate(self, at: int) -> None:
        """Climb from the predicate at ``at``: first what stands right before it."""
        self.depth += 1
        if self.depth > DEPTH:
            return
        if self.depth == 1 and at + 1 < self.last and self.lexicon.none_behind.starting(self.words, at + 1, self.last):
            self.add("negation", at + 1)
        fixed = self.lexicon.plain.ending(self.words, at, self.first)
        i = self._auxiliaries((fixed[0] if fixed else at) - 1)
        if self.local is None:
            self.local = len(self.found)
        self._leave(i, at)

    def noun(self, at: int) -> None:
        """Climb on from a noun: what stands over "rencana" in "membatalkan rencana"."""
        self.depth += 1
        if self.local is None:
            self.local = len(self.found)
        if self.depth <= DEPTH:
            nominal_acts.climb_from_noun(self, at)

    def finish_clause(self) -> None:
        """Note that what is found from here on stands over a clause with a subject of its own."""
        if self.finite is None:
            self.finite = len(self.found)

    def governor(self, i: int, at: int, *, sure: bool = False) -> bool:
        """Take the phrase that ends at ``i`` for what governs the predicate ``at``, if it may, and climb on from it.

        A noun may be the subject of ``at`` instead, unless it is ``sure`` that a complement follows it.
        """
        lex, words = self.lexicon, self.words
        if verb := lex.governors.ending(words, i, self.first):
            self.add(verb[1], verb[0])
            self.predicate(verb[0])
            return True
        if words[i] in lex.words.causes:
            self.predicate(i)
            return True
        noun = lex.nouns.ending(words, i, self.first, lex.words.suffix)
        if noun and noun[0] > self.first and words[noun[0] - 1] in lex.words.means:
            return True
        if noun and (sure or not clauses.is_subject(self, i, at)):
            self.add(noun[1], noun[0])
            self.noun(noun[0])
            return True
        return False

    def _auxiliaries(self, i: int) -> int:
        """Take the auxiliaries that end at ``i``, adverbs between them; the token before them."""
        lex, words = self.lexicon, self.words
        while i >= self.first:
            if span := lex.plain.ending(words, i, self.first):
                i = span[0] - 1
                continue
            aux, governor = lex.auxiliaries.ending(words, i, self.first), lex.governors.ending(words, i, self.first)
            if governor and (not aux or governor[0] < aux[0]):
                break
            if aux:
                self.add(aux[1], aux[0])
                i = aux[0] - 1
            elif i > self.first and words[i - 1] in lex.words.adverbial:
                i -= 2
            elif words[i] in lex.words.adverbs or words[i] in MARKS:
                self.done |= self.local is None and words[i] in lex.words.done
                i -= 1
            else:
                break
        return i

    def _leave(self, i: int, at: int) -> None:
        """Go on from ``i``, the token before the auxiliaries of the predicate at ``at``."""
        if i < self.first:
            clauses.by_parse(self, at)
            return
        lex, words, word = self.lexicon, self.words, self.words[i]
        if self.governor(i, at):
            return
        if word in lex.words.relative:
            clauses.relative(self, i)
        elif word in lex.words.infinitive or word in lex.words.purpose:
            clauses.aim(self, i, at)
        elif opener := lex.openers.ending(words, i, self.first):
            self.add(opener[1], opener[0])
        elif word in lex.words.that:
            clauses.said(self, i, at)
        elif word == "," and self.view.dep[at] != "conj" and (before := clauses.apposition(self, i)) >= 0:
            clauses.subject(self, before - 1, at)
        elif word in lex.words.coordinators or word in lex.words.contrast or word in lex.words.manner or word == ",":
            coordination.share(self, i, at, own=word in lex.words.contrast)
        elif word in lex.words.grounds and clauses.reach(self, i - 1, lex.words.blames, "allegation"):
            pass
        elif self.view.pos[i] == "VERB" and self.view.head[at] == i and self.view.dep[at] == "xcomp":
            self.predicate(i)
        elif word not in lex.words.factual:
            clauses.subject(self, i, at)
