"""Glue: where words that a page ran together are cut, and which words are left whole."""

from itertools import pairwise

import pytest

from saksi.reading.glue import Glue
from saksi.reading.lexicon import load_lexicon


@pytest.fixture(scope="module")
def glue() -> Glue:
    return Glue(load_lexicon("id"))


@pytest.mark.parametrize(
    "words",
    [
        "dengan|Jepang",
        "menekan|Rusia|agar",
        "militer|Jepang|mengatakan",
        "pernyataan|AS|yang",
        "Presiden|Jepang|Haruto",
        "untuk|RI|Olena",
        "Mori|setelah",
        "Rusia|mewanti",
    ],
)
def test_glued_words_are_cut(words: str, glue: Glue) -> None:
    text = words.replace("|", "")
    bounds = (0, *glue.cuts(text), len(text))
    assert "|".join(text[a:b] for a, b in pairwise(bounds)) == words


@pytest.mark.parametrize(
    "word", ["YouTube", "McDonald", "Pyongyang", "Sudan", "Indonesia", "memerintahkan", "PhD", "Soekarno"]
)
def test_whole_words_are_left(word: str, glue: Glue) -> None:
    assert glue.cuts(word) == ()
