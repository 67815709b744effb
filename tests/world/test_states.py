"""states.tsv follows its schema, and names, capitals and metonyms lead to the right state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest

from saksi.errors import ModelError
from saksi.world.states import State, States, all_states, key, load_states, parse_states

HEADER = "\t".join(State.__struct_fields__)
ROW = "FRA\tQ142\tPrancis\tPerancis\tFrance\t\tParis\tElysee\t\t\t\t\t"


def test_every_code_of_iso_3166_and_kosovo_has_one_row() -> None:
    codes = [state.code for state in load_states()]
    assert len(codes) == len(set(codes)) == 250
    assert codes == sorted(codes)
    assert {"IDN", "PSE", "TWN", "XKX"} <= set(codes)


def test_no_wikidata_item_is_given_twice() -> None:
    items = [state.wikidata for state in load_states() if state.wikidata]
    assert len(items) == len(set(items))


@pytest.mark.parametrize("state", load_states(), ids=lambda state: state.code)
def test_cells_are_tidy(state: State) -> None:
    places = (*state.capitals, *state.metonyms, *state.cities)
    for values in (state.names("id"), state.names("en"), places, state.demonyms, state.shared, state.ambiguous):
        assert len(set(map(key, values))) == len(values)
        assert all(value == " ".join(value.split()) for value in values)
    known = {*state.names("id"), *state.names("en"), *places, *state.demonyms}
    assert set(state.ambiguous) <= known


@pytest.mark.parametrize(
    "names",
    [
        lambda state: state.names("id"),
        lambda state: state.names("en"),
        lambda state: state.capitals + state.metonyms + state.cities,
        lambda state: state.demonyms,
    ],
    ids=["id", "en", "places", "demonyms"],
)
def test_a_name_of_two_states_is_ambiguous_in_both(names: Callable[[State], tuple[str, ...]]) -> None:
    owners: defaultdict[str, list[State]] = defaultdict(list)
    for state in load_states():
        for name in names(state):
            owners[key(name)].append(state)
    shared = {name: states for name, states in owners.items() if len(states) > 1}
    assert all(state.is_ambiguous(name) for name, states in shared.items() for state in states), shared


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("AS", "id", "USA"),
        ("Negeri Paman Sam", "id", "USA"),
        ("Tiongkok", "id", "CHN"),
        ("Cina", "id", "CHN"),
        ("RRT", "id", "CHN"),
        ("Negeri Tirai Bambu", "id", "CHN"),
        ("Korut", "id", "PRK"),
        ("Korsel", "id", "KOR"),
        ("Inggris", "id", "GBR"),
        ("INGGRIS", "id", "GBR"),
        ("Saudi", "id", "SAU"),
        ("UEA", "id", "ARE"),
        ("RI", "id", "IDN"),
        ("RD Kongo", "id", "COD"),
        ("Timor Leste", "id", "TLS"),
        ("Wilayah\nPalestina", "id", "PSE"),
        ("U.S.", "en", "USA"),
        ("the US", "en", "USA"),
        ("the United Kingdom", "en", "GBR"),
        ("Côte d’Ivoire", "en", "CIV"),
    ],
)
def test_names(name: str, language: str, code: str) -> None:
    state = all_states().by_name(name, language)
    assert state is not None
    assert state.code == code


@pytest.mark.parametrize(
    ("name", "language"),
    [("us", "en"), ("as", "id"), ("As", "id"), ("Korea", "id"), ("Kongo", "id"), ("Congo", "en"), ("Kim", "id"),
     ("Prancis", "en"), ("Saudi", "en"), ("the", "en"), ("", "id"), ("Prancis", "fr")],
)  # fmt: skip
def test_what_is_no_name_of_a_state(name: str, language: str) -> None:
    assert all_states().by_name(name, language) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Washington", "USA"),
        ("Washington DC", "USA"),
        ("Moskwa", "RUS"),
        ("Moscow", "RUS"),
        ("KYIV", "UKR"),
        ("Teheran", "IRN"),
        ("Den Haag", "NLD"),
        ("The Hague", "NLD"),
        ("Kremlin", "RUS"),
        ("Gedung Putih", "USA"),
        ("Pentagon", "USA"),
        ("Downing Street", "GBR"),
        ("Tel Aviv", "ISR"),
    ],
)
def test_capitals_and_metonyms(name: str, code: str) -> None:
    state = all_states().by_capital(name)
    assert state is not None
    assert state.code == code


def test_tel_aviv_and_jerusalem_are_no_capitals() -> None:
    israel = all_states().by_code("ISR")
    assert israel is not None
    assert israel.capitals == ()
    assert all_states().by_capital("Yerusalem") is None


def test_an_ambiguous_name_is_answered_and_flagged() -> None:
    for name, language in [("Georgia", "id"), ("Guinea", "id"), ("Jordan", "en"), ("Chad", "en")]:
        state = all_states().by_name(name, language)
        assert state is not None
        assert state.is_ambiguous(name)
    jordan = all_states().by_name("Yordania", "id")
    assert jordan is not None
    assert not jordan.is_ambiguous("Yordania")


def test_the_earlier_row_answers_for_a_shared_capital() -> None:
    kingston = all_states().by_capital("Kingston")
    assert kingston is not None
    assert kingston.code == "JAM"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("code\tname", 1),
        (f"{HEADER}\n{ROW}\nDEU\tQ183", 3),
        (f"{HEADER}\n{ROW}\textra", 2),
        (f"{HEADER}\n{ROW}\n{ROW}", 3),
        (f"{HEADER}\n{ROW.replace('FRA', 'FR')}", 2),
        (f"{HEADER}\n{ROW.replace('Q142', '142')}", 2),
        (f"{HEADER}\n{ROW.replace('Perancis', 'Perancis||Gallia')}", 2),
        (f"{HEADER}\n{ROW.replace('Perancis', 'Perancis| Gallia')}", 2),
        (f"{HEADER}\n{ROW}\n\n", 3),
    ],
)
def test_a_broken_row_is_named_with_file_and_line(text: str, line: int) -> None:
    with pytest.raises(ModelError, match=rf"^\[S401\] table\.tsv:{line}: "):
        parse_states(text, "table.tsv")


def test_a_table_of_one() -> None:
    states = States(parse_states(f"{HEADER}\n{ROW}\n", "table.tsv"))
    france = states.by_capital("elysee")
    assert france is not None
    assert states.by_code("FRA") is states.by_name("prancis", "id") is france
    assert hash(france) == hash(states.by_code("FRA"))
