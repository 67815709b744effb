from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksi.desk import Desk, Filter
from saksi.errors import DeskError

from .conftest import DENIAL, records


def ids(desk: Desk, words: str, **wanted: object) -> list[str | None]:
    return [hit.title for hit in desk.search(words, Filter(**wanted)).hits]  # type: ignore[arg-type]


def test_records_come_back_as_they_were_loaded(desk: Desk) -> None:
    assert sorted(desk.records(), key=repr) == sorted(records(), key=repr)
    assert desk.record("d1") == records()[0]
    with pytest.raises(DeskError, match="S643"):
        desk.record("nothing")


def test_words_are_found_in_any_form_and_marked_where_they_stand(desk: Desk) -> None:
    found = desk.search("senjata")
    assert {hit.title for hit in found.hits} == {"Moskow Membantah", "Washington Menuduh"}
    denial = next(hit for hit in found.hits if hit.title == "Moskow Membantah")
    assert [DENIAL[a:b] for a, b in denial.snippet.marks] == ["persenjataan"]
    assert denial.snippet.text == DENIAL[denial.snippet.start : denial.snippet.start + len(denial.snippet.text)]
    assert dict(found.facets["outlet"]) == {"Harian Satu": 1, "Harian Dua": 1}
    assert dict(found.facets["status"]) == {"denied": 1, "occurred": 1}


def test_phrases_words_left_out_and_no_words(desk: Desk) -> None:
    assert ids(desk, '"korea utara"') == ["Moskow Membantah"]
    assert ids(desk, '"utara korea"') == []
    assert ids(desk, "senjata -bukti") == ["Moskow Membantah"]
    assert ids(desk, "-senjata") == [None]
    assert len(ids(desk, "")) == 3


def test_filters_over_articles(desk: Desk) -> None:
    assert ids(desk, "", speaker="Rina") == ["Moskow Membantah"]
    assert ids(desk, "", speaker="RUS") == ["Moskow Membantah"]
    assert ids(desk, "", actors=("Amerika Serikat",)) == ["Washington Menuduh"]
    assert ids(desk, "", status="denied") == ["Moskow Membantah"]
    assert ids(desk, "", since="2023-09-11", until="2023-09") == ["Moskow Membantah"]
    assert ids(desk, "", outlet="harian satu", since="2023-10") == [None]


def test_statements_and_events_are_listed_with_who_and_where(desk: Desk) -> None:
    (said,) = desk.statements(Filter(stance="denied"))
    assert (said.text, said.speaker and said.speaker.name, said.source.url) == (
        "mengirim persenjataan ke Korea Utara", "Rina Lestari", "https://satu.example/1",
    )  # fmt: skip
    (done,) = desk.events(Filter(actors=("RUS", "PRK")))
    assert (done.type, done.status, done.according_to) == ("AID", "denied", ("Rina Lestari",))
    assert [party.label for party in (*done.sources, *done.targets)] == ["RUS", "PRK"]
    assert done.sentence == DENIAL
    assert [one.type for one in desk.events()] == ["MOBILIZE", "AID", "ACCUSE"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"status": "happened"}, "S641"),
        ({"since": "2023-13"}, "S642"),
        ({"since": "2024", "until": "2023"}, "S642"),
        ({"until": "kemarin"}, "S642"),
    ],
)
def test_a_filter_that_makes_no_sense(wanted: dict[str, str], code: str) -> None:
    with pytest.raises(DeskError) as caught:
        Filter(**wanted)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_nobody_of_that_name(desk: Desk) -> None:
    with pytest.raises(DeskError, match="S640"):
        desk.statements(Filter(speaker="Nobody At All"))
    assert desk.events(Filter(actors=("Fiji",))) == []  # known to the world, though not on this desk


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(max_size=40))
def test_any_line_can_be_searched(desk: Desk, words: str) -> None:
    assert desk.search(words).total <= 3
    assert desk.search(f'"{words}" -{words} OR NEAR(').total <= 3


def test_frames(desk: Desk) -> None:
    table = desk.to_arrow("events")
    assert table.column("target_codes").to_pylist() == [[], ["PRK"], ["RUS"]]
    assert desk.to_arrow("statements", Filter(form="direct")).num_rows == 1


def test_frames_of_other_libraries(desk: Desk) -> None:
    pytest.importorskip("polars", reason="polars is optional")
    pytest.importorskip("pandas", reason="pandas is optional")
    assert desk.to_polars("events").height == len(desk.to_pandas("events")) == 3


def test_counts(desk: Desk) -> None:
    assert desk.counts() == {"articles": 3, "statements": 2, "events": 3, "actors": 8}
    assert desk.store.path is None or desk.store.path.is_file()
