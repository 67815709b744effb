"""given_names.tsv follows its schema, and says of a full name whose it is where it can."""

from __future__ import annotations

import pytest

from saksi.world.given import given_names, sex_of


def test_names_are_single_capitalised_words() -> None:
    names = given_names()
    assert len(names) > 20_000
    assert all(name[0].isupper() and " " not in name for name in names)


@pytest.mark.parametrize("word", ["North", "China", "General", "West", "Monday"])
def test_words_are_no_names(word: str) -> None:
    assert word not in given_names()


@pytest.mark.parametrize(
    ("name", "sex"), [("Ingrid Vestdal", "f"), ("Budi Hartono", "m"), ("Kim Yo-jong", None), ("Nobody Atall", None)]
)
def test_sex_of_a_full_name(name: str, sex: str | None) -> None:
    assert sex_of(name) == sex
