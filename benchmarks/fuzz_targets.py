"""What is fuzzed: a function a target, which takes the bytes of a case and raises when something is wrong."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

import msgspec

from benchmarks.fuzz_data import Choices, record
from saksi.errors import RecordError, SourceError
from saksi.exports import FORMATS, plover, webannotation, writer
from saksi.exports.tables import TABLES, rows
from saksi.reading.lexicon import load_lexicon
from saksi.reading.segments import segment
from saksi.record import Article, Record
from saksi.sources import article_from_html, article_from_text, find_furniture, load_rules
from saksi.sources.jsonl import articles_from_lines, record_from_object
from saksi.sources.warc import articles_from_warc

Target = Callable[[bytes], None]
_MOST: Final = 5_000


def text_source(data: bytes) -> None:
    """Bytes as a text file: an article, or the reason why there is none."""
    _tried(lambda: article_from_text(data, max_chars=_MOST))


def lines_source(data: bytes) -> None:
    """Bytes as JSON Lines: for each line an article, a record or a reason."""
    for number, item in articles_from_lines(io.BytesIO(data), max_chars=_MOST, records=True):
        assert number > 0
        if isinstance(item, Article):
            _check(item)


def object_source(data: bytes) -> None:
    """An object with texts of all kinds as a line."""
    choices = Choices(data)
    fields: dict[str, Any] = {"text": choices.text(half=True)}
    for name in ("id", "url", "title", "published", "language", "notes", "links", "schema", "reader", "article"):
        kind = choices.number(8)
        if kind < 4:
            fields[name] = (choices.text(3, half=True), [choices.text(2), 1], choices.number(99), {})[kind]
    lines_source(json.dumps(fields).encode() + b"\n" + msgspec.json.encode(choices.number(9)))


def page_source(data: bytes) -> None:
    """Bytes as a page."""
    _tried(lambda: article_from_html(data, max_chars=_MOST))


def archive_source(data: bytes) -> None:
    """Bytes as a web archive."""
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " if data[:1] > b"\x80" else b""
    for _, item in articles_from_warc(io.BytesIO(head + data), max_chars=_MOST):
        if isinstance(item, Article):
            _check(item)


def segments(data: bytes) -> None:
    """Paragraphs and sentences lie in the text, in order and apart, and hold every letter."""
    text = Choices(data).text(200, half=True)
    found = segment(text, load_lexicon("id").segments.abbreviations)
    spans = [(s.start, s.end) for p in found.paragraphs for s in p.sentences]
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, letter in enumerate(text) if letter.isalpha())


def furniture(data: bytes) -> None:
    """Furniture lies in the text, in order."""
    text = Choices(data).text(120, half=True)
    for language in ("id", "en"):
        for span in find_furniture(text, load_rules(language)).spans:
            assert 0 <= span.start <= span.end <= len(text)


def records(data: bytes) -> None:
    """A record goes into its plain form and into JSON, and comes back the same."""
    made = record(Choices(data))
    assert Record.from_dict(made.to_dict()) == made
    assert Record.from_dict(msgspec.json.decode(made.to_json())) == made
    assert record_from_object(made.to_dict()) == made


def broken_records(data: bytes) -> None:
    """A record of which something is missing or of another kind is refused by name, or it is a record."""
    choices = Choices(data)
    form = record(choices).to_dict()
    part: Any = form
    while isinstance(part, dict | list) and part:
        key = choices.of(sorted(part)) if isinstance(part, dict) else choices.number(len(part))
        if not isinstance(part[key], dict | list) or not part[key] or choices.number(3) == 0:
            part[key] = choices.of((None, -1, "", "x", [], {}, 1.5, True, [[]], {"start": "1"}))
            break
        part = part[key]
    try:
        Record.from_dict(form)
        record_from_object(form)
    except (RecordError, SourceError):
        pass


def exports(data: bytes) -> None:
    """Every format takes any record that follows the schema."""
    made = record(Choices(data))
    for name, lines in rows(made).items():
        assert all(len(one) == len(TABLES[name]) for one in lines)
    writers = (*map(writer, FORMATS), plover.write, webannotation.write)
    stream = io.StringIO()
    writers[len(data) % len(writers)]([made], stream)
    stream.getvalue().encode()


def _tried(read: Callable[[], Article]) -> None:
    try:
        article = read()
    except SourceError as error:
        assert error.code.startswith("S2")
        assert error.hint
        return
    _check(article)


def _check(article: Article) -> None:
    """An article has a text that any encoding of Unicode can hold, and so have its fields."""
    assert article.text.strip()
    assert len(article.text) <= _MOST
    msgspec.json.encode(article)
    repr(article).encode()
    article.text.encode()


# The share of the cases that each gets, by what a case costs.
TARGETS: Final[dict[str, tuple[Target, int]]] = {
    "text": (text_source, 20),
    "lines": (lines_source, 20),
    "objects": (object_source, 12),
    "pages": (page_source, 2),
    "archives": (archive_source, 3),
    "segments": (segments, 14),
    "furniture": (furniture, 6),
    "records": (records, 10),
    "broken records": (broken_records, 10),
    "exports": (exports, 6),
}
