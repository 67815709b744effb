"""One file to its articles: which kind it is, by suffix and else by content, and the reader for that kind."""

from __future__ import annotations

import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, Literal, cast

import msgspec

from saksi.errors import SourceError
from saksi.record import Article, Record
from saksi.sources.encoding import decode, looks_binary, starts_as_utf16
from saksi.sources.html import article_from_html
from saksi.sources.jsonl import article_from_object, articles_from_lines, parse_json, record_from_object
from saksi.sources.remote import open_binary
from saksi.sources.text import article_from_text
from saksi.sources.trouble import Unread, os_trouble, trouble
from saksi.sources.walk import STDIN
from saksi.sources.warc import articles_from_warc

Kind = Literal["text", "html", "jsonl", "json", "warc"]
Item = Article | Record | Unread
_SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".warc": "warc",
}
_HTML: Final = re.compile(
    rb"\s*<(?:!doctype|html|head|body|meta|title|article|section|div|p|!--|\?xml)\b", re.IGNORECASE
)
# Files that are read whole: text at 4 bytes a character, a page at 20 MB (as trafilatura), JSON at 256 MB.
_BYTES_PER_CHAR: Final = 4
_MAX_PAGE: Final = 20_000_000
_MAX_JSON: Final = 256_000_000
_FIRST_LINE: Final = 1 << 20


class _Chained(io.RawIOBase):
    """A first piece that was read to look at, and the rest of the stream behind it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._pieces = [io.BytesIO(first), rest]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while self._pieces:
            # A line at most, so that what comes from a pipe is handed on as it comes.
            data = self._pieces[0].readline(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
            self._pieces.pop(0)
        return 0


def read_file(path: str, *, max_chars: int, records: bool = False) -> Iterator[Item]:
    """The articles of one file, or of standard input for ``-``, and what could not be read. Raises nothing.

    With ``records`` the records that Saksi has written come as they are.
    """
    try:
        if path == STDIN:
            yield from _read_stream(path, sys.stdin.buffer, None, max_chars, records)
        else:
            kind, zipped = kind_of(path)
            # An archive is unzipped record by record, by what reads it.
            with open_binary(path) as file, _unzipped(file) if zipped and kind != "warc" else file as stream:
                yield from _read_stream(path, stream, kind, max_chars, records)
    except SourceError as error:
        yield Unread.of(path, "", error)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Unread.of(path, "", trouble("S215", f"it cannot be uncompressed ({error})"))
    except OSError as error:
        yield Unread.of(path, "", os_trouble(error))


def kind_of(path: str) -> tuple[Kind | None, bool]:
    """The kind that the name of a file tells (None: none), and whether it is compressed (.gz)."""
    name = Path(path)
    zipped = name.suffix.lower() == ".gz"
    return _SUFFIXES.get((name.with_suffix("") if zipped else name).suffix.lower()), zipped


def _unzipped(file: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.open(file))


def _read_stream(path: str, stream: BinaryIO, kind: Kind | None, max_chars: int, records: bool) -> Iterator[Item]:
    if kind == "warc":
        yield from _read_archive(path, stream, max_chars)
        return
    first = stream.readline(_FIRST_LINE)
    while kind is None and not first.strip() and len(first) < _FIRST_LINE and (line := stream.readline(_FIRST_LINE)):
        first += line  # blank lines tell nothing
    if kind in (None, "jsonl") and starts_as_utf16(first):
        # Lines of UTF-16 do not end where a byte says so: turn the whole into UTF-8 first.
        text = decode(_whole(first, stream, _MAX_JSON)).text
        data = text.encode("utf-8", "surrogatepass")
        first, stream = b"", io.BytesIO(data)
        kind = kind or _kind_by_content(data[:_FIRST_LINE])
    kind = kind or _kind_by_content(first)
    if kind == "jsonl":
        if path == STDIN or not stream.seekable():
            yield from _read_lines(path, io.BufferedReader(_Chained(first, stream)), max_chars, records)
        else:
            stream.seek(0)
            yield from _read_lines(path, stream, max_chars, records)
    elif kind == "html":
        yield article_from_html(_whole(first, stream, _MAX_PAGE), max_chars=max_chars)
    elif kind == "json":
        yield from _read_json(path, _whole(first, stream, _MAX_JSON), max_chars, records)
    else:
        yield article_from_text(_text_bytes(first, stream, max_chars), max_chars=max_chars)


def _text_bytes(first: bytes, stream: BinaryIO, max_chars: int) -> bytes:
    """The bytes of a text file, which is not read to its end where it must be longer than ``max_chars``."""
    limit = (max_chars + 1) * _BYTES_PER_CHAR  # one more for a byte order mark
    data = first + stream.read(limit + 1)
    if len(data) > limit and (starts_as_utf16(data) or not looks_binary(data)):
        raise trouble("S213", f"its text has more than {max_chars:,} characters")
    return data


def _kind_by_content(head: bytes) -> Kind:
    """The kind that the first line with anything on it tells."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(start):
        return "html"
    if start.startswith(b"{"):
        line, _, more = start.partition(b"\n")
        try:
            msgspec.json.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            # A brace alone opens an object over many lines; one with a key on its line is a broken JSON line.
            return "json" if len(line.strip()) < 3 or (not more and not line.rstrip().endswith(b"}")) else "jsonl"
        return "jsonl"
    return "json" if start.startswith((b"[{", b"[\n", b"[\r", b"[ {")) or start == b"[" else "text"


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
        if error.code != "S230" or _kind_by_content(data) != "jsonl":
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


def _read_archive(path: str, stream: BinaryIO, max_chars: int) -> Iterator[Item]:
    for place, item in articles_from_warc(stream, max_chars=max_chars):
        yield item if isinstance(item, Article) else Unread.of(path, place, item)


def _whole(first: bytes, stream: BinaryIO, limit: int) -> bytes:
    data = first + stream.read(limit + 1)
    if len(data) > limit:
        raise trouble("S214", f"it has more than {limit:,} bytes")
    return data
