"""Saksi beside textacy on the same texts, in one run: ``make bench-peers TEXTS=FILE [SPACY=PIPELINE]``.

FILE holds one JSON object a line, ``{"text": ..., "quotes": [{"content": [[start, end], ...], "source": [[...]]}]}``:
PolNeAR in this form, or quotations of your own. The gold quotations may be left out: then only speed is measured.

textacy needs a spaCy pipeline with tags, lemmas and a parse. Where ``SPACY`` names none that is installed it gets
Saksi's own, with lemmas by simplemma, so that both look at the same parse. Each is timed with its pipeline, on one
core.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import marked

WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Quote(NamedTuple):
    """What was said and who is named as its source, in characters; the source may be null."""

    content: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None


class Figures(NamedTuple):
    """Content-token F1, quotations matched to gold with the source right (F1), and words per CPU-second."""

    content: float
    end_to_end: float
    speed: float


def tokens(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The starts of the words within spans."""
    return {match.start() for a, b in spans for match in WORD.finditer(text, a, b)}


def measure(texts: list[dict[str, Any]], read: Callable[[str], list[Quote]]) -> Figures:
    """Read every text, and compare with its gold quotations.

    A quotation is matched where half of the words of both together are common (one to one, the best first); its source
    is right where the last word of the gold source's first phrase lies in the one that was found.
    """
    words = sum(len(one["text"].split()) for one in texts)
    read(texts[0]["text"])
    began = time.process_time()
    found = [read(one["text"]) for one in texts]
    speed = words / (time.process_time() - began)
    common = told = gold_words = hits = quotes = gold_quotes = 0
    for one, mine in zip(texts, found, strict=True):
        text, gold = one["text"], one.get("quotes", [])
        ours = tokens(text, (span for quote in mine for span in quote.content))
        theirs = tokens(text, (tuple(span) for quote in gold for span in quote["content"]))
        common, told, gold_words = common + len(ours & theirs), told + len(ours), gold_words + len(theirs)
        quotes, gold_quotes = quotes + len(mine), gold_quotes + len(gold)
        hits += sum(_source_right(text, quote, one_gold) for quote, one_gold in _matched(text, mine, gold))
    return Figures(2 * common / max(1, told + gold_words), 2 * hits / max(1, quotes + gold_quotes), speed)


def _matched(text: str, mine: list[Quote], gold: list[dict[str, Any]]) -> Iterator[tuple[Quote, dict[str, Any]]]:
    ours = [tokens(text, quote.content) for quote in mine]
    theirs = [tokens(text, map(tuple, quote["content"])) for quote in gold]
    pairs = [(len(a & b) / len(a | b), -i, -j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a & b]
    used: set[tuple[str, int]] = set()
    for overlap, i, j in sorted(pairs, reverse=True):
        if overlap >= 0.5 and ("mine", i) not in used and ("gold", j) not in used:
            used |= {("mine", i), ("gold", j)}
            yield mine[-i], gold[-j]


def _source_right(text: str, quote: Quote, gold: dict[str, Any]) -> bool:
    if quote.source is None or not gold.get("source"):
        return False
    start, end = gold["source"][0]
    phrase = re.split(r"[,(–—:;\n]|\b(?:of|for|who|in|at|from|on|to|with|and)\b", text[start:end])[0]
    last = [match.start() for match in WORD.finditer(phrase)] or [0]
    return quote.source[0] <= start + last[-1] < quote.source[1]


def saksi_reader() -> Callable[[str], list[Quote]]:
    """Saksi, events and all."""
    from saksi import Article, Reader

    reader = Reader("en")

    def read(text: str) -> list[Quote]:
        record = reader.read(Article(text=text))
        return [
            Quote(
                tuple((s.start, s.end) for s in one.content), (one.source.start, one.source.end) if one.source else None
            )
            for one in record.statements
        ]

    return read


def textacy_reader(pipeline: str | None) -> tuple[Callable[[str], list[Quote]], str]:
    """Textacy's quotations with a spaCy pipeline, and the name of that."""
    import spacy
    from spacy.language import Language
    from textacy.extract.triples import direct_quotations

    if pipeline:
        nlp = spacy.load(pipeline)
    else:
        from simplemma import lemmatize

        from saksi.reading.model import load_model

        nlp = load_model("en")

        @Language.component("dictionary_lemmas")
        def lemmas(doc: Any) -> Any:
            for token in doc:
                token.lemma_ = lemmatize(token.lower_, lang="en")
            return doc

        nlp.add_pipe("dictionary_lemmas", last=True)
        nlp.enable_pipe("parser")

    def read(text: str) -> list[Quote]:
        try:
            found = list(direct_quotations(nlp(text)))
        except ValueError:
            return []  # it gives up on a text with an odd number of marks
        return [
            Quote(
                ((one.content.start_char, one.content.end_char),),
                (one.speaker[0].idx, one.speaker[-1].idx + len(one.speaker[-1])),
            )
            for one in found
        ]

    return read, f"{nlp.meta['name']} {nlp.meta['version']}"


def table(texts: list[dict[str, Any]], pipeline: str | None) -> str:
    """The figures of both as a table in Markdown."""
    import spacy
    import textacy

    from saksi.version import __version__

    theirs, name = textacy_reader(pipeline)
    rows = [
        (f"Saksi {__version__}, events included", measure(texts, saksi_reader())),
        (f"textacy {textacy.__version__} with {name}", measure(texts, theirs)),
    ]
    lines = ["| | content-token F1 | end-to-end F1 | words per CPU-second |", "|---|---|---|---|"]
    lines += [f"| {name} | {f.content:.3f} | {f.end_to_end:.3f} | {f.speed:,.0f} |" for name, f in rows]
    ratio = rows[0][1].speed / rows[1][1].speed
    words = sum(len(one["text"].split()) for one in texts)
    lines.append(
        f"\n{len(texts)} texts, {words:,} words; spaCy {spacy.__version__}, Python {platform.python_version()}, "
        f"{platform.machine()}, one core, the same run. Saksi reads {ratio:.1f} times as fast."
    )
    return "\n".join(lines)


def main() -> None:
    """Measure, and put the table into docs/benchmarks.md between its marks."""
    texts = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    told = table(texts, sys.argv[2] if len(sys.argv) > 2 and sys.argv[2] else None)
    print(told)
    marked.write("peers", told)


if __name__ == "__main__":
    main()
