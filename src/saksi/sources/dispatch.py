"""One file to its articles: which kind it is, by suffix and else by content, and the reader for that kind."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from saksi.errors import SourceError
from saksi.record import Article, Record
from saksi.sources.encoding import decode, starts_as_utf16
from saksi.sources.html import Extractor, article_from_html
from saksi.sources.jsonl import article_from_object, articles_from_lines, parse_json, record_from_object
from saksi.sources.kinds import Kind, kind_by_content, kind_of
from saksi.sources.pieces import FIRST_LINE, MAX_JSON, MAX_PAGE, Chained, text_bytes, whole
from saksi.sources.remote import open_binary
from saksi.sources.text import article_from_text
from saksi.sources.trouble import Unread, os_trouble, trouble
from saksi.sources.walk import STDIN
from saksi.sources.warc import articles_from_warc

Item = Article | Record | Unread


def read_file(path: str, *, max_chars: int, records: bool = False, extractor: Extractor = "careful") -> Iterator[Item]:
    """The articles of one file, or of standard input for ``-``, and what could not be read. Raises nothing.

    With ``records`` the records that Saksi has written come as they are.
    """
    try:
        if path == STDIN:
            yield from _read_stream(path, sys.stdin.buffer, None, max_chars, records, extractor)
        else:
            kind, zipped = kind_of(path)
            # An archive is unzipped record by record, by what reads it.
            with open_binary(path) as file, _unzipped(file) if zipped and kind != "warc" else file as stream:
                yield from _read_stream(path, stream, kind, max_chars, records, extractor)
    except SourceError as error:
        yield Unread.of(path, "", error)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Unread.of(path, "", trouble("S215", f"it cannot be uncompressed ({error})"))
    except OSError as error:
        yield Unread.of(path, "", os_trouble(error))


def _unzipped(file: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.open(file))


def _read_stream(
    path: str, stream: BinaryIO, kind: Kind | None, max_chars: int, records: bool, extractor: Extractor
) -> Iterator[Item]:
    if kind == "warc":
        yield from _read_archive(path, stream, max_chars, extractor)
        return
    first = stream.readline(FIRST_LINE)
    while kind is None and not first.strip() and len(first) < FIRST_LINE and (line := stream.readline(FIRST_LINE)):
        first += line  # blank lines tell nothing
    if kind in (None, "jsonl") and starts_as_utf16(first):
        # Lines of UTF-16 do not end where a byte says so: turn the whole into UTF-8 first.
        text = decode(whole(first, stream, MAX_JSON)).text
        data = text.encode("utf-8", "surrogatepass")
        first, stream = b"", io.BytesIO(data)
        kind = kind or kind_by_content(data[:FIRST_LINE])
    kind = kind or kind_by_content(first)
    if kind == "jsonl":
        if path == STDIN or not stream.seekable():
            yield from _read_lines(path, io.BufferedReader(Chained(first, stream)), max_chars, records)
        else:
            stream.seek(0)
            yield from _read_lines(path, stream, max_chars, records)
    elif kind == "html":
        yield article_from_html(whole(first, stream, MAX_PAGE), max_chars=max_chars, extractor=extractor)
    elif kind == "json":
        yield from _read_json(path, whole(first, stream, MAX_JSON), max_chars, records)
    else:
        yield article_from_text(text_bytes(first, stream, max_chars), max_chars=max_chars)


def _read_lines(path: str, stream: BinaryIO, max_chars: int, records: bool) -> Iterator[Item]:
    found = False
    for number, item in articles_from_lines(stream, max_chars=max_chars, records=records):
        found = True
        if isinstance(item, Article | Record):
            yield item
            continue
        yield Unread.of(path, f"line {number}", item)
        if number == 1 and item.code == "S211":
            return  # a binary file under this name: one report, not one for each of its "lines"
    if not found:
        raise trouble("S210", "it is empty")


def _read_json(path: str, data: bytes, max_chars: int, records: bool) -> Iterator[Item]:
    if not data.strip():
        raise trouble("S210", "it is empty")
    try:
        value, _ = parse_json(data.removeprefix(b"\xef\xbb\xbf"))
    except SourceError as error:
        if error.code != "S230" or kind_by_content(data) != "jsonl":
            raise
        yield from _read_lines(path, io.BytesIO(data), max_chars, records)  # JSON Lines under the name .json
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        try:
            record = record_from_object(item) if records else None
            yield record or article_from_object(item, max_chars=max_chars)
        except SourceError as error:
            yield Unread.of(path, f"item {number}" if isinstance(value, list) else "", error)
    if value == []:
        raise trouble("S210", "the list is empty")


def _read_archive(path: str, stream: BinaryIO, max_chars: int, extractor: Extractor) -> Iterator[Item]:
    for place, item in articles_from_warc(stream, max_chars=max_chars, extractor=extractor):
        yield item if isinstance(item, Article) else Unread.of(path, place, item)
