"""Acts of whole articles: each told once, none in furniture or headings, denials and plans kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.record import Record

from .making import inspect, told

RUS_UKR = ("ASSAULT", {"RUS"}, {"UKR"})


def test_an_act_told_twice_is_one_event_at_its_first_telling() -> None:
    made = inspect("Rusia menyerang Ukraina pada Senin.\nPolisi datang. Rusia menyerang Ukraina, kata warga.")
    attacks = [act for act in made.acts if act.trigger.type == "ASSAULT"]
    assert [act.trigger.start for act in attacks] == [1]
    assert len(made.finder.seen) > len(attacks)


def test_acts_of_other_actors_types_or_status_are_others() -> None:
    text = "Rusia menyerang Ukraina pada Senin.\nUkraina menyerang Rusia pada Selasa.\nRusia mengecam Ukraina."
    assert [(kind, sources) for kind, sources, _, _ in told(text)] == [
        ("ASSAULT", {"RUS"}),
        ("ASSAULT", {"UKR"}),
        ("ACCUSE", {"RUS"}),
    ]
    text = "Rusia menyerang Ukraina pada Senin.\nRusia tidak menyerang Ukraina pada Selasa."
    assert [status for *_, status in told(text)] == ["occurred", "negated"]


@pytest.mark.parametrize("aside", ["Baca juga: Israel menyerang Iran", "Simak Video: Israel menyerang Iran"])
def test_nothing_is_told_in_furniture(aside: str) -> None:
    text = f"Rusia menyerang Ukraina.\n{aside}\nPolisi datang ke kota itu pada Senin malam."
    assert [row[:3] for row in told(text)] == [RUS_UKR]


def test_nothing_is_told_in_headings() -> None:
    text = "Apa yang Terjadi\n\nRusia menyerang Ukraina pada Senin malam.\nIsrael Menyerang Iran\nPolisi datang lagi."
    assert [p.heading for p in inspect(text).draft.view.paragraphs] == [True, False, True, False]
    assert [row[:3] for row in told(text)] == [RUS_UKR]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Presiden Rusia Vladimir Putin membantah bahwa Rusia menyerang Ukraina.", "denied"),
        ("Presiden Rusia Vladimir Putin membantah tuduhan bahwa Rusia menyerang Ukraina.", "denied"),
        ("Presiden Rusia Vladimir Putin mengatakan Rusia menyerang Ukraina.", "occurred"),
        ("Presiden Rusia Vladimir Putin mengatakan Rusia tidak menyerang Ukraina.", "negated"),
        ("Presiden Rusia Vladimir Putin mengatakan Rusia akan menyerang Ukraina.", "planned"),
        ("Jika perundingan gagal, Rusia akan menyerang Ukraina.", "possible"),
        ("Rusia diduga menyerang Ukraina.", "alleged"),
    ],
)
def test_the_status_of_an_act(text: str, status: str) -> None:
    assert (*RUS_UKR, status) in told(text)


def test_a_denial_counts_once_and_leaves_what_follows_alone() -> None:
    text = "Rusia membantah bahwa tentaranya menyerang Ukraina.\nRusia menangkap dua warga Ukraina."
    assert [status for kind, *_, status in told(text) if kind in ("ASSAULT", "COERCE")] == ["denied", "occurred"]


def test_a_denial_is_itself_an_act() -> None:
    assert ("REJECT", "occurred") in [(kind, status) for kind, *_, status in told("Rusia membantah tuduhan Ukraina.")]


def test_no_act_without_an_actor() -> None:
    text = "Serangan itu berlangsung semalam."
    assert [act.trigger.type for act in inspect(text).finder.seen] == ["ASSAULT"]
    assert told(text) == []


def test_two_acts_of_one_sentence_stand_in_the_order_of_the_text() -> None:
    made = inspect("Amerika Serikat mendesak Israel menarik pasukannya dari Lebanon.")
    assert [act.trigger.type for act in made.acts] == ["REQUEST", "RETREAT"]
    starts = [event.trigger.start for event in made.record.events]
    assert starts == sorted(starts)


def test_events_of_a_record_are_numbered_and_name_their_frame() -> None:
    events = inspect("Rusia menyerang Ukraina. Israel mengecam Rusia.").record.events
    assert [event.id for event in events] == ["e1", "e2"]
    assert [event.by for event in events] == ["active:19", "active:11"]


WORDS = st.sampled_from(
    [
        *(
            "Rusia",
            "Ukraina",
            "Georgia",
            "Moskow",
            "AS-Iran",
            "Putin",
            "PBB",
            "Hamas",
            "Kami",
            "kami",
            "dia",
            "keduanya",
        ),
        *(
            "keduanya",
            "kedua",
            "negara",
            "itu",
            "pemerintah",
            "kelompok",
            "menyerang",
            "diserang",
            "serang",
            "serangan",
        ),
        *("serangannya", "serang-serangan", "dilancarkan", "melancarkan", "bantuan", "menerima", "mengirim", "pasukan"),
        *("menarik", "mendesak", "untuk", "agar", "bahwa", "yang", "oleh", "dari", "ke", "terhadap", "tidak", "akan"),
        *("membantah", "mengatakan", "kata", "menurut", "perang", "dagang", "gencatan", "senjata", "bertemu", "dan"),
        *(",", ".", ":", "(", ")", '"', "”", "“", "\n", "\n\n"),
    ]
)


@settings(max_examples=80)
@given(st.lists(WORDS, max_size=50).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_events_that_hold(text: str) -> None:
    made = inspect(text)
    record = made.record
    actors, statements = {actor.id for actor in record.actors}, {one.id for one in record.statements}
    keys = set()
    for event, act in zip(record.events, made.acts, strict=True):
        span = event.trigger
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert event.sources or event.targets
        assert {*event.sources, *event.targets} <= actors
        assert set(event.according_to) <= statements
        assert event.type in made.finder.frames.targets
        key = (event.type, *act.sides, event.status)
        assert key not in keys
        keys.add(key)
    assert Record.from_dict(record.to_dict()) == record


def test_reading_is_the_same_each_time() -> None:
    text = "Rusia menyerang Ukraina.\nKedua negara akan bertemu di Ankara, kata Presiden Turki."
    assert inspect(text).record == inspect(text).record
