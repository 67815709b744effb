"""The world as the news takes it for granted: who a name is, and who held an office on a day."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from saksi.errors import OptionError
from saksi.world.dates import holds, span
from saksi.world.entry import Entry
from saksi.world.extra import Extra, read_extra
from saksi.world.government import load_government, word_key
from saksi.world.index import Index
from saksi.world.meaning import RANKS, Meaning, entry_of
from saksi.world.names import loose_key
from saksi.world.people import in_office, not_twice
from saksi.world.phrases import bodies, holders
from saksi.world.states import State

CACHED = 16_384
_BRACKET = re.compile(r"(?<=\S) ?\([^()]*\)$")


class World:
    """Look-ups in all tables.

    Dates are ISO days, months or years. A language that the tables do not know has only the names of persons.
    """

    def __init__(self, extra: Extra | None = None) -> None:
        self._index = Index(extra or Extra())
        # The same few names fill the news.
        self._found = lru_cache(maxsize=CACHED)(self._find)
        self._held = lru_cache(maxsize=CACHED)(self._holder)

    @staticmethod
    def load(extra: Path | None = None) -> World:
        """Load the tables that Saksi ships, with those of a file of the user's, once.

        Raises:
            ModelError: a table is missing or broken, or a row of the file does not fit.
        """
        if extra is None:
            return _shipped()
        try:
            changed = extra.stat().st_mtime_ns
        except OSError:
            changed = 0
        return _extended(extra, changed)

    def find(self, name: str, language: str, on: str | None = None) -> tuple[Entry, ...]:
        """Give every entry that a name may mean, best first; none if it is unknown.

        A name is that of a state, a capital, a person ... in a table, or put together ("Presiden AS Joe Biden",
        "militer Israel"). A leader's surname alone is enough where ``on`` leaves one who was in office.

        Raises:
            OptionError: ``on`` is no date.
        """
        return self._found(name, language, on)

    def holder(self, country: str, office: str, language: str, on: str | None = None) -> Entry | None:
        """Give who holds an office or a title ("presiden", "menlu", "PM") of a state, an organisation or a group.

        None where nobody is known, or where several are and ``on`` does not tell them apart.

        Raises:
            OptionError: ``on`` is no date.
        """
        return self._held(country, office, language, on)

    def body_kind(self, words: str, language: str) -> str | None:
        """Tell which kind of body of a state common words name ("militer": forces); None if they name none."""
        return load_government(language).bodies.get(word_key(words))

    def _find(self, name: str, language: str, on: str | None) -> tuple[Entry, ...]:
        check_date(on)
        # "Amerika Serikat (AS)" is its first name.
        name = _BRACKET.sub("", " ".join(name.split()))
        if not name:
            return ()
        meanings = self._index.named(name, language)
        # What is called so in full comes before those who are called so for short.
        short = self._index.surnamed(name) if all(meaning.shared for meaning in meanings) else ()
        if not meanings and not short:
            meanings = self._phrase(name, language, on)
        return _entries(meanings, short, language, on)

    def _holder(self, country: str, office: str, language: str, on: str | None) -> Entry | None:
        check_date(on)
        for known in (self._index.own_terms.get(country, []), self._index.terms(country)):
            terms = [term for term in known if holds(term.begin, term.end, on)]
            held = in_office(fitting(terms, office, language), on)
            if held:
                return entry_of(held[0], language, ambiguous=False) if len({term.who for term in held}) == 1 else None
        return None

    def _phrase(self, name: str, language: str, on: str | None) -> tuple[Meaning, ...]:
        government = load_government(language)

        def named(part: str) -> tuple[Meaning, ...]:
            return self._index.named(part, language) or self._index.surnamed(part)

        def fit(leaders: list[Meaning], office: str) -> list[Meaning]:
            now = [leader for leader in leaders if holds(leader.begin, leader.end, on)]
            return fitting(now, office, language) or fitting(leaders, office, language)

        # "Presiden Komisi Eropa" is a title of its own; "sekretaris jenderal" is one of many.
        titled = None if government.is_office(name) else self._index.titled.get(loose_key(name))

        def owners(part: str) -> tuple[Meaning, ...]:
            found = named(part)
            leaders = in_office([meaning for meaning in found if meaning.kind == "leader"], on)
            return (*(meaning for meaning in found if meaning.kind != "leader"), *not_twice(leaders))

        words = name.split()
        if len(words) > 1 and word_key(words[0]) in government.address:
            return named(" ".join(words[1:])) or self._phrase(" ".join(words[1:]), language, on)
        return tuple(
            titled or holders(words, government, named, fit, self._index.terms) or bodies(words, government, owners)
        )


def fitting(terms: list[Meaning], office: str, language: str) -> list[Meaning]:
    """Keep who bears a title; if nobody does, who holds an office of that name, or bears a longer title with it in."""
    government = load_government(language)
    title = government.title(office)
    titled = [term for term in terms if term.title and word_key(term.title) == title]
    if titled:
        return titled
    for kind in government.offices.get(word_key(office)) or government.offices.get(title, ()):
        found = [term for term in terms if term.role == kind]
        if found:
            return found
    return [term for term in terms if term.title and f" {title} " in f" {word_key(term.title)} "]


def known_languages() -> tuple[str, ...]:
    """Give the languages whose names the tables have."""
    return tuple(name.removeprefix("name_") for name in State.__struct_fields__ if name.startswith("name_"))


def check_date(on: str | None) -> None:
    """Check a date that the user gave: ``OptionError`` if it is none."""
    try:
        span(on)
    except ValueError as error:
        raise OptionError(str(error), hint="write 2023-05-17, 2023-05 or 2023") from error


def _entries(
    meanings: tuple[Meaning, ...], short: tuple[Meaning, ...], language: str, on: str | None
) -> tuple[Entry, ...]:
    others = sorted((m for m in meanings if m.kind != "leader"), key=lambda m: (m.shared, RANKS[m.kind]))
    leaders = not_twice(in_office([m for m in (*meanings, *short) if m.kind == "leader"], on))
    found = [*others, *leaders]
    several = len({meaning.who for meaning in found}) > 1
    return tuple(entry_of(m, language, ambiguous=several or m.shared, surname=m in short) for m in found)


@cache
def _shipped() -> World:
    return World()


@cache
def _extended(path: Path, changed: int) -> World:  # noqa: ARG001 - a file that changed is read anew
    return World(read_extra(path))
