"""The quicker ways to annotate give what spaCy's own give, whatever the batch."""

from pathlib import Path

import numpy
import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, SENT_START
from spacy.tokens import Doc

from saksi.evaluation.gold import read_gold
from saksi.reading import embedding, transitions
from saksi.reading.annotate import Annotator
from saksi.reading.embedding import Embedding
from saksi.reading.pipeline import LanguageReader
from saksi.reading.transitions import Transitions
from saksi.record import Article

ATTRS = [POS, MORPH, HEAD, DEP, SENT_START, ENT_TYPE, ENT_IOB]
SHORT = ["", "\n", "Ya.", "Menteri Luar Negeri Retno Marsudi tiba.", "Don't say he'd go: it's Kim's, and he's gone."]
TEXTS = {
    code: [*[gold.text for gold in read_gold(Path(f"gold/{code}"))][:7], *SHORT]
    for code in ("id", "en")  # whose tokeniser gives some words another norm: "'s", "'d"
}


@pytest.fixture(scope="module", params=["id", "en"])
def reader(request: pytest.FixtureRequest) -> LanguageReader:
    """The reader of a language."""
    return LanguageReader(request.param)


def fresh(reader: LanguageReader) -> list[Doc]:
    """The texts as documents that only have tokens and sentence starts."""
    return [reader._prepare(Article(text=text))[0] for text in TEXTS[reader.info.language]]


@pytest.fixture(scope="module")
def expected(reader: LanguageReader) -> list[Doc]:
    """What spaCy itself makes of them."""
    return list(reader.nlp.pipe(fresh(reader)))


def same(left: list[Doc], right: list[Doc]) -> bool:
    """Whether documents carry the same annotations."""
    return all(numpy.array_equal(a.to_array(ATTRS), b.to_array(ATTRS)) for a, b in zip(left, right, strict=True))


@pytest.mark.parametrize("size", [1, 3, 5, 12])
def test_every_batch_size_gives_what_spacy_gives(reader: LanguageReader, expected: list[Doc], size: int) -> None:
    docs = fresh(reader)
    for at in range(0, len(docs), size):
        reader.annotate(docs[at : at + size])
    assert same(docs, expected)


def test_a_full_memory_and_small_groups_change_nothing(
    reader: LanguageReader, expected: list[Doc], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "_MOST_WORDS", 50)
    monkeypatch.setattr(transitions, "_MOST_TOKENS", 900)
    annotate = Annotator(reader.nlp)
    for _ in range(2):
        docs = fresh(reader)
        annotate(docs)
        assert same(docs, expected)


def test_the_shipped_model_goes_the_quick_ways(reader: LanguageReader) -> None:
    kinds = [type(step) for step in reader.annotate.steps]
    assert kinds.count(Transitions) == 2
    assert kinds.count(Embedding) == 1
