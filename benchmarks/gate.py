"""What a gate before the parser could save: ``python -m benchmarks.gate [FOLDER ...]`` (gold records).

It counts the words of paragraphs in which nothing is reported, quoted or named, those of sentences without a word that
attributes, a quotation or a word that may tell an act, and what the parser costs of a reading.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from saksi.evaluation.gold import read_gold
from saksi.evaluation.speed import cpu_seconds
from saksi.reading.events.frames import load_frames
from saksi.reading.pipeline import LanguageReader
from saksi.record import Article


class Gate(NamedTuple):
    """Shares of all words, and the parser's share of the CPU time."""

    empty_paragraphs: float
    empty_sentences: float
    parser: float


def measure(articles: list[Article], language: str) -> Gate:
    """Count over articles of one language."""
    reader, frames = LanguageReader(language), load_frames(language)
    list(reader.pipe(articles, 32))
    whole = cpu_seconds(lambda: list(reader.pipe(articles, 32)))
    docs = [reader._prepare(article)[0] for article in articles]
    parser = 0.0
    for name, step in zip(reader.nlp.pipe_names, reader.annotate.steps, strict=True):
        seconds = cpu_seconds(lambda step=step: step(docs))  # type: ignore[misc]
        parser += seconds if name == "parser" else 0
    words = paragraphs = sentences = 0
    for article in articles:
        made = reader.inspect(article)
        view, cues = made.draft.view, reader.lexicon.cues
        actors = {mention.start for actor in made.record.actors for mention in actor.mentions}
        for paragraph in view.paragraphs:
            a, b = view.tokens(paragraph.start, paragraph.end)
            words += b - a
            tells = any(view.words[i] in cues or view.quote_at[i] for i in range(a, b))
            named = any(view.entity_at[i] or view.start[i] in actors for i in range(a, b))
            paragraphs += 0 if tells or named else b - a
            for sentence in paragraph.sentences:
                a, b = view.tokens(sentence.start, sentence.end)
                tells = any(
                    view.words[i] in cues or view.quote_at[i] or frames.may_start(view.words[i]) for i in range(a, b)
                )
                sentences += 0 if tells else b - a
    return Gate(paragraphs / words, sentences / words, parser / whole)


def main(folders: list[str]) -> None:
    """Measure folder by folder."""
    for folder in folders or ["gold/id", "gold/en"]:
        gold = read_gold(Path(folder))
        found = measure([Article(text=one.text) for one in gold], gold[0].lang or "id")
        print(f"{folder}: paragraphs without word, mark or name: {found.empty_paragraphs:.1%} of the words; ", end="")
        print(
            f"sentences without word, mark or act: {found.empty_sentences:.1%}; parser {found.parser:.0%} of the time"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
