"""What each stage of a reading costs: words a CPU-second, beside spaCy's own pipeline over the same texts.

All is measured in one process, in turns, and the least of the turns counts: other programs only ever make it slower.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.given import page, words, write_lines
from saksi.evaluation.speed import cpu_seconds
from saksi.exports.parquet import write_folder
from saksi.options import Options
from saksi.reading import Reader
from saksi.reading.assemble import assemble
from saksi.reading.draft import Draft
from saksi.reading.entities import mend_entities
from saksi.reading.pipeline import LanguageReader
from saksi.reading.segments import Segments
from saksi.reading.statements import find_statements
from saksi.reading.view import View
from saksi.record import Article, Record
from saksi.sources import article_from_html, read_paths
from saksi.sources.furniture import find_furniture

BATCH = Options().batch_size


class Stage(NamedTuple):
    """A stage and the words that it takes in a CPU-second."""

    name: str
    speed: float


class Stages(NamedTuple):
    """The stages in their order, bare spaCy, and what the whole reading and the parse cost in units of bare spaCy."""

    stages: list[Stage]
    whole: float
    spacy: float
    ratio: float
    parse_ratio: float


def measure(found: Sequence[Article], *, turns: int = 3) -> Stages:
    """Measure each stage over the articles; they should be known to be of an installed language."""
    least: dict[str, float] = {}
    _once(found[: 2 * BATCH], {})  # loads models and fills caches
    for _ in range(turns):
        _once(found, least)
    count = words(found)
    names = [name for name in least if name not in ("spacy", "whole")]
    stages = [Stage(name, count / least[name]) for name in names]
    parse = least["parse"] / least["spacy"]
    return Stages(
        stages, count / least["whole"], count / least["spacy"], least["whole"] / least["spacy"], parse
    )  # fmt: skip


def _once(found: Sequence[Article], least: dict[str, float]) -> None:
    """One turn: every stage once, over all articles; ``least`` keeps the best time of each."""

    def timed(name: str, work: Callable[[], Any]) -> Any:
        result: list[Any] = []
        seconds = cpu_seconds(lambda: result.append(work()))
        least[name] = min(seconds, least.get(name, seconds))
        return result[0]

    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        write_lines(found, beside / "lines.jsonl")
        pages = [page(one) for one in found]
        timed("sources: JSON Lines", lambda: list(read_paths([beside / "lines.jsonl"])))
        timed("sources: pages (HTML)", lambda: [article_from_html(one) for one in pages])
        groups = _by_language(found)
        prepared = timed("segments", lambda: [(r, [r._prepare(one) for one in part]) for r, part in groups])
        timed("parse", lambda: _parse(prepared))
        drafts = timed("statements", lambda: _statements(prepared))
        timed("speakers and events", lambda: _assembled(drafts))
        reader = Reader()
        records = timed("whole", lambda: [one for one in reader.pipe(found) if isinstance(one, Record)])
        timed("export (Parquet)", lambda: write_folder(records, beside / "tables"))
        timed("spacy", lambda: [list(r.nlp.pipe([one.text for one in part], batch_size=BATCH)) for r, part in groups])


_READERS: dict[str, LanguageReader] = {}


def _by_language(found: Sequence[Article]) -> list[tuple[LanguageReader, list[Article]]]:
    """The articles by the language that they say they are in, each with its reader."""

    def language(one: Article) -> str:
        return one.language or "id"

    groups = []
    for code, part in groupby(sorted(found, key=language), language):
        _READERS.setdefault(code, LanguageReader(code))
        groups.append((_READERS[code], list(part)))
    return groups


Prepared = list[tuple[LanguageReader, list[tuple[Any, tuple[Segments, Article]]]]]


def _parse(prepared: Prepared) -> None:
    for reader, docs in prepared:
        for at in range(0, len(docs), BATCH):
            reader.annotate([doc for doc, _ in docs[at : at + BATCH]])


def _statements(prepared: Prepared) -> list[tuple[LanguageReader, Draft, Any, Article]]:
    drafts = []
    for reader, docs in prepared:
        for doc, (segments, article) in docs:
            furniture = find_furniture(article.text, reader.furniture)
            view = View(doc, segments, article.text)
            aside = [(span.start, span.end) for span in furniture.spans]
            headings = [(p.start, p.end) for p in segments.paragraphs if p.heading]
            mend_entities(view, reader.lexicon, aside + headings)
            draft = find_statements(Draft(view, reader.lexicon, furniture=aside, published=article.published))
            drafts.append((reader, draft, furniture, article))
    return drafts


def _assembled(drafts: list[tuple[LanguageReader, Draft, Any, Article]]) -> None:
    for reader, draft, furniture, article in drafts:
        assemble(draft, article, furniture, reader.info, reader.world)
