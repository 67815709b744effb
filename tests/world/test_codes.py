"""Codes and what they stand for."""

from __future__ import annotations

import pytest

from saksi.world.codes import name_of_code


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("RUS", "id", "Rusia"),
        ("RUS", "en", "Russia"),
        ("UN", "id", "Perserikatan Bangsa-Bangsa"),
        ("ADB", "en", "Asian Development Bank"),
        ("XXX", "id", None),
    ],
)
def test_what_a_code_stands_for(code: str, language: str, name: str | None) -> None:
    assert name_of_code(code, language) == name
