"""States and territories: their names in two languages, their capitals, and what stands for them in the news."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Annotated

import msgspec
from msgspec import Meta

from saksi.errors import ModelError

Text = Annotated[str, Meta(pattern=r"^\S(.*\S)?$")]
Texts = tuple[Text, ...]
LISTS = frozenset({"names_id", "names_en", "capitals", "metonyms", "ambiguous"})
ABBREVIATION = 3
APOSTROPHES = str.maketrans("‘’ʻʼ`", "'" * 5)


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of states.tsv: ``code`` is ISO 3166-1 alpha-3 (and XKX), ``ambiguous`` the names with other meanings."""

    code: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    wikidata: Annotated[str, Meta(pattern="^Q[1-9][0-9]*$")] | None
    name_id: Text
    names_id: Texts
    name_en: Text
    names_en: Texts
    capitals: Texts
    metonyms: Texts
    ambiguous: Texts

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


def key(name: str) -> str:
    """Reduce a name to what is compared: no article, one apostrophe, and no case if longer than three letters."""
    words = name.translate(APOSTROPHES).split()
    text = " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The", "THE") else words)
    return text if sum(map(str.isalpha, text)) <= ABBREVIATION else text.casefold()


def parse_states(text: str, file: str) -> tuple[State, ...]:
    """Read a table, which errors call ``file``; ``ModelError`` if a row does not fit or repeats a code."""
    header, *rows = text.removesuffix("\n").split("\n")
    if tuple(header.split("\t")) != State.__struct_fields__:
        raise ModelError(f"{file}:1: the columns must be {', '.join(State.__struct_fields__)}", code="S401")
    states: dict[str, State] = {}
    for number, row in enumerate(rows, start=2):
        try:
            state = parse_row(row)
        except ValueError as error:
            raise ModelError(f"{file}:{number}: {error}", code="S401") from error
        if states.setdefault(state.code, state) is not state:
            raise ModelError(f"{file}:{number}: {state.code} has a row already", code="S401")
    return tuple(states.values())


def parse_row(row: str) -> State:
    """Read one row; ``ValueError`` if it does not fit."""
    cells: dict[str, str | list[str] | None] = {}
    for column, cell in zip(State.__struct_fields__, row.split("\t"), strict=True):
        cells[column] = (cell.split("|") if cell else []) if column in LISTS else cell
    return msgspec.convert(cells | {"wikidata": cells["wikidata"] or None}, State)


@cache
def load_states() -> tuple[State, ...]:
    """Read the table that Saksi ships, in the order of codes; ``ModelError`` if it is missing or broken."""
    try:
        text = resources.files("saksi.world").joinpath("states.tsv").read_text("utf-8")
    except OSError as error:
        raise ModelError(f"world/states.tsv: {error}", code="S401") from error
    return parse_states(text, "world/states.tsv")


@cache
def all_states() -> States:
    """Index the table that Saksi ships, once."""
    return States(load_states())
