"""Quotations: marks of every make, nested, unbalanced and stray."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.reading.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap," kata Rahma.', ["Kami siap,"]),
        ("“Kami siap,” kata Rahma.", ["Kami siap,"]),
        ("„Kami siap“, kata Rahma.", ["Kami siap"]),
        ("«Kami siap», kata Rahma.", ["Kami siap"]),
        ("‘Kami siap,’ kata Rahma.", ["Kami siap,"]),
        ("'Kami siap,' kata Rahma.", ["Kami siap,"]),
        ('“Kami siap," kata Rahma.', ["Kami siap,"]),
        ('"Kami siap," kata Rahma. "Besok kami berangkat."', ["Kami siap,", "Besok kami berangkat."]),
        ("Ia menyebut isyarat “berlebihan” itu keliru.", ["berlebihan"]),
        ('Rahma menegaskan "tidak ada jalan lain. "', ["tidak ada jalan lain."]),
    ],
)
def test_marks_of_every_make(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_nested_quotation_is_part_of_the_outer_one() -> None:
    assert quoted('"Dia bilang "maju" kepada kami," kata Rahma.') == ['Dia bilang "maju" kepada kami,']


def test_single_marks_inside_double_ones_are_no_quotation_of_their_own() -> None:
    assert quoted("\"Operasi 'Pedang' gagal,\" kata Rahma.") == ["Operasi 'Pedang' gagal,"]


def test_an_apostrophe_opens_nothing() -> None:
    assert quoted("Jum'at kemarin Ma'ruf dan O'Neil bertemu.") == []


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    [quotation] = find_quotations('"Kami siap berangkat', 0, 20)
    assert (quotation.start, quotation.end, quotation.whole) == (1, 20, False)


def test_a_missing_opening_mark_is_assumed_at_the_start() -> None:
    text = 'Kami siap berangkat," kata Rahma.'
    assert quoted(text) == ["Kami siap berangkat,"]


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted('"Kami siap. "Besok kami berangkat," kata Rahma.') == ["Kami siap.", "Besok kami berangkat,"]


def test_a_hundred_thousand_marks_are_survived() -> None:
    text = '" ' * 100_000
    assert find_quotations(text, 0, len(text)) == []


@given(st.text(alphabet="ab .,!?\"“”«»„‘’'\n", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for q in find_quotations(text, 0, len(text)):
        assert end <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)
        end = q.outer_end
