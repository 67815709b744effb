"""Name shape: what the words alone say of whether they are somebody's name."""

from __future__ import annotations

from functools import lru_cache

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import View
from saksi.world.states import all_states

LONGEST_STATE = 3  # words


class NameShape:
    """Asks of the tokens of a view whether they may be, begin or end a name."""

    def __init__(self, view: View, lexicon: Lexicon) -> None:
        self.view, self.lexicon, self.titles = view, lexicon, lexicon.titles

    def hyphened_end(self, end: int) -> int:
        """Where a name ends whose given name follows with a hyphen: "Kang Do-tae"."""
        view = self.view
        while end < len(view.words) and "-" in view.forms[end] and self.may_be_name(end):
            end += 1
        return end

    def may_end_name(self, i: int) -> bool:
        """Whether the word has a capital, its particle apart: "al-Hayya"."""
        particle, _, form = self.view.forms[i].rpartition("-")
        return form[:1].isupper() or particle[:1].isupper()

    def is_name(self, start: int, end: int) -> bool:
        """Whether each of the tokens looks like a part of a name."""
        return all(map(self.looks_like_name, range(start, end)))

    def name_end(self, start: int) -> int:
        """Where the name that begins at ``start`` ends, over particles: "Turki bin Nasser al-Otaishan"."""
        view, end = self.view, start
        while end < len(view.words):
            more = end + 1 < len(view.words) and (self.may_be_name(end + 1) or "-" in view.words[end])
            if not self.may_be_name(end) and not (end > start and more and self.is_particle(end)):
                break
            end += 1
        return end

    def is_particle(self, i: int) -> bool:
        """Whether the word is small and stands within names: "bin", "al-Otaishan"."""
        return i < len(self.view.words) and self.view.words[i].split("-")[0] in self.titles.particles

    def is_person(self, i: int) -> bool:
        """Whether the token is a person's, by the entities so far."""
        entity = self.view.entity_at[i]
        return entity is not None and entity.label == "PER"

    def may_be_name(self, i: int) -> bool:
        """Whether the token looks like a name and no entity has it."""
        free = not self.view.entity_at[i] and self.view.pos[i] in ("PROPN", "NOUN", "X")
        return free and self.looks_like_name(i)

    def looks_like_name(self, i: int) -> bool:
        """Whether the token is capitalised and neither a title, a common word, the head of a body nor a state."""
        form = self.view.forms[i]
        if not self.may_end_name(i) or (form.isupper() and len(form) > 1) or self.view.words[i] in self.titles.regions:
            return False
        return not (
            self.is_title(i)
            or self.is_common(i)
            or self.view.words[i] in self.titles.organisations
            or self.is_state(i, i + 1)
        )

    def is_title(self, i: int) -> bool:
        """Whether the token is an office, a form of address, a reporting word, a day or a mark."""
        word = self.view.words[i].rstrip(".") or "."
        known = (
            word in self.lexicon.cues
            or word in self.titles.roles
            or word in self.titles.address
            or word in self.titles.portfolios
            or word in self.titles.ranks
        )
        return known or not word[0].isalnum() or word in self.lexicon.reporting.words.days

    def is_common(self, i: int) -> bool:
        """Whether the word is one of the language's common ones."""
        return self.view.words[i] in self.lexicon.common

    def holds_state(self, start: int, end: int) -> bool:
        """Whether some of the tokens name a state, or its capital."""
        return any(self.is_state(k, m) for k in range(start, end) for m in range(k + 1, end + 1))

    def is_state(self, start: int, end: int) -> bool:
        """Whether the tokens name a state, or its capital, and nothing else."""
        if end - start > LONGEST_STATE or not self.view.forms[start][0].isupper():
            return False
        return _names_state(self.view.span(start, end), self.lexicon.language)


@lru_cache(maxsize=20_000)
def _names_state(name: str, language: str) -> bool:
    """Whether a name means a state, or its capital, and nothing else."""
    states = all_states()
    if state := states.by_name(name, language):
        return not state.is_ambiguous(name)
    state = states.by_capital(name)
    return state is not None and not state.is_ambiguous(name)
