"""Anaphora: whom a pronoun, an enclitic or a cue without a source means, from who spoke and who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from saksi.reading.draft import Source
from saksi.reading.leads import Leads
from saksi.reading.phrases import phrase_end
from saksi.reading.registry import Registry, Speaker, words_of
from saksi.reading.source_phrases import classify
from saksi.reading.view import Entity
from saksi.world.given import sex_of

_PAIR_REACH = 1_200  # characters back that "kedua menteri" may reach for their names
_REACH = 6  # holders of the floor that a pronoun may reach over
_MEMORY = 3  # statements back that a pronoun may reach over an institution to a person


class Anaphora:
    """Whom the words of one article that only point mean, at the time they are read."""

    def __init__(self, registry: Registry) -> None:
        self.registry, self.view, self.lexicon = registry, registry.view, registry.lexicon
        self.leads = Leads(registry.draft, registry.people)

    def floor(self, offset: int, *, own: bool = True, pronoun: str = "") -> tuple[Speaker | None, str | None]:
        """Whoever has the floor at ``offset``: the last speaker, or the person whom a sentence since is about.

        A ``pronoun`` of one sex passes over those who are of the other: to whoever had the floor before them.
        """
        holders = list(islice(self._holders(offset, own=own), _REACH))
        fitting = (speaker for speaker in holders if not self._is_other_sex(speaker, pronoun))
        found = next(fitting, holders[0] if holders else None)
        return (found, None) if found is not None else (None, "nobody named before it")

    def _holders(self, offset: int, *, own: bool) -> Iterator[Speaker]:
        """Whoever has the floor, and who had it before, the last one first."""
        said = [(at, speaker) for at, speaker in self.registry.said if at < offset]
        last, lead = said[-1] if said else None, self.leads.before(offset)
        if lead is not None and (last is None or lead[0] > last[0]):
            yield self.registry.of_person(lead[1])
        elif last is not None and last[1].person is None and own and not self._is_human(last[1]):
            yield from (speaker for _, speaker in reversed(self.registry.said[-_MEMORY:]) if speaker.person is not None)
            if lead is not None and self.lexicon.reporting.pronouns.neuter:
                yield self.registry.of_person(lead[1])
        if last is not None:
            yield last[1]
        leads = ((at, self.registry.of_person(person)) for at, person in self.leads.all_before(offset))
        yield from (speaker for _, speaker in sorted([*said, *leads], key=lambda held: -held[0]))

    def _is_other_sex(self, speaker: Speaker, pronoun: str) -> bool:
        pronouns = self.lexicon.reporting.pronouns
        asked = "f" if pronoun in pronouns.feminine else "m" if pronoun in pronouns.masculine else None
        known = self._sex(speaker) if asked else None
        return known is not None and known != asked

    def _sex(self, speaker: Speaker) -> str | None:
        """The sex of a speaker, by the words for what he or she is, else by the given name; null if neither tells."""
        titles = self.lexicon.titles
        words = {*words_of(speaker.name), *words_of((speaker.person and speaker.person.role) or "")}
        if words & titles.feminine or words & titles.masculine:
            return "f" if words & titles.feminine else "m"
        return sex_of(speaker.name) if speaker.person is not None else None

    def body(self, offset: int, at: int) -> tuple[Speaker | None, str | None]:
        """Whom "it" means: the body or state that opens its sentence, else the last one that spoke or was spoken of."""
        opening = self._opens_sentence(at)
        if opening is not None and self.view.start[opening.start] < offset:
            return self._entity(opening), None
        spoke = next(((o, s) for o, s in reversed(self.registry.said) if o < offset and not self._is_somebody(s)), None)
        told = next((e for e in self._openings_before(offset)), None)
        if told is not None and (spoke is None or spoke[0] < self.view.start[told.start]):
            return self._entity(told), None
        return (spoke[1], None) if spoke is not None else (None, "no body or state named before it")

    def _is_somebody(self, speaker: Speaker) -> bool:
        return speaker.person is not None or self._is_human(speaker)

    def _openings_before(self, offset: int) -> Iterator[Entity]:
        """The bodies and states that open the last few sentences before ``offset``, the nearest first."""
        starts = [s.start for p in self.view.paragraphs for s in p.sentences if s.start < offset]
        for start in reversed(starts[-_MEMORY:]):
            first, last = self.view.tokens(start, offset)
            while first < last and (self.view.pos[first] in ("DET", "PUNCT") or self.view.blank(first)):
                first += 1
            entity = self.view.entity_at[first] if first < last else None
            following = self.view.entity_at[entity.end] if entity is not None and entity.end < last else None
            if entity is not None and entity.label == "LOC" and following is not None and following.label == "ORG":
                entity, first = following, following.start  # "The UK" "Foreign Office"
            if entity is not None and entity.label in ("ORG", "LOC") and entity.start == first:
                yield entity

    def _is_human(self, speaker: Speaker) -> bool:
        """Whether a description is of one person, whom a pronoun may mean: "seorang pejabat"."""
        words = speaker.name.lower().split()
        titles = self.lexicon.titles
        if self.lexicon.reporting.syntax.heads_last and any(word in titles.roles for word in words):
            return speaker.label == "DESC"
        return speaker.label == "DESC" and (words[0] in titles.singular or words[0] in titles.roles)

    def plural(self, words: list[str], offset: int, at: int) -> tuple[Speaker | None, str | None]:
        """Whom "mereka" or "kedua menteri" means: the last speaker that is no single person, or the last pair named.

        Within a sentence it is the body or the state that opens it: "Israel menyerang ... yang menurut mereka".
        """
        if words[0] in self.lexicon.reporting.pronouns.pairs - self.lexicon.reporting.pronouns.plural and (
            pair := self._pair(words, offset)
        ):
            return pair, None
        if self.lexicon.reporting.pronouns.neuter:
            return self._of_many()
        if opening := self._opens_sentence(at):
            return self._entity(opening), None
        for _, speaker in reversed(self.registry.said[-_MEMORY:]):
            if speaker.person is None:
                return speaker, None
        if people := self._people_before(at):
            return self.registry.named(self.view.plain(people.start, people.end), "DESC", self._span(people)), None
        return None, "a plural pronoun without a group named before it"

    def _of_many(self) -> tuple[Speaker | None, str | None]:
        """Whom "they" means where a state is "it": the people or the body that spoke last."""
        for _, speaker in reversed(self.registry.said[-_MEMORY * 2 :]):
            if speaker.label in ("DESC", "ORG") and not self._is_somebody(speaker):
                return speaker, None
        return None, "a plural pronoun without a group named before it"

    def _people_before(self, at: int) -> Source | None:
        """The people who open the sentence before the one of the token ``at``: "Warga AS berunjuk rasa. Mereka ..."."""
        view, sentences = self.view, [s for p in self.view.paragraphs for s in p.sentences]
        before = [s for s in sentences if s.end <= view.start[at]]
        if not before:
            return None
        first, last = view.tokens(before[-1].start, before[-1].end)
        if view.words[first] not in self.lexicon.titles.descriptions - self.lexicon.titles.singular:
            return None
        return classify(view, self.lexicon, first, phrase_end(view, self.lexicon, first, last))

    def _span(self, source: Source) -> tuple[int, int]:
        return self.view.start[source.start], self.view.end[source.end - 1]

    def _entity(self, entity: Entity) -> Speaker:
        span = (self.view.start[entity.start], self.view.end[entity.end - 1])
        return self.registry.named(self.view.plain(entity.start, entity.end), entity.label, span)

    def _opens_sentence(self, at: int) -> Entity | None:
        """The body or state that is the first word of the sentence of the token ``at``, if that is not the token."""
        view = self.view
        first = at
        while (
            first > 0 and view.words[first - 1] not in ".!?" and not view.blank(first - 1) and not view.quote_at[first]
        ):
            first -= 1
        first += view.pos[first] == "DET"
        entity = view.entity_at[first] if first < at else None
        return entity if entity is not None and entity.label in ("ORG", "LOC") else None

    def _pair(self, words: list[str], offset: int) -> Speaker | None:
        """The two persons, or else the two states, named last before ``offset``."""
        persons = len(words) > 1 and words[1] in self.lexicon.titles.roles
        label = "PER" if persons else "LOC"
        names: list[str] = []
        for entity in reversed(self.view.entities):
            start = self.view.start[entity.start]
            if start >= offset or entity.label != label or offset - start > _PAIR_REACH:
                continue
            person = self.registry.people.of_entity.get(entity.start)
            name = person.name if person else self.view.plain(entity.start, entity.end)
            if name not in names:
                names.append(name)
            if len(names) == 2:
                joined = f" {self.lexicon.titles.joiner} ".join(reversed(names))
                return self.registry.by_name(joined, "DESC")
        return None
