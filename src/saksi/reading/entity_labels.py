"""Entity labels: names told apart by what else the article says, or by whom the world knows."""

from __future__ import annotations

from itertools import pairwise

from saksi.reading.name_shape import NameShape
from saksi.reading.view import Entity, without
from saksi.world.leaders import all_leaders

_LONGEST_NAME = 4  # words of a name that may have been taken for a body


class EntityLabels(NameShape):
    """Mends the entities of an article as a whole: each method returns all of them."""

    def nicknamed(self) -> list[Entity]:
        """The entities, names with a short form in the middle taken for one: "Rolliansyah (Roy) Soemirat"."""
        view, merged = self.view, []
        for e in view.entities:
            closing = next((k for k in range(e.start, min(e.end + 1, len(view.words))) if view.words[k] == ")"), 0)
            first = e.start - 2
            if e.label != "PER" or first < 0 or view.words[e.start - 1] != "(" or not closing:
                continue
            before = view.entity_at[first]
            after = view.entity_at[closing + 1] if closing + 1 < len(view.words) else None
            end = after.end if after is not None and after.label == "PER" else self.name_end(closing + 1)
            given = before.label == "PER" if before is not None else self.looks_like_name(first)
            if given and end > closing + 1:
                merged.append(Entity(before.start if before else first, end, "PER"))
        return sorted([*without(view.entities, merged), *merged])

    def agreed(self) -> list[Entity]:
        """The entities, those that share a word with a person's single name taken for persons too."""
        view = self.view
        single = {view.words[e.start] for e in view.entities if e.label == "PER" and e.end - e.start == 1}

        def agree(e: Entity) -> Entity:
            if e.label == "PER" or not 1 < e.end - e.start <= _LONGEST_NAME:
                return e
            start = e.start + self.is_state(e.start, e.start + 1)
            shared = single & set(view.words[start : e.end])
            return Entity(start, e.end, "PER") if shared and self.is_name(start, e.end) else e

        return [agree(e) for e in view.entities]

    def like_leaders(self) -> list[Entity]:
        """The entities, a leader's name that begins like a state's put together again: "Israel" "Katz"."""
        merged: list[Entity] = []
        for e in self.view.entities:
            before = merged[-1] if merged else None
            if before is not None and e.label == "PER" and before.label == "LOC" and before.end == e.start:
                name = self.view.span(before.start, e.end)
                if any(name in names for _, names in all_leaders().called(name)):
                    merged[-1] = Entity(before.start, e.end, "PER")
                    continue
            merged.append(e)
        return merged

    def led(self) -> list[Entity]:
        """The entities; what stands between an office and its holder is a body: "Kepala Eksekutif Moderna, X"."""
        view, bodies = self.view, set()
        for e, holder in pairwise(self.view.entities):
            title = any(word in self.titles.roles for word in view.words[max(0, e.start - 2) : e.start])
            holds = holder.label == "PER" and holder.end - holder.start > 1 and holder.start == e.end + 1
            if title and holds and e.label == "PER" and e.end - e.start == 1 and view.words[e.end] == ",":
                bodies.add(view.words[e.start])
        single = (e.end - e.start == 1 and view.words[e.start] in bodies for e in view.entities)
        return [Entity(e.start, e.end, "ORG") if one else e for e, one in zip(view.entities, single, strict=True)]
