"""JSON Lines and JSON: articles as objects, and records that Saksi has written before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec

from saksi.errors import RecordError, SourceError
from saksi.record import Article, Record
from saksi.sources.encoding import decode, mojibake_notes
from saksi.sources.text import checked
from saksi.sources.trouble import trouble

_ALIASES: Final = {"published": ("published", "date"), "language": ("language", "lang")}
_STRINGS: Final = (
    "id", "url", "outlet", "wire", "dateline", "byline", "published", "retrieved", "language", "title",
)  # fmt: skip
_LISTS: Final = ("links", "notes")
# A character of the text takes at most so many bytes as escapes (\ud83d\ude00); the rest is for the other fields.
_BYTES_PER_CHAR: Final = 12
_OTHER_FIELDS: Final = 1 << 16
_CHUNK: Final = 1 << 20


Parsed = Article | Record | SourceError


def articles_from_lines(
    stream: BinaryIO, *, max_chars: int = 1_000_000, records: bool = False
) -> Iterator[tuple[int, Parsed]]:
    """Each line that is not blank, by its number from 1: the article, or why there is none.

    Lines are read one by one, and one that is too long is passed over without being held in memory. With ``records``
    a record that Saksi has written comes as it is, and not as its article; the lines may be longer then.
    """
    limit = max_chars * _BYTES_PER_CHAR * (1 + 7 * records) + _OTHER_FIELDS
    number = 0
    while line := stream.readline(limit):
        number += 1
        if len(line) == limit and not line.endswith(b"\n"):
            size = limit + _skip_rest(stream)
            yield number, trouble("S213", f"the line has {size:,} bytes, too many for {max_chars:,} characters")
        elif number == 1 and line.startswith(b"\xef\xbb\xbf"):
            yield number, _from_line(line[3:], max_chars, records)
        elif line.strip():
            yield number, _from_line(line, max_chars, records)


def article_from_object(value: object, *, max_chars: int = 1_000_000) -> Article:
    """The article in a JSON object; ``text`` is taken to the letter, unknown fields are ignored.

    A record that Saksi has written (``{"schema": ..., "article": {...}}``) gives its article.

    Raises:
        SourceError: no object (S231), no text (S232), text that is no string (S233), empty (S210), too long (S213) or
            with half a surrogate pair (S234).
    """
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("article"), dict):
        value = value["article"]
    if not isinstance(value, dict):
        raise trouble("S231", f"it is {_name(value)}, not an object with a text")
    text = value.get("text")
    if text is None:
        raise trouble("S232", 'it has no field "text"')
    if not isinstance(text, str):
        raise trouble("S233", f'"text" is {_name(text)}, not a string')
    if (half := _half_pair(text)) is not None:
        raise trouble("S234", f'"text" holds half a surrogate pair at character {half}')
    return _article(checked(text, max_chars), value)


def record_from_object(value: object) -> Record | None:
    """The record in a JSON object that Saksi has written; null if it is something else.

    Raises:
        SourceError: it says that it is a record, and is none (S235).
    """
    if not isinstance(value, dict) or "schema" not in value or "reader" not in value:
        return None
    try:
        record = Record.from_dict(value)
    except RecordError as error:
        raise trouble("S235", f"it is no record that this Saksi knows: {error.what}") from error
    text = record.article.text
    wrong = next((span for span in record.spans() if text[span.start : span.end] != span.text), None)
    if wrong is not None:
        raise trouble("S235", f"its words {wrong.text[:40]!r} do not stand at {wrong.start} of its text")
    return record


def parse_json(data: bytes) -> tuple[object, tuple[str, ...]]:
    """The value in ``data``, in UTF-8 or another encoding that ``decode`` knows, and notes on the encoding.

    Raises:
        SourceError: the encoding (S211, S212) or the JSON (S230) is broken; the message tells line and column.
    """
    try:
        return msgspec.json.decode(data), ()
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        decoded = decode(data)
        return _parse_slowly(decoded.text), tuple(n for n in decoded.notes if n.startswith("decoded"))


def _parse_slowly(text: str) -> object:
    # The standard library accepts a little more (lone surrogates, NaN), and knows where a fault is.
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise trouble("S230", f"the JSON is broken at {place}: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise trouble("S230", f"the JSON cannot be read: {error}") from error


def _from_line(line: bytes, max_chars: int, records: bool) -> Parsed:
    try:
        value, notes = parse_json(line.rstrip(b"\r\n"))
        if records and (record := record_from_object(value)) is not None:
            return record
        article = article_from_object(value, max_chars=max_chars)
        return msgspec.structs.replace(article, notes=(*article.notes, *notes)) if notes else article
    except SourceError as error:
        return error


def _skip_rest(stream: BinaryIO) -> int:
    size = 0
    while piece := stream.readline(_CHUNK):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _article(text: str, fields: dict[str, Any]) -> Article:
    found: dict[str, Any] = {}
    notes: list[str] = []
    for name in _STRINGS:
        value = next((fields[alias] for alias in _ALIASES.get(name, (name,)) if fields.get(alias)), None)
        if isinstance(value, int) and name == "id":
            value = str(value)
        if isinstance(value, str) and _half_pair(value) is None:
            found[name] = value
        elif value:
            notes.append(
                f"field {name!r} ignored: {'half a surrogate pair' if isinstance(value, str) else _name(value)}"
            )
    for name in _LISTS:
        value = fields.get(name)
        if isinstance(value, list):
            found[name] = tuple(v for v in value if isinstance(v, str) and _half_pair(v) is None)
    kept = found.pop("notes", ())
    new = (note for note in (*mojibake_notes(text), *notes) if note not in kept)
    return Article(text=text, **found, notes=(*kept, *new))


def _half_pair(text: str) -> int | None:
    """Where half a surrogate pair stands, which JSON can write but no encoding can hold."""
    try:
        text.encode()  # quicker than a search
    except UnicodeEncodeError as error:
        return error.start
    return None


def _name(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
