"""Offices: who holds the office that a description names, of a state or of the body named before."""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.names import Person
from saksi.reading.registry import Registry, Speaker, words_of

_OF_STATE = ("state", "demonym")


class Offices:
    """Finds the person of an article who holds an office."""

    def __init__(self, registry: Registry) -> None:
        self.registry, self.view, self.lexicon = registry, registry.view, registry.lexicon

    def of_state(self, bare: list[str], offset: int, *, definite: bool) -> Speaker | None:
        """Who holds the office of a state that is named without him: "Turkey's prime minister", "a British minister".

        The one named last; else the only one whom the article names later. A word that fits neither office nor state
        speaks of somebody else.
        """
        titles, reporting = self.lexicon.titles, self.lexicon.reporting
        small = reporting.syntax.possessives | reporting.words.inner_prepositions | titles.singular
        offices = {word for word in bare if word in titles.roles or word in titles.portfolios}
        states = self._states_in(bare)
        known = offices | small | reporting.words.definites
        strange = [word for word in bare if word not in known and not self._states_in([word])]
        if strange or not (states or definite) or not offices:
            return None
        fitting = [p for p in self.registry.people.persons if p.role and self._holds(p, offices, states)]
        if (latest := self._latest(fitting, offset)) is not None:
            return latest
        return self.registry.of_person(fitting[0]) if len({id(p) for p in fitting}) == 1 and states else None

    def _holds(self, person: Person, offices: set[str], states: set[str]) -> bool:
        words = self.registry.expand(words_of(person.role or ""))
        own = self._states_in(words)
        return offices <= set(words) and (not states or not own or bool(own & states))

    def _states_in(self, words: list[str]) -> set[str]:
        """The codes of the states that single words name or are derived from: "turkish", "iraq's"."""
        bare = (word.removesuffix("'s").removesuffix("’s") for word in words)
        found = (self.registry.world.find(word.title(), self.lexicon.language, None) for word in bare if word.isalpha())
        return {entry.code for entries in found for entry in entries if entry.code and entry.kind in _OF_STATE}

    def holder(self, wanted: set[str], offset: int) -> Speaker | None:
        """The person of this office who was named last."""
        expand = self.registry.expand
        people = [p for p in self.registry.people.persons if p.role and wanted <= set(expand(words_of(p.role)))]
        return self._latest(people, offset)

    def _latest(self, people: list[Person], offset: int) -> Speaker | None:
        """Who of the people was named last before ``offset``; null if nobody was."""
        latest = max(people, key=lambda p: p.last_before(offset), default=None)
        return self.registry.of_person(latest) if latest is not None and latest.last_before(offset) >= 0 else None

    def in_office(self, source: Source) -> Speaker | None:
        """Who held a state's office when the article came out, if it names him: "pemimpin tertinggi Iran"."""
        on = self.registry.draft.published[:10] if self.registry.draft.published else None
        entries = self.registry.world.find(self.view.plain(source.start, source.end), self.lexicon.language, on)
        if not entries or entries[0].kind != "leader" or len({entry.name for entry in entries}) > 1:
            return None
        name = set(words_of(entries[0].name))
        return next((self.registry.of_person(p) for p in self.registry.people.persons if name <= set(p.tokens)), None)
