"""Persons by their given names: those that the model took for a place or a body, or overlooked.

A model that has seen few names guesses at the rest by their letters: "Eleni Papastavrou" is a place to it. Lists of
given names know better, and so does the text: what is a body or a place is followed by "which", a human by "who".
"""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.name_shape import NameShape
from saksi.reading.places import load_place_rules
from saksi.reading.view import Entity
from saksi.world.given import given_names

_LONGEST = 4  # words of a name
_OFFICE = 3  # words before a body that may be the office of who speaks for it
_DESCRIBED = 5  # words of an apposition up to its relative
_SHORTEST_SURNAME = 4  # letters: shorter ones are too often abbreviations or places


class ByGivenName(NameShape):
    """Finds the persons of a view whom their given name, or what is said of them, makes plain."""

    def entities(self) -> list[Entity]:
        """The entities of the view with those found; a name that stood among them already may change its label."""
        judged = [self._judged(part) for e in self.view.entities for part in self._parts(e)]
        self.view.set_entities(judged)
        found = sorted([*judged, *self._overlooked()])
        surnames = {self.view.forms[e.end - 1] for e in found if e.label == "PER" and e.end - e.start > 1}
        return [self._by_surname(e, surnames) for e in found]

    def _parts(self, entity: Entity) -> Iterator[Entity]:
        """The entity, or a body and who speaks for it: peneliti keamanan "Universitas Padjadjaran" Wisnu Prabaswara."""
        held = any(word in self.titles.roles for word in self.view.words[max(0, entity.start - _OFFICE) : entity.start])
        if entity.label == "ORG" and held and self.view.words[entity.start] in self.titles.organisations:
            for i in range(entity.start + 2, entity.end - 1):
                if self._is_given(i) and entity.end - i <= _LONGEST and self.is_name(i, entity.end):
                    yield Entity(entity.start, i, "ORG")
                    yield Entity(i, entity.end, "PER")
                    return
        yield entity

    def _judged(self, entity: Entity) -> Entity:
        """The entity as a person, if it is named or spoken of like one: "Tamar Archvadze, who"."""
        if entity.label == "PER":
            return entity
        start, entity = entity.start, entity._replace(end=self._whole_end(entity.end))
        while start < entity.end and self.is_title(start):
            start += 1
        start -= start > 0 and self.is_particle(start) and self.view.forms[start - 1][0].isupper()  # Sultan "ibn Saud"
        if not 2 <= entity.end - start <= _LONGEST or not self._is_whole(start, entity.end):
            return entity
        if self.holds_state(start, entity.end):
            return entity
        if self._is_where(start):
            return entity
        told = self._is_told_of_as_human(entity.end) or self._has_role_before(start) or self._is_on_staff(start)
        human = told or self._is_given(start)
        return Entity(start, entity.end, "PER") if human else entity

    def _is_given(self, i: int) -> bool:
        return self.view.forms[i] in given_names()

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether the tokens are a name, with or without particles inside: "Staffan de Mistura"."""
        inside = range(start + 1, end - 1)
        return all(self.looks_like_name(k) or (k in inside and self.is_particle(k)) for k in range(start, end))

    def _is_where(self, i: int) -> bool:
        """Whether the word before is a preposition of place: "di Sandy Cay"."""
        rules = load_place_rules(self.lexicon.language)
        return i > 0 and self.view.words[i - 1] in rules.at | rules.to

    def _is_told_of_as_human(self, i: int) -> bool:
        words, human = self.view.words, self.lexicon.reporting.words.human_relative
        if i + 1 < len(words) and words[i] == ",":
            i += 1
            if words[i] in self.titles.singular:  # "an Ethiopian who"
                return not human.isdisjoint(words[i : i + _DESCRIBED])
        return i < len(words) and words[i] in human

    def _has_role_before(self, i: int) -> bool:
        """Whether a role in small letters stands right before the name: "trader Mavluda Sharipova"."""
        return i > 0 and self.view.words[i - 1] in self.titles.roles and self.view.forms[i - 1].islower()

    def _is_on_staff(self, i: int) -> bool:
        """Whether a body's possessive stands right before the name: "NPR's Ofeibea Quist-Arcton"."""
        owner = self.view.entity_at[i - 2] if i > 1 else None
        owned = i > 1 and self.view.words[i - 1] in self.lexicon.reporting.syntax.possessives
        return owned and owner is not None and owner.label == "ORG"

    def _whole_end(self, end: int) -> int:
        """Where the name ends whose hyphen the model took for its end: "Ofeibea Quist-" Arcton."""
        view = self.view
        glued = end < len(view.words) and view.forms[end - 1] == "-" and view.end[end - 1] == view.start[end]
        return end + 1 if glued and view.forms[end][0].isupper() else end

    def _by_surname(self, entity: Entity, surnames: set[str]) -> Entity:
        """The entity as a person, if its first word is the last of a name: "Cherono denied", "Wright of the Union"."""
        behind = self.view.words[entity.start + 1] if entity.end - entity.start > 1 else ""
        one = entity.label != "PER" and (not behind or behind in self.lexicon.reporting.words.inner_prepositions)
        form = self.view.forms[entity.start]
        known = one and len(form) >= _SHORTEST_SURNAME and form in surnames and self.looks_like_name(entity.start)
        return Entity(entity.start, entity.start + 1, "PER") if known else entity

    def _overlooked(self) -> Iterator[Entity]:
        """Names of two words and more that begin with a given name and are no entity yet."""
        i, n = 0, len(self.view.words)
        while i < n - 1:
            if not self._is_given(i) or not self.may_be_name(i) or (i and self.view.entity_at[i - 1] is not None):
                i += 1
                continue
            end = self.name_end(i)
            free = end >= n or self.view.entity_at[end] is None
            if free and not self._is_where(i) and 2 <= end - i <= _LONGEST and not self.holds_state(i, end):
                yield Entity(i, end, "PER")
            i = max(end, i + 1)
