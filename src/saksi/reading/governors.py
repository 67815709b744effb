"""The way outwards from a predicate: its auxiliaries, what governs it, what governs that."""

from __future__ import annotations

from saksi.reading.nominal_acts import climb_from_noun, told_of
from saksi.reading.status_lexicon import StatusLexicon
from saksi.reading.view import View
from saksi.status import Kind, Operator

REACH = 25  # tokens of a subject that are skipped at most
DEPTH = 12  # predicates that are climbed at most
COMPLEMENT = ("xcomp", "ccomp", "csubj", "advcl", "acl", "obj", "obl", "parataxis", "csubj:pass")


class Climb:
    """One climb from an act: ``found`` are its operators, the innermost first.

    ``local`` counts those of the act's own clause, ``done`` says whether that clause tells it as done.
    """

    def __init__(self, view: View, lexicon: StatusLexicon, first: int, last: int, depth: int = 0) -> None:
        self.view, self.words, self.lexicon = view, view.words, lexicon
        self.first, self.last, self.depth = first, last, depth
        self.found: list[Operator] = []
        self.local = 0
        self.done = False
        self._base: int | None = None
        self._finite: int | None = None

    def add(self, kind: Kind, token: int) -> None:
        """Note an operator, once for each token."""
        if all(op.token != token for op in self.found):
            self.found.append(Operator(kind, token))

    def predicate(self, at: int) -> None:
        """Climb from the predicate at ``at``: first what stands right before it."""
        self.depth += 1
        if self.depth > DEPTH:
            return
        fixed = self.lexicon.plain.ending(self.words, at, self.first)
        i = self._chain((fixed[0] if fixed else at) - 1)
        if self._base is None:
            self._base = self.local = len(self.found)
        self._leave(i, at)

    def _chain(self, i: int) -> int:
        """Take the auxiliaries that end at ``i``, adverbs between them; where they begin."""
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
            elif i > self.first and words[i - 1] == "secara":
                i -= 2
            elif words[i] in lex.words.adverbs or words[i] in "\"“”'‘’":
                self.done |= self._base is None and words[i] in lex.words.done
                i -= 1
            else:
                break
        return i

    def _leave(self, i: int, at: int) -> None:
        """Go on from ``i``, the token before the auxiliaries of the predicate at ``at``."""
        lex, words = self.lexicon, self.words
        if i < self.first:
            self._by_parse(at)
            return
        word = words[i]
        if self._governor(i, at):
            return
        if word in lex.words.relative:
            self._relative(i)
            return
        if word in lex.words.infinitive or word in lex.words.purpose:
            self._aim(i, at)
        elif opener := lex.openers.ending(words, i, self.first):
            self.add(opener[1], opener[0])
        elif word in lex.words.that:
            self._finite = len(self.found) if self._finite is None else self._finite
            self._said(i, at)
        elif word == "," and self.view.dep[at] != "conj" and (before := self._apposition(i)) >= 0:
            self._skip(before - 1, at, complement=False)
        elif word in lex.words.coordinators or word in lex.words.contrast or word == ",":
            self._coordinate(i, at, own=word in lex.words.contrast)
        elif word in lex.words.grounds and self.reach(i - 1, lex.words.blames, "allegation"):
            pass
        elif word in lex.words.manner:
            self._coordinate(i, at, own=False)
        elif self.view.pos[i] == "VERB" and self.view.head[at] == i and self.view.dep[at] == "xcomp":
            self.predicate(i)
        elif word not in lex.words.factual:
            self._skip(i, at, complement=False)

    def _governor(self, i: int, at: int, *, sure: bool = False) -> bool:
        """Take the verb or noun that ends at ``i`` for what governs the predicate, and climb on from it."""
        lex = self.lexicon
        if verb := lex.governors.ending(self.words, i, self.first):
            self.add(verb[1], verb[0])
            self.predicate(verb[0])
            return True
        if self.words[i] in lex.words.causes:
            self.predicate(i)
            return True
        noun = lex.nouns.ending(self.words, i, self.first, lex.words.suffix)
        if noun and self.words[noun[0] - 1] in lex.words.means:
            return True
        if noun and (sure or not self._is_subject(i, at)):
            self.add(noun[1], noun[0])
            self.noun(noun[0])
            return True
        return False

    def _is_subject(self, i: int, at: int) -> bool:
        return self.view.head[i] == at and self.view.dep[i].startswith("nsubj") and i < at - 1

    def noun(self, at: int) -> None:
        """Climb on from a noun: what stands over "rencana" in "membatalkan rencana"."""
        self.depth += 1
        if self._base is None:
            self._base = self.local = len(self.found)
        if self.depth <= DEPTH:
            climb_from_noun(self, at)

    def _relative(self, i: int) -> None:
        """A relative clause stands by itself, but for "tidak ada negara yang ..."."""
        j = i - 1
        while j >= max(self.first, i - 6):
            if span := self.lexicon.none.ending(self.words, j, self.first):
                self.add("negation", span[0])
                break
            if self.view.pos[j] in ("VERB", "PUNCT", "ADP", "SCONJ"):
                break
            j -= 1

    def _aim(self, i: int, at: int) -> None:
        """The predicate is an aim: of a verb or noun before it, or of whatever is done for its sake."""
        before = len(self.found)
        real = self._skip(i - 1, at, complement=True)
        if len(self.found) > before or real:
            return
        matrix = self._verb_before(i)
        if matrix >= 0 and any(self.words[j] in self.lexicon.words.travel for j in range(matrix, i)):
            self.add("plan", matrix)
        elif matrix >= 0:
            self.predicate(matrix)
        if len(self.found) == before:
            self.add("possibility", i)

    def _skip(self, i: int, at: int, *, complement: bool) -> bool:
        """Go left over a noun phrase to what governs the clause; whether that says the act is real."""
        lex, words, view = self.lexicon, self.words, self.view
        start = i
        if not complement and self._finite is None:
            self._finite = len(self.found)
        while i >= max(self.first, start - REACH):
            word = words[i]
            if word in lex.words.means:
                return True
            if self._opened(i, at, complement=complement) or word in lex.words.say:
                return False
            if aux := lex.auxiliaries.ending(words, i, self.first):
                if self._of_sentence(i, *aux):
                    self.add(aux[1], aux[0])
                i = aux[0] - 1
                continue
            if word in lex.words.factual or word in lex.words.contrast:
                return False
            if word == "," and (before := self._apposition(i)) >= 0:
                i = before - 1
                continue
            if view.pos[i] in ("VERB", "SCONJ") or word in ",;:." or word in lex.words.relative:
                break
            i -= 1
        self._by_parse(at)
        return False

    def _of_sentence(self, i: int, start: int, kind: Kind) -> bool:
        """Whether the auxiliary that ends at ``i`` stands over the subject after it: "mungkin Iran ..."."""
        if kind == "negation" and not self.lexicon.none.ending(self.words, i, start):
            return False
        return kind != "plan" and self.view.pos[i + 1] in ("NOUN", "PROPN", "PRON", "NUM", "DET")

    def _said(self, that: int, at: int) -> None:
        """The clause follows "bahwa": of a verb, or of a noun that may be denied after it."""
        before = len(self.found)
        self._skip(that - 1, at, complement=True)
        if len(self.found) == before and that > self.first and self.view.pos[that - 1] == "NOUN":
            told_of(self, that)

    def reach(self, i: int, verbs: frozenset[str], kind: Kind) -> bool:
        """Whether one of ``verbs`` stands before the noun phrase that ends at ``i``; takes it for an operator."""
        for j in range(i, max(self.first, i - 10) - 1, -1):
            if self.words[j] in verbs:
                self.add(kind, j)
                self.predicate(j)
                return True
            if self.view.pos[j] in ("VERB", "SCONJ", "PUNCT"):
                return False
        return False

    def _apposition(self, i: int) -> int:
        """The comma that opens the apposition which the comma ``i`` closes, or -1."""
        for j in range(i - 1, max(self.first, i - 10) - 1, -1):
            if self.words[j] == ",":
                return j if j > self.first and self.view.pos[j - 1] in ("PROPN", "NOUN") else -1
            if self.view.pos[j] in ("VERB", "SCONJ", "PUNCT", "AUX", "CCONJ"):
                return -1
        return -1

    def _opened(self, i: int, at: int, *, complement: bool) -> bool:
        """Whether the word at ``i`` governs or opens the clause of ``at``, whose subject begins after it."""
        lex, words, view = self.lexicon, self.words, self.view
        closed = words[i + 1] in lex.words.closing and not complement
        if not closed and not self._in_subject(i, at) and self._governor(i, at, sure=complement):
            return True
        if words[i] in lex.words.that:
            self._said(i, at)
        elif opener := lex.openers.ending(words, i, self.first):
            self.add(opener[1], opener[0])
        elif words[i] in lex.words.infinitive and not complement and view.dep[i] == "mark":
            self._aim(i, at)
        elif words[i] in lex.words.coordinators and view.dep[at] == "conj" and view.head[at] < i:
            self._coordinate(i, at, own=True)
        else:
            return False
        return True

    def _in_subject(self, i: int, at: int) -> bool:
        """Whether ``i`` is the verb of a relative clause on the subject of ``at``."""
        view = self.view
        return view.dep[i].startswith("acl") and view.head[view.head[i]] == at and view.head[i] < i

    def _by_parse(self, at: int) -> None:
        """Where the order of the words gives nothing: the marker and the head of the predicate in the parse."""
        lex, view = self.lexicon, self.view
        for i in range(self.first, at):
            if view.head[i] == at and view.dep[i] == "mark":
                if kind := lex.openers.starting(self.words, i, at):
                    self.add(kind, i)
                    return
                if self.words[i] in lex.words.factual:
                    return
        head = view.head[at]
        if not self.first <= head < at or "." in self.words[head:at]:
            return
        if view.dep[at].split(":")[0] in COMPLEMENT and view.dep[at] != "acl:relcl":
            self._governor(head, at)
        elif view.dep[at] == "conj":
            self._coordinate(at - 1, at, own=True)

    def _coordinate(self, i: int, at: int, *, own: bool) -> None:
        """Share the operators of the predicate that ``at`` is coordinated with.

        With a subject, an auxiliary or a contrast of its own it shares only what stands over both.
        """
        view, lex = self.view, self.lexicon
        head = view.head[at]
        own |= self.words[i + 1] in lex.words.contrast
        mine = self.found if self._base == len(self.found) else []
        negated = bool(mine) and not own and all(op.kind == "negation" for op in mine)
        own |= self.done or self.words[i - 1] in '"“”' or bool(mine)
        if not (view.dep[at] in ("conj", "advcl", "xcomp") and self.first <= head < i):
            if self.words[i] == ",":
                self._by_parse(at)
                return
            head = self._verb_before(i)
        if head < 0:
            return
        if not own:
            head = next((j for j in range(i - 1, head, -1) if view.head[j] == head and view.dep[j] == "xcomp"), head)
        other = Climb(view, lex, self.first, self.last, self.depth)
        other.predicate(head)
        finite = len(other.found) if other._finite is None else other._finite
        shared = other.found[finite:] if own and not negated else other.found
        if negated:
            shared = [op for op in shared if op.kind != "negation"]
        for operator in shared:
            self.add(*operator)

    def _verb_before(self, i: int) -> int:
        for j in range(i - 1, max(self.first, i - 12) - 1, -1):
            if self.view.pos[j] == "VERB":
                return j
            if self.words[j] in ".;:":
                break
        return -1

    def is_main_after(self, opener: int, comma: int, at: int) -> bool:
        """Whether ``at`` is the predicate of the clause that follows the condition from ``opener`` to ``comma``."""
        view, lex, words = self.view, self.lexicon, self.words
        behind = False  # whether a predicate lies between that has no share in the condition with this one
        for i in range(comma + 1, at):
            if words[i] in lex.words.that | lex.words.relative | lex.words.factual or words[i] in ":;—–":
                return False
            if words[i] in lex.words.coordinators:
                behind = False
            elif view.pos[i] == "VERB" and not lex.governors.starting(words, i, at):
                behind = True
        if behind:
            return False
        before = words[opener - 1] if opener > self.first else ","
        return before in '"“,:(' or before in lex.words.that | lex.words.contrast | lex.words.coordinators
