"""The index: every name of every table, and what it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from saksi.world.entry import Kind
from saksi.world.extra import Extra
from saksi.world.leaders import all_leaders, called
from saksi.world.meaning import Meaning
from saksi.world.names import Texts, loose_key
from saksi.world.rows import (
    Body,
    Group,
    Organisation,
    load_bodies,
    load_groups,
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
        self._leaders = all_leaders()
        self._orders = {state.code: state.surname for state in load_states()}
        # Heads of organisations and groups, and the leaders of the user's own table.
        self._people: Table = defaultdict(list)
        self._surnames: Table = defaultdict(list)
        self._terms: Table = defaultdict(list)
        self.own_terms: Table = defaultdict(list)
        self.titled: Table = defaultdict(list)
        for leader, names in (*_heads(), *extra.leaders):
            self._add(leader, names)
        for leader, _ in extra.leaders:
            self.own_terms[leader.code].append(leader)

    def named(self, name: str, language: str) -> Meanings:
        """What a name leads to, surnames apart; what the user's own table says of it is all of it."""
        key = loose_key(name)
        own = self._extra.names.get(key)
        if own:
            return tuple(own)
        if language not in self._languages:
            self._languages[language] = _names(language)
        leaders = [leader for leader, names in self._leaders.called(name) if key in self._called(leader, names)[0]]
        return (*self._languages[language].get(key, ()), *self._known(leaders), *self._people.get(key, ()))

    def surnamed(self, name: str) -> Meanings:
        """Leaders who are called so for short; a surname has a capital (von der Leyen)."""
        if name.islower():
            return ()
        key = loose_key(name)
        leaders = [leader for leader, names in self._leaders.called(name) if key in self._called(leader, names)[1]]
        return (*self._known(leaders), *self._surnames.get(key, ()))

    def terms(self, code: str) -> list[Meaning]:
        """Every term of the leaders of an actor."""
        return [*self._known(self._leaders.of(code)), *self._terms.get(code, ())]

    def _known(self, leaders: list[Meaning]) -> list[Meaning]:
        """Leave out whom the user's own table knows."""
        persons = self._extra.persons
        if not persons:
            return leaders
        return [leader for leader in leaders if (leader.code, loose_key(leader.name_id)) not in persons]

    def _add(self, leader: Meaning, names: Texts) -> None:
        self._terms[leader.code].append(leader)
        if leader.title and leader.role == "head":
            self.titled[loose_key(leader.title)].append(leader)
        full, short = self._called(leader, names)
        for key in full:
            self._people[key].append(leader)
        for key in short:
            self._surnames[key].append(leader)

    def _called(self, leader: Meaning, names: Texts) -> tuple[frozenset[str], frozenset[str]]:
        return called(names, self._orders.get(leader.country or ""))


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
    """Index the names of a language; organisations, groups and bodies are also known by those of the others."""
    table: Table = defaultdict(list)
    for state in load_states():
        _put_state(table, state, language)
    for organisation in load_organisations():
        plain = Meaning(
            kind="organisation", code=organisation.code, name_id=organisation.name_id, name_en=organisation.name_en,
            wikidata=organisation.wikidata,
        )  # fmt: skip
        _put(table, all_names(organisation), _keys(organisation.ambiguous), plain)
    for group in load_groups():
        plain = Meaning(
            kind="group", code=group.code, country=group.country, name_id=group.name_id, name_en=group.name_en,
            role=group.kind, wikidata=group.wikidata,
        )  # fmt: skip
        _put(table, all_names(group), _keys(group.ambiguous), plain)
    for body in load_bodies():
        plain = Meaning(
            kind="body", code=body.country, country=body.country, name_id=body.name_id, name_en=body.name_en,
            role=body.kind,
        )  # fmt: skip
        _put(table, all_names(body), _keys(body.ambiguous), plain)
    return table


def _put_state(table: Table, state: State, language: str) -> None:
    unsure = _keys(state.ambiguous)
    plain = Meaning(
        kind="state", code=state.code, country=state.code, name_id=state.name_id, name_en=state.name_en,
        wikidata=state.wikidata,
    )  # fmt: skip
    _put(table, state.names(language), unsure, plain)
    if state.shared:
        _put(table, state.shared, _keys(state.shared), plain)
    if language == "en":
        _put(table, state.demonyms, unsure, replace(plain, kind="demonym"))
    places: tuple[tuple[Kind, Texts], ...] = (
        ("capital", state.capitals),
        ("metonym", state.metonyms),
        ("city", state.cities),
    )
    for kind, found in places:
        for name in found:
            place = Meaning(kind=kind, code=state.code, country=state.code, name_id=name, name_en=name)
            _put(table, (name,), unsure, place)


def all_names(row: Organisation | Group | Body) -> Texts:
    """All names of a row, in every language."""
    return (row.name_id, *row.names_id, row.name_en, *row.names_en)


def _keys(names: Texts) -> frozenset[str]:
    return frozenset(map(loose_key, names)) if names else frozenset()


def _put(table: Table, names: Texts, unsure: frozenset[str], meaning: Meaning) -> None:
    """Add the names of one thing, once for each actor; ``unsure`` are those with other meanings, as compared."""
    for name in names:
        key = loose_key(name)
        meanings = table[key]
        if not meanings or all(known.code != meaning.code for known in meanings):
            meanings.append(replace(meaning, shared=True) if key in unsure else meaning)
