"""The articles in tests/data/sources/en and what of them is furniture agree with each other."""

import json
from pathlib import Path
from typing import get_args

import pytest

from saksi.sources.furniture_rules import FurnitureKind

FILES = sorted((Path(__file__).parents[1] / "data/sources/en").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_furniture_stands_in_the_text_in_order(path: Path) -> None:
    text = path.read_text("utf-8")
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    at = 0
    for kind, words in expected["spans"]:
        assert kind in get_args(FurnitureKind)
        at = text.index(words, at) + len(words)
    assert all(link in text for link in expected["links"])
    for key in ("dateline", "wire", "outlet", "byline"):
        assert expected[key] is None or expected[key] in text
