"""Web archives (WARC): the pages in them as articles, each with its address and the time it was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from msgspec.structs import replace

from saksi.errors import SourceError
from saksi.record import Article
from saksi.sources.html import Extractor, article_from_html
from saksi.sources.trouble import trouble

_PAGES: Final = ("text/html", "application/xhtml+xml")
_MAX_PAGE: Final = 20_000_000
_OK: Final = range(200, 300)

Place = str


def articles_from_warc(
    stream: BinaryIO, *, max_chars: int = 1_000_000, extractor: Extractor = "careful"
) -> Iterator[tuple[Place, Article | SourceError]]:
    """The pages of an archive in order, each with its place (address), and why one gives no article.

    Requests, pictures and pages that were not found are passed over: no article is missed in them. An archive that is
    cut off or damaged ends with the reason (S240), and what stands before it comes.

    Raises:
        SourceError: fastwarc is not installed (S241).
    """
    try:
        from fastwarc.stream_io import StreamError
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise trouble("S241", "web archives need the package fastwarc") from error
    found = 0
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            found += bool(record.http_headers)  # an archive that ends in a head has a record without any
            if (page := _page(record)) is not None:
                yield page[0], _article(*page, max_chars, extractor)
    except (StreamError, EOFError, ValueError, OSError) as error:
        yield f"after record {found}", trouble("S240", f"the archive is damaged or cut off there ({error})")
        return
    if not found:
        yield "", trouble("S240", "it holds no responses of web servers")


def _page(record: Any) -> tuple[Place, bytes | None, str | None] | None:
    """The address, the bytes (null: too many) and the time of a page; null for what is no page."""
    headers = record.http_headers
    kind = (record.http_content_type or "").lower()
    if headers is None or headers.status_code not in _OK or kind not in _PAGES:
        return None
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    date = record.record_date
    data = record.reader.read(_MAX_PAGE + 1)
    if len(data) < min(record.content_length, _MAX_PAGE):
        raise EOFError("a page ends before its length")
    return url, data if len(data) <= _MAX_PAGE else None, date.isoformat() if date else None


def _article(
    url: Place, data: bytes | None, retrieved: str | None, max_chars: int, extractor: Extractor
) -> Article | SourceError:
    try:
        if data is None:
            raise trouble("S214", f"it has more than {_MAX_PAGE:,} bytes")
        article = article_from_html(data, max_chars=max_chars, extractor=extractor)
    except SourceError as error:
        return error
    return replace(article, url=url or article.url, retrieved=retrieved)
