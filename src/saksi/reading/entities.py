"""Entities: the names that the model found, mended by what the lexicon knows.

A model trained on a few thousand sentences takes the verb before a name into it ("Ditegaskan Abbas"), or the title's
country ("Inggris Tony Blair"); takes the capital at a sentence's start for a name ("Suara"); and overlooks names after
their titles ("Menlu Sugiono"). Each of these is plain from the words alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from saksi.reading.given import ByGivenName
from saksi.reading.lexicon import Lexicon
from saksi.reading.name_shape import LONGEST_STATE, NameShape
from saksi.reading.titles import is_degree, past_titles
from saksi.reading.view import Entity, View
from saksi.world.leaders import all_leaders

_TITLE_REACH = 18  # tokens that a title may run to before its name
_SHORTEST_PART = 3  # letters: shorter parts of a name are too often words
_LONGEST_NAME = 4  # words of a name that may have been taken for a body
_LONGEST_SHORT = 5  # letters of an abbreviation


def mend_entities(view: View, lexicon: Lexicon, furniture: Sequence[tuple[int, int]] = ()) -> None:
    """Mend the entities of a view in place; those in ``furniture`` (characters) name nobody who acts."""
    kept = [
        e for e in view.entities if not any(a < view.end[e.end - 1] and view.start[e.start] < b for a, b in furniture)
    ]
    mender = _Mender(view, lexicon)
    view.set_entities([m for e in kept for part in mender.parts(e) if (m := mender.mended(part)) is not None])
    view.set_entities(mender.nicknamed())
    view.set_entities(mender.agreed())
    view.set_entities(sorted([*view.entities, *mender.repeated()]))
    titled = list(mender.titled())
    kept = [e for e in view.entities if not any(t.start < e.end and e.start < t.end for t in titled)]
    view.set_entities(sorted([*kept, *titled]))
    view.set_entities(ByGivenName(view, lexicon).entities())
    view.set_entities(mender.led())
    view.set_entities(sorted([*view.entities, *mender.states()]))
    view.set_entities(mender.like_leaders())


class _Mender(NameShape):
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
        kept = (e for e in view.entities if not any(m.start < e.end and e.start < m.end for m in merged))
        return sorted([*kept, *merged])

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

    def repeated(self) -> Iterator[Entity]:
        """Parts of a person's name that stand elsewhere without being found."""
        view = self.view
        names = [set(view.forms[e.start : e.end]) for e in view.entities if e.label == "PER"]
        known = {form for name in names for form in name if len(form) > _SHORTEST_PART}
        found = [f in known and view.entity_at[i] is None and self.looks_like_name(i) for i, f in enumerate(view.forms)]
        for i in range(len(found)):
            if found[i]:
                end = i + 1
                while end < len(found) and found[end] and any({*view.forms[i : end + 1]} <= name for name in names):
                    found[end] = False
                    end += 1
                yield Entity(i, self.hyphened_end(end), "PER")

    def states(self) -> Iterator[Entity]:
        """The names of states that the model overlooked."""
        i, n = 0, len(self.view.words)
        while i < n:
            if not self.view.forms[i][0].isupper() or self.view.entity_at[i] is not None:
                i += 1
                continue
            longest = min(n, i + LONGEST_STATE)
            free = next((j for j in range(i, longest) if self.view.entity_at[j] is not None), longest)
            end = next((j for j in range(free, i, -1) if self.is_state(i, j)), None)
            if end is not None:
                yield Entity(i, end, "LOC")
            i = end or i + 1

    def titled(self) -> Iterator[Entity]:
        """Names that stand after a title or a description and that the model overlooked."""
        view, taken = self.view, -1
        for i, word in enumerate(view.words):
            described = word in self.titles.roles or word in self.titles.descriptions
            if i < taken or not described or self.is_person(i) or view.quote_at[i]:
                continue
            start = self._title_end(i + 1, lower=view.forms[i][0].islower() or word in self.titles.descriptions)
            entity = view.entity_at[start] if start < len(view.words) and view.words[start - 1] == "," else None
            end = entity.end if entity is not None and entity.start == start else self.name_end(start)
            before = view.words[start - 1]  # "Kepala Basarnas" Budi Hartono, but Mayjen "Abdel-Wahab Idris"
            whole = before not in self.titles.roles or before in self.titles.ranks
            last = view.entity_at[end] if whole and start < end < len(view.words) else None
            end = last.end if last is not None and last.label == "PER" else end
            start = max(
                (m for k in range(start, end) for m in range(k + 2, end + 1) if self.is_state(k, m)), default=start
            )
            if end > start and view.pos[end - 1] != "PUNCT" and (end - start > 1 or self._may_stand_alone(start)):
                yield Entity(start, end, "PER")
            taken = max(end, i + 1)

    def _may_stand_alone(self, i: int) -> bool:
        """Whether a single word after a title is its bearer: found elsewhere, or followed by a mark or a verb."""
        view = self.view
        if view.entity_at[i] is not None or i + 1 >= len(view.words):
            return view.entity_at[i] is not None
        return view.words[i + 1] in ",(" or view.pos[i + 1] in ("VERB", "AUX", "ADV")

    def _title_end(self, i: int, *, lower: bool) -> int:
        """Where a title that began before ``i`` ends: over offices, bodies, states, brackets and small words.

        ``lower``: it is a description in small letters, "juru bicara militer Houthi, Hamid al-Razihi".
        """
        view, function = self.view, self.lexicon.reporting.words
        stop, last = min(len(view.words), i + _TITLE_REACH), i
        while i < stop:
            entity = view.entity_at[i]
            if entity is not None and entity.label != "PER":
                i = last = entity.end
            elif state := next((j for j in range(min(stop, i + LONGEST_STATE), i, -1) if self.is_state(i, j)), 0):
                i = last = state
            elif view.words[i] == "(" and i + 2 < stop and view.words[i + 2] == ")":
                i = last = i + 3
            elif self._belongs_to_title(i) or (lower and view.forms[i].islower() and view.pos[i] in ("NOUN", "ADJ")):
                i = last = i + 1
            elif view.words[i] in function.inner_prepositions | function.joiners:
                i += 1
            else:
                break
        if last < stop - 2 and view.words[last] == ",":
            last = max(last, past_titles(view, self.lexicon, last + 1, stop - 1) - 1)
            entity = view.entity_at[last + 1]
            whole = entity is not None and entity.start == last + 1 and self.is_name(entity.start, entity.end)
            return last + 1 if whole or self.may_be_name(last + 1) else last
        return last

    def _belongs_to_title(self, i: int) -> bool:
        """Whether the word is an office, a body, a state, an abbreviation or a capitalised common word."""
        form = self.view.forms[i]
        if not form[0].isalnum():
            return form == "." and self.view.words[i - 1] in self.titles.address  # "Dr."
        if self.is_title(i) or self.view.words[i] in self.titles.organisations or self.is_state(i, i + 1):
            return True
        short = form.isupper() and form.isalpha() and len(form) > 1 and self.view.entity_at[i] is None
        return short or (form[0].isupper() and self.is_common(i))

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
