"""The doer of a verb: the phrase before it, or the doer of the verb that governs it.

Newspaper Indonesian puts the subject right before its verb. What stands between, and what governs the phrase there,
decides whose act it is: "mendesak Israel menarik pasukan" (Israel withdraws), "mengatakan Rusia akan menyerang" (Russia
attacks), "berjanji untuk menyerang" (whoever promises).
"""

from __future__ import annotations

from typing import NamedTuple

from saksi.reading.adjuncts import skip_back
from saksi.reading.events.frames import Frames
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import phrase_end, phrase_start
from saksi.reading.view import View

_OPENING = 16  # tokens of a clause that opens a sentence
_DEEPEST = 4  # verbs up that a doer is looked for


class Phrase(NamedTuple):
    """The tokens ``start:end`` of a noun phrase."""

    start: int
    end: int


class Subjects:
    """Finds the doers of the verbs of an article."""

    def __init__(self, view: View, lexicon: Lexicon, frames: Frames) -> None:
        self.view, self.lexicon, self.frames = view, lexicon, frames
        words = lexicon.reporting.words
        self._purpose = words.infinitive | words.purpose
        self._skipped = words.negators | words.unsaid
        self._linking = words.coordinators | words.simultaneous

    def find(self, verb: int, a: int, b: int) -> Phrase | None:
        """The phrase that names the doer of the verb at token ``verb``, in the sentence of the tokens ``a:b``."""
        found = self.of(verb, a)
        if found is None and self._opens_clause(verb, a):
            found = self._main(verb, b)
        return found

    def of(self, verb: int, a: int, depth: int = 0) -> Phrase | None:
        """The same, with no look at what follows."""
        view, words = self.view, self.lexicon.reporting.words
        if depth > _DEEPEST:
            return None
        j = self._before(verb, a)
        while j >= a:
            word = view.words[j]
            if word in words.relative:
                return self._ending_at(j - 1, a)
            if word in self._purpose or view.pos[j] == "VERB":
                return self._governed(j, a, depth)
            if word in self._linking or word == ",":
                before = self._verb_before(j, a)
                if before is not None and not (word == "," and self._opens_clause(before, a)):
                    return self.of(before, a, depth + 1)
                j = self._before(j, a)
                continue
            if view.pos[j] in ("PUNCT", "SCONJ") or word in words.that or view.blank(j):
                return None
            phrase = self._ending_at(j, a)
            if phrase is None:
                j -= 1
                continue
            left = phrase.start - 1
            if left < a:
                return phrase
            if view.pos[left] == "VERB":
                return self._after_verb(left, phrase, a, depth)
            if view.words[left] in words.prepositions and view.words[left] not in words.subordinators:
                j = self._before(left, a)
                continue
            return phrase
        return None

    def _before(self, i: int, a: int) -> int:
        """The token before ``i`` that is no adverb, auxiliary, negation or date."""
        view = self.view
        j = skip_back(view, self.lexicon, i - 1, a)
        while j >= a and (
            view.pos[j] == "AUX" or (view.words[j] in self._skipped and view.words[j] not in self._purpose)
        ):
            j = skip_back(view, self.lexicon, j - 1, a)
        return j

    def _ending_at(self, j: int, a: int) -> Phrase | None:
        """The noun phrase that ends at token ``j``, with those that are coordinated to its left."""
        view, joiners = self.view, self.lexicon.reporting.words.joiners
        while j >= a and view.words[j] == ",":
            j -= 1
        if j < a:
            return None
        start = phrase_start(view, self.lexicon, j, a)
        if start > j:
            return None
        listed = False  # a comma joins only what a joiner joins further on: "AS, Israel, dan Iran"
        while start - 2 >= a and (view.words[start - 1] in joiners or (listed and view.words[start - 1] == ",")):
            k = start - 2
            if view.words[k] == ",":
                k -= 1
            more = phrase_start(view, self.lexicon, k, a) if k >= a and view.entity_at[k] is not None else start
            if more >= start:
                break
            start, listed = more, True
        return Phrase(start, j + 1)

    def _after_verb(self, verb: int, phrase: Phrase, a: int, depth: int) -> Phrase | None:
        """Whose act it is, where the phrase before it stands behind another verb."""
        word = self.view.words[verb]
        if word in self.frames.roles.control or word in self.lexicon.reporting.active.say:
            return phrase
        return self.of(verb, a, depth + 1)

    def _governed(self, j: int, a: int, depth: int) -> Phrase | None:
        """The doer of what "untuk" or another verb governs: the subject of that verb, or its object."""
        view = self.view
        verb = j if view.pos[j] == "VERB" else self._verb_before(j, a)
        if verb is None:
            return self._ending_at(j - 1, a)
        if view.words[verb] in self.frames.roles.control and verb + 1 < j:
            end = phrase_end(view, self.lexicon, verb + 1, j)
            if end > verb + 1:
                return Phrase(verb + 1, end)
        return self.of(verb, a, depth + 1)

    def _verb_before(self, j: int, a: int) -> int | None:
        view, words = self.view, self.lexicon.reporting.words
        for k in range(j - 1, a - 1, -1):
            if view.pos[k] == "VERB":
                return k
            if view.words[k] in words.that:
                return None
        return None

    def _opens_clause(self, verb: int, a: int) -> bool:
        """Whether the verb before a comma stands in a clause that only opens the sentence: "Setelah bertemu, ..."."""
        view, words = self.view, self.lexicon.reporting.words
        for k in range(verb - 1, a - 1, -1):
            if view.words[k] == ",":
                return False
            if view.words[k] in words.subordinators:
                return k == a or view.words[k - 1] == "," or view.pos[k - 1] in ("PUNCT", "CCONJ")
        return False

    def _main(self, verb: int, b: int) -> Phrase | None:
        """The doer of the main clause behind one that opens the sentence: "Setelah merebut X, China ..."."""
        view = self.view
        comma = next((k for k in range(verb + 1, min(b, verb + _OPENING)) if view.words[k] == ","), None)
        if comma is None or comma + 1 >= b:
            return None
        end = phrase_end(view, self.lexicon, comma + 1, b)
        return Phrase(comma + 1, end) if end > comma + 1 else None
