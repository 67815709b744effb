"""Every table follows its schema, knows no unheard-of state, and flags each name that has two meanings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
import pytest

from saksi.errors import ModelError
from saksi.world.government import load_government
from saksi.world.index import all_names
from saksi.world.leaders import Leaders
from saksi.world.names import loose_key
from saksi.world.rows import (
    Body,
    Group,
    Leader,
    Organisation,
    load_bodies,
    load_groups,
    load_leaders,
    load_organisations,
    parse_heads,
)
from saksi.world.states import load_states
from saksi.world.table import load_table, parse_table

NAMED: list[Organisation | Group | Body] = [*load_organisations(), *load_groups(), *load_bodies()]
ACTORS: list[Organisation | Group] = [*load_organisations(), *load_groups()]
STATES = {state.code for state in load_states()}


def code_of(row: Organisation | Group | Body) -> str:
    return row.country if isinstance(row, Body) else row.code


def test_how_much_there_is() -> None:
    assert len(load_organisations()) >= 150
    assert len(load_groups()) >= 150
    assert len(load_bodies()) >= 150
    assert len(load_leaders()) >= 30


@pytest.mark.parametrize("row", NAMED, ids=lambda row: row.name_en)
def test_names_are_tidy(row: Organisation | Group | Body) -> None:
    for names in ((row.name_id, *row.names_id), (row.name_en, *row.names_en)):
        assert len(set(names)) == len(names)
        assert all(name == " ".join(name.split()) for name in names)
    assert set(row.ambiguous) <= set(all_names(row))


def test_no_unheard_of_state() -> None:
    countries = {row.country for row in load_groups()} | {row.country for row in load_bodies()}
    assert countries | {row.country for row in load_leaders()} <= {*STATES, None}


def test_no_code_of_an_actor_is_that_of_a_state() -> None:
    assert not {row.code for row in ACTORS} & STATES


def test_no_code_is_both_an_organisation_and_a_group() -> None:
    assert not {row.code for row in load_organisations()} & {row.code for row in load_groups()}


def test_rows_of_one_group_have_one_home() -> None:
    homes = defaultdict(set)
    for row in load_groups():
        homes[row.code].add(row.country)
    assert {code for code, countries in homes.items() if len(countries) > 1} == set()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_name_of_two_actors_is_ambiguous_in_both(language: str) -> None:
    owners: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)

    def named() -> Iterator[tuple[str, str, bool]]:
        for state in load_states():
            unsure = set(map(loose_key, state.ambiguous))
            places = (*state.capitals, *state.metonyms, *state.cities, *(state.demonyms if language == "en" else ()))
            for name in (*state.names(language), *places):
                yield loose_key(name), state.code, loose_key(name) in unsure
        for row in NAMED:
            unsure = set(map(loose_key, row.ambiguous))
            for name in all_names(row):
                yield loose_key(name), code_of(row), loose_key(name) in unsure

    for name, code, unsure in named():
        owners[name].append((code, unsure))
    shared = {name: found for name, found in owners.items() if len({code for code, _ in found}) > 1}
    assert [name for name, found in shared.items() if not all(unsure for _, unsure in found)] == []


def test_wikidata_items_are_given_once() -> None:
    items = [item for item in (*(row.wikidata for row in ACTORS), *(row.wikidata for row in load_states())) if item]
    assert len(items) == len(set(items))


def test_a_person_has_one_item() -> None:
    items = defaultdict(set)
    for row in load_leaders():
        if row.wikidata:
            items[row.wikidata].add((row.country, row.name))
    assert {item for item, persons in items.items() if len({name for _, name in persons}) > 1} == set()


def test_what_is_shared_is_shared_by_several() -> None:
    owners = defaultdict(set)
    for state in load_states():
        for name in state.shared:
            owners[name].add(state.code)
    assert all(len(codes) > 1 for codes in owners.values())


def test_heads_have_terms() -> None:
    for row in ACTORS:
        for head in parse_heads(row.heads):
            assert all(head.names)
            assert head.begin or head.end


HEADER = "\t".join(Leader.__struct_encode_fields__)
GROUP = "\t".join(Group.__struct_encode_fields__)


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        (f"{HEADER}\nUSA\tA B\t\thead_of_state\tpresiden\t2021-02-30\t\t", Leader, "'2021-02-30' is no date"),
        (f"{HEADER}\nUSA\tA B\t\thead_of_state\tpresiden\t2021-13\t\t", Leader, "there is no month 13"),
        (f"{HEADER}\nUSA\tA B\t\thead_of_state\tpresiden\t2021\t2020-05\t", Leader, "ends .2020-05. before it begins"),
        (f"{HEADER}\nUSA\tA B\t\tking\tpresiden\t2021\t\t", Leader, "Invalid enum value 'king'"),
        (f"{HEADER}\nUSA\tA B \t\thead_of_state\tpresiden\t\t\t", Leader, "begins or ends with a space"),
        (f"{HEADER}\nUSA\tA B\tA||B\thead_of_state\tpresiden\t\t\t", Leader, "is empty"),
        (f"{GROUP}\nX\tPSE\tarmed\t\tX\t\tX\t\tA@2001\t", Group, "is not name@from@to"),
        (f"{GROUP}\nX\tPSE\tclub\t\tX\t\tX\t\t\t", Group, "Invalid enum value 'club'"),
        (f"{GROUP}\nx\tPSE\tarmed\t\tX\t\tX\t\t\t", Group, "matching regex"),
    ],
)
def test_a_broken_row_is_named(text: str, kind: type[msgspec.Struct], what: str) -> None:
    with pytest.raises(ModelError, match=rf"^\[S401\] table\.tsv:2: .*{what}"):
        parse_table(text + "\n", "table.tsv", kind)


def test_a_leader_is_checked_when_asked_for() -> None:
    row = "USA\tA B\t\thead_of_state\tpresiden\t2021\t\t"
    leaders = Leaders(f"{HEADER}\n{row}\nFRA\tC D\nFRA\tE F\n", "table.tsv")
    assert [leader.code for leader, _ in leaders.called("B")] == ["USA"]
    with pytest.raises(ModelError, match=r"^\[S401\] table\.tsv:3: "):
        leaders.called("D")
    with pytest.raises(ModelError, match=r"^\[S401\] table\.tsv:3: "):
        leaders.of("FRA")


def test_a_missing_table() -> None:
    with pytest.raises(ModelError, match=r"^\[S401\] world/none\.tsv: "):
        load_table("none.tsv", Leader)


@pytest.mark.parametrize("language", ["id", "en"])
def test_words_of_government(language: str) -> None:
    words = load_government(language)
    assert {"forces", "ministry", "parliament"} <= set(words.bodies.values())
    assert not set(words.offices) & set(words.bodies)
    assert load_government("xx").bodies == load_government("../id").bodies == {}
