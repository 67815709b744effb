"""The articles that the benchmarks read: one's own, or the project's, as many as are asked for and in several forms."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Final

import msgspec

from saksi.errors import SourceError
from saksi.evaluation.speed import articles
from saksi.record import Article

PROJECT: Final = ("gold/id", "gold/en", "examples/desk")
_LEAD: Final = 80  # words of an article that is cut short
_HEAD: Final = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# What surrounds the text of a news page: the extractor has to tell it from the article.
_MENU: Final = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in ["world", "asia", "trade", "sport"])
_PAGE: Final = (
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    "<style>p {{ margin: 1em }}</style><script>var page = {{}};</script></head>"
    '<body><nav class="menu"><ul>{menu}</ul></nav><main><article><h1>{title}</h1>\n{body}\n</article></main>'
    '<aside class="related"><ul>{menu}</ul></aside><footer><p>All rights reserved.</p></footer></body></html>'
)


def given(paths: Sequence[str]) -> list[Article]:
    """The articles of files and folders; without any, those of the project.

    Raises:
        SourceError: there are none.
    """
    found = list(articles(paths or PROJECT))
    if not found:
        raise SourceError(f"no articles in {', '.join(paths)}", hint="name files or folders of articles")
    return found


def words(texts: Iterable[Article]) -> int:
    """The words of articles, as text between spaces."""
    return sum(len(one.text.split()) for one in texts)


def repeated(found: Sequence[Article], count: int) -> list[Article]:
    """So many articles, by repeating those that there are."""
    return list(islice(cycle(found), count))


def own_words(found: Sequence[Article], count: int, *, whole: int) -> Iterator[Article]:
    """So many articles by repetition, each with three words that no other has.

    Of each ``10 * whole`` articles the first ``whole`` come at full length, of the others the first paragraphs. New
    words are what makes a worker grow: spaCy keeps every word that it has ever seen.
    """
    for number, article in enumerate(islice(cycle(found), count)):
        text = article.text if number // whole % 10 == 0 else lead(article.text)
        names = ", ".join(_word(3 * number + k) for k in range(3))
        yield msgspec.structs.replace(article, text=f"{text}\n{names}.", id=f"n{number}")


def lead(text: str) -> str:
    """The first paragraphs of a text, up to the one in which its 80th word stands."""
    kept: list[str] = []
    for paragraph in text.split("\n"):
        kept.append(paragraph)
        if sum(len(one.split()) for one in kept) >= _LEAD:
            break
    return "\n".join(kept)


def _word(number: int) -> str:
    letters = []
    while number:
        number, rest = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[rest])
    return "Qu" + "".join(letters)


def write_lines(found: Iterable[Article], path: Path) -> None:
    """Write articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        for one in found:
            stream.write(json.dumps({"text": one.text, "id": one.id}, ensure_ascii=False) + "\n")


def page(article: Article) -> bytes:
    """An article as a page of a news site: menu, headline, paragraphs, links to others, footer."""
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in article.text.split("\n") if line.strip())
    title = html.escape(article.title or article.text.strip()[:60])
    return _PAGE.format(language=article.language or "", title=title, menu=_MENU, body=body).encode()


def write_archive(found: Iterable[Article], path: Path) -> None:
    """Write articles as the pages of a web archive, gzipped record by record as Common Crawl's are."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    with path.open("wb") as stream:
        for number, article in enumerate(found):
            record = WarcRecord()
            record.init_headers(record_type=WarcRecordType.response, record_urn=f"<urn:saksi:{number}>".encode())
            record.headers["WARC-Target-URI"] = f"https://news.example/{number}"
            record.headers["WARC-Date"] = "2026-01-01T00:00:00Z"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(_HEAD + page(article))
            plain = BytesIO()
            record.write(plain)
            stream.write(gzip.compress(plain.getvalue()))
