"""Endings of verbs and nouns of a language that inflects at the end."""

from __future__ import annotations

import pytest

from saksi.reading.endings import load_endings


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("attack", {"attack", "attacks", "attacking", "attacked"}),
        ("ban", {"ban", "bans", "banning", "banned"}),
        ("seize", {"seize", "seizes", "seizing", "seized"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("deploy", {"deploy", "deploys", "deploying", "deployed"}),
        ("withdraw", {"withdraw", "withdraws", "withdrawing", "withdrew", "withdrawn"}),
        ("free", {"free", "frees", "freeing", "freed"}),
        ("clash", {"clash", "clashes", "clashing", "clashed"}),
    ],
)
def test_a_verb_has_all_its_forms(base: str, forms: set[str]) -> None:
    endings = load_endings("en")
    assert endings is not None
    assert {form for form, _ in endings.verb(base)} == forms


def test_a_form_that_is_no_participle_is_no_passive() -> None:
    endings = load_endings("en")
    assert endings is not None
    kinds = dict(endings.verb("take"))
    assert (kinds["took"], kinds["taken"]) == ("past", "participle")


def test_of_a_phrase_the_first_word_changes() -> None:
    endings = load_endings("en")
    assert endings is not None
    assert set(endings.phrases("call on")) == {"call on", "calls on", "calling on", "called on"}


def test_of_a_noun_phrase_the_last_word_has_the_plural() -> None:
    endings = load_endings("en")
    assert endings is not None
    assert endings.plural("air strike") == "air strikes"
    assert endings.plural("embargo") == "embargoes"


def test_a_language_without_endings_has_none() -> None:
    assert load_endings("id") is None
