"""government.toml: how a language names the offices and the bodies of states."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from saksi.errors import ModelError
from saksi.world.names import loose_key
from saksi.world.rows import BodyKind, Office

OfficeKind = Office | Literal["head"]


def word_key(word: str) -> str:
    """Reduce a common word to what is compared: unlike a name it has no case, however short it is (PM, Pm, pm)."""
    return loose_key(word).casefold()


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a body and its state are put together."""

    state: Literal["after", "before", "either"] = "after"
    cut: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands."""

    address: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    offices: dict[OfficeKind, tuple[str, ...]] = {}
    any: dict[str, tuple[OfficeKind, ...]] = {}
    titles: dict[str, str] = {}
    pattern: Pattern = Pattern()
    bodies: dict[BodyKind, tuple[str, ...]] = {}


class Titles(msgspec.Struct, frozen=True):
    """What titles.toml, which the reading of statements rests on, knows of it too: forms of address, short forms."""

    address: tuple[str, ...] = ()
    short: dict[str, str] = {}


class Government:
    """The words of one language, by what they are compared by."""

    def __init__(self, words: Words, titles: Titles) -> None:
        self.pattern = words.pattern
        self.address = frozenset(map(word_key, (*words.address, *titles.address)))
        self.before = frozenset(map(word_key, words.before))
        self.members = frozenset(map(word_key, words.members))
        self.offices: dict[str, tuple[OfficeKind, ...]] = {}
        for office, names in words.offices.items():
            for name in names:
                word = word_key(name)
                self.offices[word] = (*self.offices.get(word, ()), office)
        for name, several in words.any.items():
            word = word_key(name)
            self.offices[word] = (*several, *self.offices.get(word, ()))
        self.titles = {word_key(name): word_key(title) for name, title in words.titles.items()}
        self.bodies = {word_key(name): kind for kind, names in words.bodies.items() for name in names}
        self._short = {word_key(name): word_key(full) for name, full in titles.short.items()}
        self._said: dict[str, str] = {}
        for name, title in words.titles.items():
            self._said.setdefault(word_key(title), name)
        self._usual = {office: names[0] for office, names in words.offices.items()}

    def title(self, words: str) -> str:
        """Give what leaders.tsv has for a title in this language; the words themselves if it is none that is known."""
        word = word_key(words)
        word = self._short.get(word, word)
        return self.titles.get(word, word)

    def is_office(self, words: str) -> bool:
        """Whether words name an office or a title."""
        word = word_key(words)
        return word in self.offices or word in self.titles

    def said(self, office: str, title: str | None) -> str:
        """Say an office in this language."""
        if title:
            return self._said.get(word_key(title), title)
        return self._usual.get(office, office.replace("_", " "))  # type: ignore[call-overload,no-any-return]


@cache
def load_government(language: str) -> Government:
    """Read the words of a language, none if it has no such file; ``ModelError`` if the file does not fit."""
    words = _table(language, "government.toml")
    try:
        return Government(msgspec.convert(words, Words), msgspec.convert(_table(language, "titles.toml"), Titles))
    except msgspec.ValidationError as error:
        raise ModelError(f"languages/{language}/government.toml: {error}", code="S401") from error


def _table(language: str, name: str) -> dict[str, object]:
    file = resources.files("saksi.languages").joinpath(language, name)
    if not language.isalpha() or not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ModelError(f"languages/{language}/{name}: {error}", code="S401") from error
