"""Leads: the person whom each sentence is about, and who so has the floor for the pronouns after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from saksi.reading.draft import Draft
from saksi.reading.names import Person
from saksi.reading.people import People


class Leads:
    """The leads of an article, in order, each with where it is named."""

    def __init__(self, draft: Draft, people: People) -> None:
        self.draft, self.view, self.lexicon, self.people = draft, draft.view, draft.lexicon, people
        self.found = self._find_leads()

    def before(self, offset: int) -> tuple[int, Person] | None:
        """The last lead named before ``offset``."""
        index = bisect_left(self.found, offset, key=lambda lead: lead[0]) - 1
        return self.found[index] if index >= 0 else None

    def all_before(self, offset: int) -> list[tuple[int, Person]]:
        """The leads named before ``offset``, in order."""
        return self.found[: bisect_left(self.found, offset, key=lambda lead: lead[0])]

    def _find_leads(self) -> list[tuple[int, Person]]:
        """The person whom each sentence is about: the first one named in it, outside quotations, before its verb."""
        sentences = (sentence for paragraph in self.view.paragraphs for sentence in paragraph.sentences)
        found = (self._lead_of(*self.view.tokens(sentence.start, sentence.end)) for sentence in sentences)
        said = sorted(span for one in self.draft.attributions for span in one.content)
        return [lead for lead in found if lead and not _inside(said, lead[0])]

    def _lead_of(self, a: int, b: int) -> tuple[int, Person] | None:
        """The person before the verb; else the only one whom the sentence introduces: "dari Felix Klein, ..."."""
        view, named = self.view, {}
        before_verb, agent = True, False
        for i in range(a, b):
            if view.quote_at[i]:
                continue
            agent = agent or (self.lexicon.cues.get(view.words[i]) == "passive" and before_verb)
            agent = agent or (view.words[i] in self.lexicon.reporting.words.by and i > a and view.pos[i - 1] == "VERB")
            if person := self.people.of_entity.get(i):
                if (before_verb and not self._is_adjunct(i, a)) or agent or self._speaks(i, b):
                    return view.start[i], person
                entity = view.entity_at[i]
                if entity and entity.end < b and view.words[entity.end] == ",":
                    named[person.mentions[0][0]] = person
            elif view.pos[i] == "VERB" and i > a + 1 and not self._in_relative(i, a):
                before_verb = False
        if not named and self.lexicon.reporting.pronouns.neuter:  # "it" apart, a pronoun means whoever is named alone
            here = {
                self.people.of_entity[i] for i in range(a, b) if i in self.people.of_entity and not view.quote_at[i]
            }
            return next(((view.start[a], one) for one in here), None) if len(here) == 1 else None
        if len(named) == 1:
            ((first, person),) = named.items()
            return (first, person) if first >= view.start[a] else None
        return None

    def _speaks(self, i: int, b: int) -> bool:
        """Whether a word of saying follows the name at ``i``: "..., NPR's Ofeibea Quist-Arcton reports"."""
        entity = self.view.entity_at[i]
        end = entity.end if entity is not None else i + 1
        near = self.lexicon.reporting.syntax.heads_last and end < b
        return near and self.lexicon.cues.get(self.view.words[end]) in ("active", "after", "outlet")

    def _in_relative(self, i: int, a: int) -> bool:
        """Whether the verb at ``i`` opens a relative clause: "Mantan gubernur yang juga bakal calon presiden X"."""
        words = self.lexicon.reporting.words
        j = i - 1
        while j > a and self.view.words[j] in words.adverbs:
            j -= 1
        return self.view.words[j] in words.relative

    def _is_adjunct(self, i: int, a: int) -> bool:
        """Whether the name at ``i`` stands in a prepositional phrase: "Dalam pertemuan dengan Menteri X, ia ..."."""
        view, words = self.view, self.lexicon.reporting.words
        j = i - 1
        while (
            j >= a
            and view.words[j] not in words.prepositions
            and (view.pos[j] in ("NOUN", "PROPN", "ADJ", "X") or view.entity_at[j])
        ):
            j -= 1
        return j >= a and view.words[j] in words.prepositions


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether the offset lies in one of the spans, which are in order."""
    index = bisect_right(spans, (offset, 1 << 62)) - 1
    return index >= 0 and offset < spans[index][1]
