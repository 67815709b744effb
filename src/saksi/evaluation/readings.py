"""The reader run over gold texts, ready to score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from saksi.evaluation.gold import Reading
from saksi.record import Article, Record


class Pipes(Protocol):
    """What is asked of a reader: articles in, a record or something else (an article not read) out, in order."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[object]:
        """Reads articles one after the other."""
        ...


def read_golds(reader: Pipes, golds: Iterable[Reading]) -> dict[str, Reading]:
    """The readings of gold texts by their key; an article that was not read is left out, and so counted as not read."""
    articles = (Article(text=gold.text, id=gold.id, language=gold.lang, published=gold.date) for gold in golds)
    records = (record for record in reader.pipe(articles) if isinstance(record, Record))
    return {(reading := Reading.from_record(record)).key: reading for record in records}
