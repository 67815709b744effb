"""Events: whole sentences and articles, read by the shipped model and its judges."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi import Article, Reader, Record

READER = Reader("id")
ROOT = Path(__file__).parents[3]
PROBES: list[dict[str, Any]] = tomllib.loads((ROOT / "gold/probes/id.toml").read_text("utf-8"))["probe"]
WORDS = [
    "Rusia", "Ukraina", "menyerang", "tidak", "akan", "membantah", "serangan", "oleh", "kami", '"', ",", ".", "\n",
    "Kim", "itu", "kedua negara",
]  # fmt: skip


def told(record: Record) -> list[tuple[str, set[str], set[str], str]]:
    """Each event as (type, sources, targets, status), actors by code."""
    codes = {actor.id: actor.code or actor.name for actor in record.actors}
    return [(e.type, {codes[a] for a in e.sources}, {codes[a] for a in e.targets}, e.status) for e in record.events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Pasukan Rusia menyerang Ukraina pada Senin.", ("ASSAULT", {"RUS"}, {"UKR"}, "occurred")),
        ("Ukraina diserang oleh Rusia pada Senin.", ("ASSAULT", {"RUS"}, {"UKR"}, "occurred")),
        ("Rusia akan menyerang Ukraina.", ("ASSAULT", {"RUS"}, {"UKR"}, "planned")),
        ("Rusia membantah menyerang Ukraina.", ("ASSAULT", {"RUS"}, {"UKR"}, "denied")),
        ("Rusia tidak menyerang Ukraina.", ("ASSAULT", {"RUS"}, {"UKR"}, "negated")),
        ("Jepang menjatuhkan sanksi terhadap Korea Utara.", ("SANCTION", {"JPN"}, {"PRK"}, "occurred")),
        ("Indonesia mengecam serangan Israel ke Lebanon.", ("ACCUSE", {"IDN"}, {"ISR"}, "occurred")),
        ("Amerika Serikat mendesak Israel menarik pasukannya dari Gaza.", ("REQUEST", {"USA"}, {"ISR"}, "occurred")),
    ],
)
def test_an_act_in_one_sentence(text: str, event: tuple[str, set[str], set[str], str]) -> None:
    assert event in told(READER.read(text))


def test_what_would_come_of_an_act_is_no_deed() -> None:
    record = READER.read("Menteri itu mengatakan bahwa menyerang Kuba akan memperburuk keadaan di Karibia.")
    assert {event[3] for event in told(record) if event[0] == "ASSAULT"} <= {"possible"}


def test_one_act_told_twice_is_one_event() -> None:
    record = READER.read("Rusia menyerang Ukraina pada Senin.\nRusia menyerang Ukraina, kata warga.")
    assert [e[0] for e in told(record)].count("ASSAULT") == 1


def test_an_event_in_a_statement_points_at_it() -> None:
    record = READER.read('"Rusia menyerang kota kami," kata Presiden Ukraina Volodymyr Zelensky.')
    (attack,) = [e for e in record.events if e.type == "ASSAULT"]
    assert attack.according_to == ("s1",)


def test_time_and_place_come_from_the_clause() -> None:
    record = READER.read(
        Article(text="Rusia menyerang Ukraina di Kyiv pada Rabu, 14 Mei 2025.", published="2025-05-15")
    )
    (attack,) = [e for e in record.events if e.type == "ASSAULT"]
    assert (attack.date.begin, attack.date.end, attack.date.basis) == ("2025-05-14", "2025-05-14", "stated")
    assert attack.place is None or attack.place.country == "UKR"


def test_the_date_decides_who_is_president() -> None:
    text = "Presiden Donald Trump bertemu Presiden Rusia Vladimir Putin."
    (meeting,) = [e for e in told(READER.read(Article(text=text, published="2018-07-17"))) if e[0] == "CONSULT"]
    assert meeting[1] | meeting[2] == {"USA", "RUS"}


def test_nothing_lies_in_furniture() -> None:
    record = READER.read("Rusia menyerang Ukraina.\nBaca juga: Israel menyerang Iran")
    assert {code for event in told(record) for code in event[1] | event[2]} <= {"RUS", "UKR"}


def test_probes() -> None:
    """Minimal pairs through the whole reader: found with the right status, and hardly ever a deed that was none."""
    records = READER.pipe([Article(text=probe["sentence"], published="2025-06-15") for probe in PROBES])
    right = deeds = 0
    for probe, record in zip(PROBES, records, strict=True):
        assert isinstance(record, Record)
        at = -1
        for _ in range(probe.get("nth", 1)):
            at = probe["sentence"].index(probe["trigger"], at + 1)
        near = [e for e in record.events if e.trigger.start < at + len(probe["trigger"]) and e.trigger.end > at]
        right += any(e.type == probe["type"] and e.status == probe["status"] for e in near)
        deeds += probe["status"] != "occurred" and any(e.status == "occurred" for e in near)
    assert right / len(PROBES) >= 0.88
    assert deeds / len(PROBES) <= 0.02


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_gives_events_whose_words_and_references_hold(text: str) -> None:
    record = READER.read(text)
    actors, statements = {a.id for a in record.actors}, {s.id for s in record.statements}
    for event in record.events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert {*event.sources, *event.targets} <= actors
        assert set(event.according_to) <= statements
        assert event.sources or event.targets
        assert 0 < event.confidence <= 1
