"""Segments: paragraphs, and sentences that run over the sentences quoted in them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from saksi.reading.segments import segment

ABBREVIATIONS = frozenset({"Dr", "No"})


def sentences(text: str) -> list[str]:
    found = segment(text, ABBREVIATIONS)
    return [text[s.start : s.end] for p in found.paragraphs for s in p.sentences]


def test_a_quotation_of_two_sentences_is_one_sentence_with_its_cue() -> None:
    text = '"Kami siap. Besok kami berangkat," kata Rahma. Kapal itu kosong.'
    assert sentences(text) == ['"Kami siap. Besok kami berangkat," kata Rahma.', "Kapal itu kosong."]


def test_the_parser_gets_the_sentences_within_quotations_too() -> None:
    text = '"Kami siap. Besok kami berangkat," kata Rahma.'
    assert segment(text, ABBREVIATIONS).starts == {0, text.index("Besok")}


def test_a_quotation_that_ends_its_sentence_does_not_hold_the_cue() -> None:
    assert sentences('"Benarkah itu?" tanya dia. Ia pergi.') == ['"Benarkah itu?" tanya dia.', "Ia pergi."]


def test_a_quotation_goes_on_after_the_cue() -> None:
    assert sentences('"Kami siap," kata Rahma. "Besok kami berangkat."') == [
        '"Kami siap," kata Rahma.',
        '"Besok kami berangkat."',
    ]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    assert sentences("Dr. Rahma dan Wendy R. Sari tiba. Mereka menginap.") == [
        "Dr. Rahma dan Wendy R. Sari tiba.",
        "Mereka menginap.",
    ]


def test_a_subheading_is_known_by_its_missing_stop() -> None:
    found = segment("Kapal siap berlayar\nKapal itu berlayar kemarin.", ABBREVIATIONS)
    assert [p.heading for p in found.paragraphs] == [True, False]


def test_a_stray_mark_spoils_only_its_own_paragraph() -> None:
    first, second = 'Kapal itu "tua sekali dan rusak.', '"Kami siap," kata Rahma. Ia pergi.'
    found = segment(f"{first}\n{second}", ABBREVIATIONS)
    assert [len(p.sentences) for p in found.paragraphs] == [1, 2]


@given(st.text(alphabet="aB .,!?\"“”«»‘’'\n", max_size=80))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    found = segment(text, ABBREVIATIONS)
    spans = [(s.start, s.end) for p in found.paragraphs for s in p.sentences]
    assert spans == sorted(spans)
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if c.isalpha())
