"""Nasty inputs: read in time that grows with their length, with offsets that hold."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi import Reader, Record


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("id")


def holds(record: Record) -> bool:
    text = record.article.text
    return all(text[span.start : span.end] == span.text for span in record.spans())


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        '" ' * 20_000,
        "“" * 20_000,
        "a" * 100_000,
        "kata " * 20_000,
        "(" * 20_000,
        "menurut, " * 5_000,
        '"Kami siap," kata Budi. ' * 1_000,
        "\n" * 20_000,
        "Rusia mengatakan " * 3_000,
        "\u202e\u0000\ufeff kata \ud7ff",
        " ",
        "",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_is_read_in_time(text: str, reader: Reader) -> None:
    begin = time.process_time()
    record = reader.read(text)
    assert record.article.text == text
    assert holds(record)
    assert time.process_time() - begin < 30


WORDS = [
    "kata",
    "Budi",
    "Rusia",
    "mengatakan",
    "bahwa",
    "menurut",
    "dia",
    "katanya",
    ",",
    ".",
    '"',
    "“",
    "”",
    "\n",
    "tidak",
    "membantah",
    "yang",
]


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_span_is_the_text_at_its_offsets(words: list[str], reader: Reader) -> None:
    record = reader.read(" ".join(words))
    assert holds(record)
    assert Record.from_dict(record.to_dict()) == record
