"""Frames and triggers: what the data holds, and the forms under which its words are found."""

import tomllib
from collections import Counter
from importlib import resources

import pytest

from saksi.errors import ModelError
from saksi.plover import TYPES
from saksi.reading.events.frames import load_frames
from saksi.reading.events.judge import Judge, load_judges, named
from saksi.reading.events.morphology import inflect
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.triggers import find_triggers
from tests.reading.parsing import parse

FRAMES = load_frames("id")
FILE = tomllib.loads(resources.files("saksi.languages").joinpath("id", "events.toml").read_text("utf-8"))


def triggers(text: str) -> list[Trigger]:
    view = parse(text)
    return list(find_triggers(view, FRAMES, 0, len(view.words)))


def types(text: str) -> list[str]:
    return [trigger.type for trigger in triggers(text)]


def test_every_frame_is_of_a_known_type_and_has_words() -> None:
    known = {str(one) for one in TYPES}
    for frame in FILE["frame"]:
        assert frame.get("type") in known | {None}
        assert frame.get("transitive") or frame.get("intransitive") or frame.get("nouns")
    assert {frame.get("type") for frame in FILE["frame"]} - {None} == known == set(FILE["types"])


@pytest.mark.parametrize("frame", FILE["frame"], ids=lambda f: f"{f.get('type')}-{f.get('cameo')}")
def test_no_word_stands_twice_in_a_frame(frame: dict[str, object]) -> None:
    for kind in ("transitive", "intransitive", "nouns", "objects"):
        words = frame.get(kind, [])
        assert isinstance(words, list)
        assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize(
    ("base", "active"),
    [
        ("serang", "menyerang"), ("tolak", "menolak"), ("kecam", "mengecam"), ("puji", "memuji"), ("bom", "mengebom"),
        ("kritik", "mengkritik"), ("usir", "mengusir"), ("lucuti", "melucuti"), ("jatuhkan", "menjatuhkan"),
        ("protes", "memprotes"),
    ],
)  # fmt: skip
def test_the_active_verb_of_a_base(base: str, active: str) -> None:
    forms = dict(inflect(base, FRAMES.morphology))
    assert forms[active] == "active"
    assert forms["di" + base] == "passive"
    assert forms[base] == "bare"


def test_a_set_phrase_wins_over_its_first_word() -> None:
    (trigger,) = triggers("Perang dagang itu merugikan petani kedelai.")
    assert trigger.type == "SANCTION"
    assert trigger.end - trigger.start == 2


def test_a_frame_without_a_type_keeps_its_words_out() -> None:
    assert types("Gubernur itu meninggal karena serangan jantung.") == []


def test_a_frame_with_objects_asks_for_one() -> None:
    assert types("Chad menarik pasukannya dari perbatasan.") == ["RETREAT"]
    assert "RETREAT" not in types("Chad menarik perhatian para penanam modal.")


def test_agar_turns_a_warning_into_a_request() -> None:
    assert types("Chad memperingatkan Niger agar tidak menutup pasar.")[0] == "REQUEST"
    assert types("Chad memperingatkan bahwa perundingan bisa buntu.")[0] == "THREATEN"


def test_voices_carriers_and_endings() -> None:
    (passive,) = triggers("Pos itu diserang semalam.")
    assert passive.voice == "passive"
    (carried,) = [t for t in triggers("Chad melancarkan serangan ke pos itu.") if t.type == "ASSAULT"]
    assert carried.voice == "noun"
    assert carried.carrier == 1
    (own,) = triggers("Dukungannya tidak berubah.")
    assert own.type == "SUPPORT"
    assert own.own
    assert types("Serangan-serangan itu berhenti.") == ["ASSAULT"]


def test_a_judge_sums_crossed_features_and_names_its_reasons() -> None:
    judge = Judge({"subject": 1.0, "active|subject": 0.5, "AID|subject": -4.0, "noun|subject": 9.0})
    groups = ((("", "active"), {"subject", "unknown"}), (("AID",), {"subject"}))
    assert judge.probability(groups) == pytest.approx(1 / (1 + 2.718281828**2.5), rel=1e-6)
    assert judge.reasons(groups, 2) == [("AID|subject", -4.0), ("subject", 1.0)]
    assert named(groups) == {"subject", "unknown", "active|subject", "active|unknown", "AID|subject"}


def test_the_shipped_weights_have_every_judge() -> None:
    assert all(judge.weights for judge in load_judges("id").values())


def test_a_language_without_frames_is_an_error() -> None:
    with pytest.raises(ModelError, match=r"events\.toml"):
        load_frames("xx")
