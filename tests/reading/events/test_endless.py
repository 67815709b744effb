"""Articles that would have every act compared with every other, and dates that are none."""

from __future__ import annotations

import time

import pytest

from saksi import Article, Reader

SAYS = "Rusia menyerang Ukraina di Kyiv, Senin. Indonesia mengutuk serangan itu dan memanggil duta besar Rusia. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("id")


@pytest.mark.parametrize("mark", ["", '"'])
def test_a_paragraph_of_many_sentences_costs_what_they_cost_one_by_one(reader: Reader, mark: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        reader.read(mark + SAYS * count)
        return time.process_time() - began

    seconds(5)
    # Four times the text may cost eight times as much, and not sixteen.
    assert seconds(400) < 8 * min(seconds(100), seconds(100))


@pytest.mark.parametrize("published", ["13 Sep 2023", "0000-00-00", "9999-99-99T99:99:99Z", "x", "2023-02-31"])
def test_a_date_that_is_none_ends_nothing(reader: Reader, published: str) -> None:
    record = reader.read(Article(text=SAYS, published=published))
    assert record.events
    assert record.article.published == published
