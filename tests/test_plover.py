"""PLOVER's types: sixteen, each in a class, and described in both languages."""

from __future__ import annotations

from saksi.evaluation.definitions import definitions
from saksi.plover import QUADS, TYPES


def test_sixteen_types_in_four_classes() -> None:
    assert len(TYPES) == 16
    assert {each.quad for each in TYPES.values()} == set(QUADS)
    assert all(name == each.name and each.english and each.indonesian for name, each in TYPES.items())


def test_the_scorer_uses_the_same_classes() -> None:
    assert definitions().quad == {name: each.quad for name, each in TYPES.items()}
    assert definitions().mutual <= TYPES.keys()
