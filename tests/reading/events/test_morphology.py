"""Verb forms of bases, with the prefixes of Indonesian and with those of a made-up language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.reading.events.frames import load_frames
from saksi.reading.events.morphology import Active, Morphology, inflect

INDONESIAN = load_frames("id").morphology
MADE_UP = Morphology(
    passive=("ra", "ro"),
    object_suffixes=(),
    particles=(),
    active=Active(lost={"t": "na"}, kept={"t": "no", "b": "bo"}, short=""),
)


@pytest.mark.parametrize(
    ("base", "active"),
    [
        ("kirim", "mengirim"), ("pimpin", "memimpin"), ("sita", "menyita"), ("tangkap", "menangkap"),  # letter lost
        ("kritik", "mengkritik"), ("protes", "memprotes"), ("transfer", "mentransfer"),  # a cluster keeps it
        ("ancam", "mengancam"), ("invasi", "menginvasi"), ("usir", "mengusir"), ("embargo", "mengembargo"),
        ("hukum", "menghukum"), ("gempur", "menggempur"), ("bantu", "membantu"), ("veto", "memveto"),
        ("dukung", "mendukung"), ("cegat", "mencegat"), ("jual", "menjual"), ("langgar", "melanggar"),
        ("retas", "meretas"), ("minta", "meminta"), ("negosiasikan", "menegosiasikan"),
        ("bom", "mengebom"), ("cap", "mengecap"),  # short bases
    ],
)  # fmt: skip
def test_active_verbs_of_indonesian(base: str, active: str) -> None:
    assert (active, "active") in inflect(base, INDONESIAN)


def test_a_lost_letter_is_lost_before_a_vowel_only() -> None:
    assert inflect("tola", MADE_UP) == [
        ("tola", "bare"),
        ("ratola", "passive"),
        ("rotola", "passive"),
        ("notola", "active"),
        ("naola", "active"),
    ]
    assert [form for form, voice in inflect("trola", MADE_UP) if voice == "active"] == ["notrola"]


def test_a_base_of_an_unknown_letter_or_of_one_letter_has_what_there_is() -> None:
    assert [voice for _, voice in inflect("xula", MADE_UP)] == ["bare", "passive", "passive"]
    assert ("not", "active") in inflect("t", MADE_UP)


@given(st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12))
def test_the_base_comes_first_and_every_other_form_is_longer(base: str) -> None:
    first, *others = inflect(base, INDONESIAN)
    assert first == (base, "bare")
    assert all(form.endswith(base[1:]) and len(form) > len(base) for form, _ in others)
    assert [form for form, voice in others if voice == "passive"] == ["di" + base]
