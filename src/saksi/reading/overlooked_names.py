"""Overlooked names: states, parts of known names, and names behind titles that the model did not find."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.name_shape import LONGEST_STATE, NameShape
from saksi.reading.titles import past_titles
from saksi.reading.view import Entity

_TITLE_REACH = 18  # tokens that a title may run to before its name
_SHORTEST_PART = 3  # letters: shorter parts of a name are too often words


class OverlookedNames(NameShape):
    """Finds names among the tokens that no entity has."""

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
