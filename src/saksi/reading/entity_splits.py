"""Entity splits: two names that the model took for one, a body with its person or two persons.

"Kementerian Pertahanan Rusia" Igor Sokolov; "Dewan Ekonomi Nasional" Luhut Pandjaitan; "KhameneiPutin".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from saksi.reading.name_shape import LONGEST_STATE, NameShape
from saksi.reading.view import Entity


class EntitySplits(NameShape):
    """Parts entities at a lost space, behind a state or a title, and behind what a body is for."""

    def parts(self, entity: Entity) -> Iterator[Entity]:
        """The entity, or the body and the person taken for one: "Kementerian Pertahanan Rusia" Igor Sokolov."""
        if entity.label == "PER" and (glued := self._glued_inside(entity)):
            bounds = [entity.start, *glued, entity.end]
            yield from (Entity(a, b, "PER") for a, b in pairwise(bounds))
            return
        cut = self._person_inside(entity) or self._person_behind(entity) if entity.label != "PER" else None
        if cut is None:
            yield entity
        else:
            yield Entity(entity.start, cut[0], entity.label)
            yield Entity(cut[1], entity.end, "PER")

    def _glued_inside(self, entity: Entity) -> list[int]:
        """Where a space was lost at a link within the entity: "KhameneiPutin" are two names."""
        view = self.view
        return [
            i
            for i in range(entity.start + 1, entity.end)
            if view.start[i] == view.end[i - 1] and view.forms[i][0].isupper() and view.forms[i - 1][-1].isalpha()
        ]

    def _person_inside(self, entity: Entity) -> tuple[int, int] | None:
        """Where the body ends and the name begins, after a state or a title within the entity; null if neither is."""
        for i in range(entity.start + 1, entity.end - 1):
            state = any(self.is_state(k, i + 1) for k in range(max(entity.start, i + 1 - LONGEST_STATE), i + 1))
            start = i + 1
            while start < entity.end and self.is_title(start):
                start += 1
            named_after = i == entity.start + 1 and self.view.words[entity.start] in self.titles.organisations
            marked = state or (self.view.words[i] in self.titles.roles and not named_after)
            if marked and start < entity.end and self.is_name(start, entity.end):
                return i + state, start
        return None

    def _person_behind(self, entity: Entity) -> tuple[int, int] | None:
        """The same for a body after a role: Ketua "Dewan Ekonomi Nasional" Luhut Pandjaitan.

        The name begins after the last word that says what the body is for, else with the words that are no others.
        """
        view, end, role = self.view, entity.end, self.view.words[entity.start - 1] if entity.start else ""
        if role not in self.titles.roles or view.words[entity.start] not in self.titles.organisations:
            return None
        purpose = [k for k in range(entity.start + 1, end - 1) if view.words[k] in self.titles.portfolios]
        start = purpose[-1] + 1 if purpose else end
        least = entity.start + 1 + (view.words[entity.start] not in self.titles.complete)
        while not purpose and start > least and self.looks_like_name(start - 1):
            start -= 1
        if end - start < 1 + (not purpose) or not any(map(self.looks_like_name, range(start, end))):
            return None
        bodies = self.titles.organisations | self.titles.regions
        other = any(
            view.words[k] in bodies or self.is_state(k, m) for k in range(start, end) for m in range(k + 1, end + 1)
        )
        return None if other else (start, start)
