"""States and territories: their names in two languages, their places, and what stands for them in the news."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from saksi.world.names import Code, Item, Text, Texts, key
from saksi.world.table import load_table, parse_table

__all__ = ["State", "States", "all_states", "key", "load_states", "parse_states"]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of states.tsv.

    ``code`` is ISO 3166-1 alpha-3 (and XKX), ``ambiguous`` the names of the row with other meanings, ``shared`` what
    several states are called and none alone (Korea), ``surname`` where its people's family names stand.
    """

    code: Code
    wikidata: Item | None
    name_id: Text
    names_id: Texts
    name_en: Text
    names_en: Texts
    capitals: Texts
    metonyms: Texts
    ambiguous: Texts
    demonyms: Texts
    cities: Texts
    shared: Texts
    surname: Literal["first", "both"] | None

    def names(self, language: str) -> Texts:
        """All names in a language, the usual one first; none in a language that the table does not know."""
        known = {"id": (self.name_id, *self.names_id), "en": (self.name_en, *self.names_en)}
        return known.get(language, ())

    def is_ambiguous(self, name: str) -> bool:
        """Whether the name may also mean something else: Georgia, Jordan, Lima."""
        return key(name) in map(key, self.ambiguous)


class States:
    """Look-ups in a table of states; where two states share a name, the earlier row answers."""

    def __init__(self, states: Iterable[State]) -> None:
        self._codes: dict[str, State] = {}
        self._names: dict[tuple[str, str], State] = {}
        self._capitals: dict[str, State] = {}
        for state in states:
            self._codes[state.code] = state
            for language in ("id", "en"):
                for name in state.names(language):
                    self._names.setdefault((language, key(name)), state)
            for name in (*state.capitals, *state.metonyms):
                self._capitals.setdefault(key(name), state)

    def by_code(self, code: str) -> State | None:
        """Look up an ISO 3166-1 alpha-3 code."""
        return self._codes.get(code)

    def by_name(self, name: str, language: str) -> State | None:
        """Look up a name in a language; ``State.is_ambiguous`` tells whether the name alone is enough."""
        return self._names.get((language, key(name)))

    def by_capital(self, name: str) -> State | None:
        """Look up a capital or a metonym (Moskwa, Kremlin), in either language."""
        return self._capitals.get(key(name))


def parse_states(text: str, file: str) -> tuple[State, ...]:
    """Read a table, which errors call ``file``; ``ModelError`` if a row does not fit or repeats a code."""
    return parse_table(text, file, State, unique="code")


@cache
def load_states() -> tuple[State, ...]:
    """Read the table that Saksi ships, in the order of codes; ``ModelError`` if it is missing or broken."""
    return load_table("states.tsv", State, unique="code")


@cache
def all_states() -> States:
    """Index the table that Saksi ships, once."""
    return States(load_states())
