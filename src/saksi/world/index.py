"""The index: every name of every table, and what it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from saksi.world.extra import Extra
from saksi.world.meaning import Meaning
from saksi.world.names import Texts, loose_key
from saksi.world.people import surnames
from saksi.world.rows import (
    Body,
    Group,
    Organisation,
    load_bodies,
    load_groups,
    load_leaders,
    load_organisations,
    parse_heads,
)
from saksi.world.states import State, load_states

Meanings = tuple[Meaning, ...]
Table = defaultdict[str, list[Meaning]]


class Index:
    """Names of places and bodies by language, of persons in all languages, and the terms of each actor's leaders."""

    def __init__(self, extra: Extra) -> None:
        self._extra = extra
        self._languages: dict[str, Table] = {}
        self._people: Table = defaultdict(list)
        self._surnames: Table = defaultdict(list)
        self.terms: Table = defaultdict(list)
        self.own_terms: Table = defaultdict(list)
        self.titled: Table = defaultdict(list)
        self._orders = {state.code: state.surname for state in load_states()}
        for leader, names in (*_leaders(), *_heads()):
            if (leader.code, loose_key(leader.name_id)) not in extra.persons:
                self._add(leader, names)
        for leader, names in extra.leaders:
            self._add(leader, names)
            self.own_terms[leader.code].append(leader)

    def named(self, name: str, language: str) -> Meanings:
        """What a name leads to, surnames apart; what the user's own table says of it is all of it."""
        key = loose_key(name)
        own = self._extra.names.get(key)
        if own:
            return tuple(own)
        if language not in self._languages:
            self._languages[language] = _names(language)
        return (*self._languages[language].get(key, ()), *self._people.get(key, ()))

    def surnamed(self, name: str) -> Meanings:
        """Leaders who are called so for short; a surname has a capital (von der Leyen)."""
        return () if name.islower() else tuple(self._surnames.get(loose_key(name), ()))

    def all_terms(self, code: str) -> list[Meaning]:
        """Every term of the leaders of an actor."""
        return self.terms.get(code, [])

    def _add(self, leader: Meaning, names: Texts) -> None:
        self.terms[leader.code].append(leader)
        if leader.title and leader.role == "head":
            self.titled[loose_key(leader.title)].append(leader)
        full, short = _keys(names, self._orders.get(leader.country or ""))
        for key in full:
            self._people[key].append(leader)
        for key in short:
            self._surnames[key].append(leader)


@lru_cache(maxsize=64)
def _keys(names: Texts, order: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """What a person is called by in full, and for short; many persons have several terms, one after the other."""
    full = frozenset(map(loose_key, names))
    short = {loose_key(word) for name in names if " " in name for word in surnames(name, order)}
    return full, frozenset(short - full)


def _leaders() -> Iterator[tuple[Meaning, Texts]]:
    for row in load_leaders():
        leader = Meaning(
            kind="leader", code=row.country, country=row.country, name_id=row.name, name_en=row.name, role=row.office,
            title=row.title_id, begin=row.begin, end=row.end, wikidata=row.wikidata,
        )  # fmt: skip
        yield leader, (row.name, *row.aliases)


def _heads() -> Iterator[tuple[Meaning, Texts]]:
    rows: tuple[Organisation | Group, ...] = (*load_organisations(), *load_groups())
    for row in rows:
        country = row.country if isinstance(row, Group) else None
        for head in parse_heads(row.heads):
            leader = Meaning(
                kind="leader", code=row.code, country=country, name_id=head.names[0], name_en=head.names[0],
                role="head", title=head.title, begin=head.begin, end=head.end,
            )  # fmt: skip
            yield leader, head.names


def _names(language: str) -> Table:
    """Index the names of a language; bodies are also known by their names in the others."""
    table: Table = defaultdict(list)
    for state in load_states():
        for name, meaning in _of_state(state, language):
            _put(table, name, meaning)
    for organisation in load_organisations():
        plain = Meaning(
            kind="organisation", code=organisation.code, name_id=organisation.name_id, name_en=organisation.name_en,
            wikidata=organisation.wikidata,
        )  # fmt: skip
        _put_all(table, all_names(organisation), organisation.ambiguous, plain)
    for group in load_groups():
        plain = Meaning(
            kind="group", code=group.code, country=group.country, name_id=group.name_id, name_en=group.name_en,
            role=group.kind, wikidata=group.wikidata,
        )  # fmt: skip
        _put_all(table, all_names(group), group.ambiguous, plain)
    for body in load_bodies():
        plain = Meaning(
            kind="body", code=body.country, country=body.country, name_id=body.name_id, name_en=body.name_en,
            role=body.kind,
        )  # fmt: skip
        _put_all(table, all_names(body), body.ambiguous, plain)
    return table


def _of_state(state: State, language: str) -> Iterator[tuple[str, Meaning]]:
    ambiguous = {loose_key(name) for name in state.ambiguous}
    code, item, name_id, name_en = state.code, state.wikidata, state.name_id, state.name_en
    for kind, names in (("state", state.names(language)), ("demonym", state.demonyms if language == "en" else ())):
        for name in names:
            yield name, Meaning(
                kind=kind, code=code, country=code, name_id=name_id, name_en=name_en, wikidata=item,  # type: ignore[arg-type]
                shared=loose_key(name) in ambiguous,
            )  # fmt: skip
    for name in state.shared:
        yield (
            name,
            Meaning(
                kind="state", code=code, country=code, name_id=name_id, name_en=name_en, wikidata=item, shared=True
            ),
        )
    for kind, names in (("capital", state.capitals), ("metonym", state.metonyms), ("city", state.cities)):
        for name in names:
            yield name, Meaning(
                kind=kind, code=code, country=code, name_id=name, name_en=name,  # type: ignore[arg-type]
                shared=loose_key(name) in ambiguous,
            )  # fmt: skip


def all_names(row: Organisation | Group | Body) -> Texts:
    """All names of a row, in every language."""
    return (row.name_id, *row.names_id, row.name_en, *row.names_en)


def _put_all(table: Table, names: Texts, ambiguous: Texts, meaning: Meaning) -> None:
    unsure = {loose_key(name) for name in ambiguous}
    for name in names:
        _put(table, name, _unsure(meaning) if unsure and loose_key(name) in unsure else meaning)


def _put(table: Table, name: str, meaning: Meaning) -> None:
    """Add a meaning, once for each actor."""
    meanings = table[loose_key(name)]
    if all(known.code != meaning.code for known in meanings):
        meanings.append(meaning)


def _unsure(meaning: Meaning) -> Meaning:
    return replace(meaning, shared=True)
