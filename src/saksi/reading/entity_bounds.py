"""Entity bounds: where a name that the model found begins and ends, and what kind of name it is.

A verb or a title before a name is no part of it ("Ditegaskan Abbas", "Inggris Tony Blair"), nor is a day behind it.
"""

from __future__ import annotations

from saksi.reading.name_shape import LONGEST_STATE, NameShape
from saksi.reading.titles import is_degree
from saksi.reading.view import Entity

_LONGEST_SHORT = 5  # letters of an abbreviation


class EntityBounds(NameShape):
    """Mends one entity by the words at its two ends."""

    def mended(self, entity: Entity) -> Entity | None:
        """The entity less what is no name at its two ends, with the label that its words call for; or null."""
        view, start, end = self.view, entity.start, entity.end
        if entity.label == "LOC":
            end = next((k for k in range(end + 2, end, -1) if k <= len(view.words) and self.is_state(start, k)), end)
        region = entity.label != "ORG" and view.span(start, end).lower() in self.titles.regions
        if region or self.is_state(start, end):
            return Entity(start, end, "LOC")
        if view.words[start] in self.titles.organisations and end - start > 1:
            return Entity(start, end, "ORG")
        if end - start > 1 and all(f.isupper() and 1 < len(f) <= _LONGEST_SHORT for f in view.forms[start:end]):
            return Entity(start, end, "ORG")  # "KJRI LA"
        titled = entity.label == "PER" and start > 1 and view.words[start - 2] in self.titles.roles
        heads_last = self.lexicon.reporting.syntax.heads_last and entity.label == "PER"  # "Committee" Franz Klintsevich
        if (
            self._is_body(start - 1)
            and not heads_last
            and not (titled and end - start > 1 and self.is_name(start, end))
        ):
            return Entity(start - 1, end, "ORG")  # "Partai" Keadilan Sejahtera
        if entity.label != "PER":
            return self._untitled(entity)
        return self._person(start, end)

    def _is_body(self, i: int) -> bool:
        """Whether the token heads a body, and is no end of a state's name: "Amerika Serikat"."""
        if i < 0 or self.view.entity_at[i] is not None or self.view.words[i] in self.titles.complete:
            return False
        if self.view.words[i] not in self.titles.organisations or not self.view.forms[i][0].isupper():
            return False
        return not any(self.is_state(k, i + 1) for k in range(max(0, i + 1 - LONGEST_STATE), i))

    def _untitled(self, entity: Entity) -> Entity:
        """A person taken for a body or a place with the words before: "Kanselir Friedrich Merz", "Pernyataan Merz"."""
        start, first = entity.start, self.view.words[entity.start]
        titled = entity.label == "LOC" and self._in_title(start) and not self.is_state(start, entity.end)
        if first not in self.titles.roles and first not in self.lexicon.cues and not titled:
            return entity
        while start < entity.end and self.is_title(start):
            start += 1
        if start == entity.start and entity.end - start == 2 and self.is_common(start):
            start += 1
        start = self._past_state(entity.start, start, entity.end)
        named = entity.start < start < entity.end and all(map(self.looks_like_name, range(start, entity.end)))
        return Entity(start, entity.end, "PER") if named else entity

    def _person(self, start: int, end: int) -> Entity | None:
        view, first = self.view, start
        while start < end and self.is_title(start):
            start += 1
        start = self._past_state(first, start, end)
        days = self.lexicon.reporting.words.days
        while end > start and (not self.may_end_name(end - 1) or view.words[end - 1] in days):
            end -= 1
        while start < end - 1 and self.is_common(start):
            start += 1
        inner = self.lexicon.reporting.words.inner_prepositions
        end = next((k for k in range(start + 1, end) if view.forms[k] in inner), end)  # Wright "of the Union"
        if any(self.is_state(k, end) for k in range(max(start, end - LONGEST_STATE), end)):
            return None  # an office: "Unifikasi Korea Selatan"
        if end - start == 1 and is_degree(view.forms[start]):
            return None
        if start >= end or (end - start == 1 and self.is_common(start)):
            return None
        return Entity(start, self.name_end(end) if self.is_particle(end) else self.hyphened_end(end), "PER")

    def _in_title(self, i: int) -> bool:
        """Whether a title stands before token ``i``, or before its "untuk": "Dubes Jepang untuk Indonesia"."""
        if i == 0 or self.is_title(i - 1):
            return i > 0
        inner = self.view.words[i - 1] in self.lexicon.reporting.words.inner_prepositions
        return inner and i > 1 and (self.is_title(i - 2) or self.is_state(i - 2, i - 1))

    def _past_state(self, first: int, start: int, end: int) -> int:
        """Past the state that a title ends with, where a name follows it: "Presiden Rusia Vladimir Putin"."""
        if first == start and not self._in_title(first):
            return start
        for length in range(LONGEST_STATE, 0, -1):
            if start + length < end and self.is_state(start, start + length):
                return start + length
        return start
