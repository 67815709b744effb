"""Triggers: voices, pronoun passives, light verbs, objects, what follows, endings, and words that are taken."""

from itertools import pairwise

import pytest

from saksi.reading.events.frames import load_frames
from saksi.reading.events.spellings import spellings
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.triggers import find_triggers
from saksi.reading.view import View

from ..parsing import parse

FRAMES = load_frames("id")


def found(text: str) -> tuple[View, list[Trigger]]:
    view = parse(text)
    return view, list(find_triggers(view, FRAMES, 0, len(view.words)))


def shown(text: str) -> list[tuple[str, str, str]]:
    """Each trigger as (type, voice, words)."""
    view, triggers = found(text)
    return [(t.type, t.voice, view.span(t.start, t.end)) for t in triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan menyerang Kenya.", [("ASSAULT", "active", "menyerang")]),
        ("Kenya diserang Sudan.", [("ASSAULT", "passive", "diserang")]),
        ("Pos itu akan kami serang.", [("ASSAULT", "bare", "serang")]),
        ("Sudan bertemu Kenya.", [("CONSULT", "intransitive", "bertemu")]),
        ("Serangan itu gagal.", [("ASSAULT", "noun", "Serangan")]),
        ("Serangan-serangan itu gagal.", [("ASSAULT", "noun", "Serangan-serangan")]),
        ("Sudan menyerangnya.", [("ASSAULT", "active", "menyerangnya")]),
        ("Sudan menyambut baik usulan itu.", [("SUPPORT", "active", "menyambut baik"), ("REQUEST", "noun", "usulan")]),
        ("Gencatan senjata berlaku.", [("RETREAT", "noun", "Gencatan senjata")]),
        ("Hujan turun di kota itu.", []),
        ("", []),
    ],
)
def test_words_and_voices(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(text) == expected


def test_a_bare_base_is_a_verb_only_behind_a_pronoun() -> None:
    assert shown("Serang itu kota di Banten.") == []


@pytest.mark.parametrize(
    ("text", "noun", "carrier", "receives"),
    [
        ("Kenya melancarkan serangan ke Sudan.", "serangan", "melancarkan", False),
        ("Kanada menjatuhkan sanksi baru terhadap Kuba.", "sanksi", "menjatuhkan", False),
        ("Serangan itu dilancarkan Sudan.", "Serangan", "dilancarkan", False),
        ("Kuba mendapat sanksi dari Kanada.", "sanksi", "mendapat", True),
        ("Kuba menghadapi ancaman dari Kanada.", "ancaman", "menghadapi", True),
        ("Kuba menunggu pertemuan itu.", "pertemuan", None, False),
    ],
)
def test_what_carries_a_noun(text: str, noun: str, carrier: str | None, receives: bool) -> None:
    view, triggers = found(text)
    (trigger,) = [t for t in triggers if view.span(t.start, t.end) == noun]
    assert (view.words[trigger.carrier] if trigger.carrier is not None else None) == carrier
    assert trigger.receives is receives
    assert trigger.verb == trigger.carrier


def test_a_verb_is_its_own_carrier() -> None:
    _, (trigger,) = found("Sudan menyerang Kenya.")
    assert (trigger.verb, trigger.carrier) == (1, None)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sudan menarik pasukannya dari Kenya.", ["RETREAT"]),
        ("Sudan menarik perhatian Kenya.", []),
        ("Pasukan itu ditarik dari Kenya.", ["RETREAT"]),  # of a passive the object stands before it
        ("Sudan mengirim bantuan ke Kenya.", ["AID"]),  # and the noun is no second act
        ("Sudan mengirim surat, senjata disita.", ["CONSULT", "COERCE"]),  # an object is not looked for past a comma
        ("Sudan memperingatkan Kenya agar tidak ikut.", ["REQUEST"]),
        ("Sudan memperingatkan Kenya bahwa perang dekat.", ["THREATEN", "ASSAULT"]),
    ],
)
def test_objects_and_what_follows(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in shown(text)] == kinds


def test_the_place_of_the_object_is_kept() -> None:
    view, (trigger,) = found("Sudan menarik semua pasukannya dari Kenya.")
    assert trigger.object_at is not None
    assert view.words[trigger.object_at] == "pasukannya"


def test_triggers_stay_in_the_sentence_and_never_overlap() -> None:
    view, triggers = found("Perang dagang, gencatan senjata, serangan udara, dan kerja sama ekonomi dibahas KTT itu.")
    assert len(triggers) >= 4
    assert all(one.end <= other.start for one, other in pairwise(triggers))
    cut = list(find_triggers(view, FRAMES, 0, 1))
    assert all(t.end <= 1 for t in cut)  # "Perang dagang" does not reach past the end


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("serangannya", [("serangannya", False), ("serangan", True)]),
        ("dukunglah", [("dukunglah", False), ("dukung", False)]),
        ("serangan-serangan", [("serangan-serangan", False), ("serangan", False)]),
        ("serang-menyerang", [("serang-menyerang", False)]),
        ("punya", [("punya", False)]),  # what is left would be too short
    ],
)
def test_spellings(word: str, forms: list[tuple[str, bool]]) -> None:
    assert list(spellings(word, FRAMES)) == forms


def test_every_spelling_of_a_use_may_start() -> None:
    for word in ("serangannya", "serangan-serangan", "dukunglah", "menyerang"):
        assert FRAMES.may_start(word)
    assert not FRAMES.may_start("hujan")


def test_a_passive_light_verb_behind_the_one_acted_upon() -> None:
    _, triggers = found("Sanksi terhadap Kuba dijatuhkan oleh Kanada.")
    assert [t.carrier for t in triggers] == [3]


def test_who_receives_aid_does_not_give_it() -> None:
    _, (trigger,) = found("Kuba menerima bantuan dari Meksiko.")
    assert trigger.receives
