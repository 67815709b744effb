"""Characters that command a terminal or turn the reading order are shown, not obeyed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from saksi.exports.visible import clipped, visible


def test_controls_become_pictures() -> None:
    assert visible("a\x1b[31mb\x00\x7f\r") == "a␛[31mb␀␡␍"
    assert visible("a\tb\nc") == "a\tb\nc"


def test_what_turns_the_reading_order_is_replaced() -> None:
    assert visible("a\u202eb\u2066c\u200fd\x9be\ud800") == "a�b�c�d�e�"


@given(st.text())
def test_length_and_offsets_stay(text: str) -> None:
    assert len(visible(text)) == len(text)


def test_clipped_cuts_at_a_word() -> None:
    assert clipped("satu dua tiga", 13) == "satu dua tiga"
    assert clipped("satu dua tiga", 12) == "satu dua…"
    assert clipped("satu\n dua", 20) == "satu dua"
    assert clipped("x" * 30, 10) == "x" * 9 + "…"
