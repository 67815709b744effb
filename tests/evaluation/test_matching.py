"""When contents, names and places count as the same."""

from __future__ import annotations

import pytest

from saksi.evaluation.gold import Place
from saksi.evaluation.matching import jaccard, overlap, pairs, same_name, sentence, token_f1, words


def test_words_ignore_case_and_punctuation_but_not_place() -> None:
    text = "Damai, damai."
    assert words(text, [Place(0, 5)]) == {(0, "damai")} == words(text, [Place(0, 6)])
    assert words(text, [Place(0, 5)]) != words(text, [Place(7, 12)])


def test_token_f1() -> None:
    a, b = {(0, "a"), (2, "b")}, {(2, "b"), (4, "c")}
    assert token_f1(a, b) == 0.5
    assert token_f1(a, set()) == token_f1(set(), set()) == 0.0


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("Andrei Lankov", "Lankov", True),
        ("Andrei Lankov", "Profesor Lankov", True),
        ("Kim Jong Un", "Kim Yo Jong", True),
        ("Kim Jong Un", "Moon Jae In", False),
        ("Presiden", "presiden", True),
        ("Presiden", "Menteri", False),
        (None, None, True),
        (None, "Lankov", False),
        ("Lankov", "", False),
    ],
)
def test_same_name(gold: str | None, read: str | None, same: bool) -> None:
    assert same_name(gold, read) is same


def test_overlap_and_jaccard() -> None:
    assert overlap("kata dia", Place(0, 4), Place(0, 8))
    assert not overlap("kata dia", Place(0, 4), Place(5, 8))
    assert overlap("kata dia", None, None)
    assert not overlap("kata dia", None, Place(0, 4))
    assert jaccard((), ()) == 1.0
    assert jaccard("ab", "bc") == pytest.approx(1 / 3)


def test_sentence_is_cut_at_stops_with_their_quotation_marks_and_at_lines() -> None:
    text = 'Satu. "Dua." Tiga\nEmpat'
    assert [
        text[s.start : s.end] for s in (sentence(text, text.index(w)) for w in ("Satu", "Dua", "Tiga", "Empat"))
    ] == [
        "Satu. ",
        '"Dua." ',
        "Tiga\n",
        "Empat",
    ]


def test_pairs_are_one_to_one_and_the_best_come_first() -> None:
    value = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.95, ("b", "x"): 0.0}
    assert pairs("ab", "xy", lambda a, b: value[a, b]) == [(1, 1, 0.95), (0, 0, 0.6)]
