"""Probes: what of a sentence's one act a reading has, and files that are no probes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from saksi.errors import RecordError, SourceError
from saksi.evaluation.floors import below, load_floors, pin
from saksi.evaluation.gold import Act, Place, Reading, by_key
from saksi.evaluation.probes import probe_groups, read_probes, score_probes

ROOT = Path(__file__).parents[2]
FILE = """
[[probe]]
sentence = "Chad menyerang Niger, lalu Niger menyerang Chad."
trigger = "menyerang"
nth = 2
type = "ASSAULT"
sources = ["NER"]
targets = ["TCD"]
status = "occurred"

[[probe]]
sentence = "Chad akan bertemu Niger."
trigger = "bertemu"
type = "CONSULT"
sources = ["TCD", "NER"]
status = "planned"
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def call(content: str) -> Path:
        (tmp_path / "probes").mkdir(exist_ok=True)
        path = tmp_path / "probes" / "id.toml"
        path.write_text(content, "utf-8")
        return path

    return call


@pytest.fixture
def probes(write: Write) -> list[Reading]:
    return read_probes(write(FILE))


def changed(probes: list[Reading], which: int, *acts: Act) -> dict[str, Reading]:
    """The probes read as they are, but one of them with other events."""
    return by_key([replace(p, events=acts) if n == which else p for n, p in enumerate(probes)])


def causes(probes: list[Reading], readings: dict[str, Reading]) -> list[tuple[str, str]]:
    return [(group.cause, group.detail) for group in probe_groups(probes, readings)]


def test_the_trigger_is_the_nth_of_its_words(probes: list[Reading]) -> None:
    first = probes[0]
    assert first.events[0].trigger == Place(33, 42)
    assert first.text[33:42] == "menyerang"
    assert (first.lang, first.id) == ("id", "id-1")


def test_a_perfect_reading(probes: list[Reading]) -> None:
    figures = score_probes(probes, by_key(probes))
    assert [figures[k] for k in ("probes", "event", "told", "actors", "kept apart")] == [2, 1.0, 1.0, 1.0, 1.0]
    assert causes(probes, by_key(probes)) == []


def test_no_reading(probes: list[Reading]) -> None:
    figures = score_probes(probes, {})
    assert [figures[k] for k in ("probes not read", "event", "kept apart")] == [2, 0.0, 1.0]
    assert causes(probes, {}) == [("missed", "ASSAULT, nothing read"), ("missed", "CONSULT, nothing read")]


def test_an_event_elsewhere_in_the_sentence_does_not_count(probes: list[Reading]) -> None:
    readings = changed(probes, 0, replace(probes[0].events[0], trigger=Place(5, 14)))
    assert score_probes(probes, readings)["event"] == 0.5


def test_an_event_of_another_type_does_not_count_but_is_named(probes: list[Reading]) -> None:
    readings = changed(probes, 0, replace(probes[0].events[0], type="COERCE"))
    assert score_probes(probes, readings)["event"] == 0.5
    assert causes(probes, readings) == [("missed", "ASSAULT, read as COERCE")]


def test_what_did_not_occur_and_is_told_as_a_deed(probes: list[Reading]) -> None:
    readings = changed(probes, 1, replace(probes[1].events[0], status="occurred"))
    figures = score_probes(probes, readings)
    assert [figures[k] for k in ("event", "told", "actors", "kept apart")] == [1.0, 0.5, 0.5, 0.0]
    assert causes(probes, readings) == [("status", "planned read as occurred"), ("told as done", "planned, CONSULT")]


def test_another_status_that_is_no_deed_is_kept_apart(probes: list[Reading]) -> None:
    readings = changed(probes, 1, replace(probes[1].events[0], status="possible"))
    figures = score_probes(probes, readings)
    assert [figures[k] for k in ("told", "kept apart")] == [0.5, 1.0]


def test_actors_must_be_the_same_and_of_mutual_acts_together(probes: list[Reading]) -> None:
    act, meeting = probes[0].events[0], probes[1].events[0]
    swapped = changed(probes, 0, replace(act, sources=act.targets, targets=act.sources))
    assert score_probes(probes, swapped)["actors"] == 0.5
    assert causes(probes, swapped) == [("actors", "ASSAULT, sources"), ("actors", "ASSAULT, targets")]
    parted = changed(probes, 1, replace(meeting, sources=("TCD",), targets=("NER",)))
    assert score_probes(probes, parted)["actors"] == 1.0


def test_of_several_events_at_the_words_the_best_counts(probes: list[Reading]) -> None:
    act = probes[0].events[0]
    readings = changed(probes, 0, replace(act, status="denied"), act)
    assert score_probes(probes, readings)["actors"] == 1.0


def test_floors_of_probes_stand_under_the_name_of_their_folder(probes: list[Reading], write: Write) -> None:
    path, floors = write(FILE), write(FILE).parents[1] / "floors.toml"
    pin(floors, path, score_probes(probes, by_key(probes)), "first")
    assert load_floors(floors)["probes-id"].floors == {"event": 0.99, "told": 0.99, "actors": 0.99, "kept apart": 0.99}
    assert below(floors, path, score_probes(probes, {})) == [
        f"{name} 0.000 is below its floor 0.990" for name in ("event", "told", "actors")
    ]
    write(FILE.replace("Niger.", "Mali."))
    assert "is not the gold" in below(floors, path, {})[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "nth = 2",
            "nth = 3",
            "probe 1: 'menyerang' is not in 'Chad menyerang Niger, lalu Niger menyerang Chad.' 3 times",
        ),
        ('"CONSULT"', '"MEET"', "probe 2: no type 'MEET'"),
        ('"planned"', '"wished"', "Invalid enum value 'wished'"),
        ("nth", "which", "unknown field `which`"),
        ("[[probe]]", "[[probe", "id.toml:"),
    ],
)
def test_a_probe_that_is_not_of_the_form(write: Write, old: str, new: str, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_probes(write(FILE.replace(old, new)))
    assert "id.toml: " in str(caught.value)
    assert said in str(caught.value)


def test_files_without_probes(write: Write, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        read_probes(tmp_path / "nowhere.toml")
    with pytest.raises(SourceError, match="holds no probes in 'id'"):
        read_probes(write("probe = []"))
    with pytest.raises(SourceError, match="holds no probes in 'en'"):
        read_probes(write(FILE), "en")


def test_the_shipped_probes_are_of_the_form() -> None:
    probes = read_probes(ROOT / "gold" / "probes" / "id.toml")
    assert len(probes) >= 180
    assert {p.events[0].status for p in probes} == {"occurred", "planned", "alleged", "denied", "negated", "possible"}
