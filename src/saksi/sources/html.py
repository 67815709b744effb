"""News pages: the body of the article by trafilatura (or a quicker extractor), and what the page says about it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from saksi.errors import SourceError
from saksi.record import Article
from saksi.sources.encoding import decode
from saksi.sources.html_fast import extract as extract_fast
from saksi.sources.page_tree import parse_page, prune_clutter, wrap_loose_text
from saksi.sources.text import checked
from saksi.sources.trouble import trouble

Extractor = Literal["careful", "fast"]
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD_BYTES: Final = 8192
_CHATTY: Final = ("trafilatura", "htmldate", "courlan", "charset_normalizer", "justext", "urllib3")
_PARAGRAPHS: Final = ("p", "head", "item", "quote", "cell", "ab")
# A paragraph of which so large a share is link text points to other pages, if it is a list item or this short.
_LINK_SHARE: Final = 0.7
_MAX_LINK_LINE: Final = 200
# A list item of fewer words that ends no sentence is part of a menu.
_MIN_ITEM_WORDS: Final = 14
_ITEM_ENDS: Final = (".", "!", "?", ";", ":", '"', "”", ",")
_BREAK: Final = "\u2028"  # the line separator: stands for <br> until the text is split
_LANGUAGE_SAMPLE: Final = 1000
# Shorter than the shortest report: what the extractor takes where there is only a menu.
_MIN_TEXT: Final = 40
# Below this the quick extraction may have missed the article: try the thorough one.
_SHORT_BODY: Final = 250
_OLD_CODES: Final = {"in": "id"}  # Indonesian was "in" until 1989, and Java-made pages still say so


def article_from_html(data: bytes, *, max_chars: int = 1_000_000, extractor: Extractor = "careful") -> Article:
    r"""The article in the bytes of an HTML page: paragraphs joined by ``\n``, no markup.

    Title, address, outlet, byline, date (ISO) and language are the page's own; ``links`` are the texts of links to
    other reports that stood between the paragraphs. Null where the page does not say. The ``fast`` extractor finds no
    ``links``, and less of the rest.

    Raises:
        SourceError: no text file (S211, S212), no article in it (S220), too long (S213), or the extractor is not
            installed (S242).
    """
    match = _DECLARED.search(data[:_HEAD_BYTES])
    decoded = decode(data, declared=match[1].decode("ascii", "ignore") if match else None)
    try:
        facts, paragraphs, links = _extract_fast(decoded.text) if extractor == "fast" else _extract(decoded.text)
    except SourceError:
        raise
    except Exception as error:
        # Whatever a broken page does to the extractor must not end the reading of the others.
        raise trouble("S221", f"the page breaks the extractor ({type(error).__name__}: {error})") from error
    if paragraphs and facts.get("title") and facts["title"].startswith(paragraphs[0]):
        paragraphs = paragraphs[1:]  # the headline, which is kept as the title
    text = "\n".join(paragraphs)
    if len(text) < _MIN_TEXT:
        raise trouble("S220", "the page holds no text of an article")
    facts["language"] = _believed(facts["language"], text)
    return Article(text=checked(text, max_chars), links=tuple(links), notes=decoded.notes, **facts)


def _extract(markup: str) -> tuple[dict[str, Any], list[str], list[str]]:
    tree = parse_page(markup)
    if tree is None:
        return {}, [], []
    facts = _facts(tree)  # before pruning: headers and footers know the outlet and the date
    prune_clutter(tree)
    wrap_loose_text(tree)
    paragraphs, links = _body(tree, fast=True)
    if sum(map(len, paragraphs)) < _SHORT_BODY:
        thorough = _body(tree, fast=False)
        if sum(map(len, thorough[0])) > sum(map(len, paragraphs)):
            paragraphs, links = thorough
    return facts, paragraphs, links


def _extract_fast(markup: str) -> tuple[dict[str, Any], list[str], list[str]]:
    facts, paragraphs = extract_fast(markup)
    return facts | {"language": _code(facts["language"] or "")}, paragraphs, []


def _trafilatura() -> Any:
    """The extractor, imported at the first page only (it takes a second) and kept from writing to stderr."""
    for name in _CHATTY:
        logger = logging.getLogger(name)
        if logger.level == logging.NOTSET:
            logger.setLevel(logging.CRITICAL + 1)
    import trafilatura

    return trafilatura


def _facts(tree: Any) -> dict[str, Any]:
    page = _trafilatura().extract_metadata(tree, extensive=False)
    return {
        "url": page.url or None,
        "outlet": _outlet(page),
        "published": page.date or None,
        "title": page.title or None,
        "byline": page.author or None,
        "language": _language(tree),
    }


def _language(tree: Any) -> str | None:
    """The language that the page is marked as; ``en`` is believed after a look at the words only."""
    return _code(tree.get("lang") or tree.get("xml:lang") or "")


def _code(marked: str) -> str | None:
    code = re.split("[-_]", marked.strip())[0].lower()
    if not code.isalpha() or len(code) not in (2, 3):
        return None
    return _OLD_CODES.get(code, code)


def _believed(language: str | None, text: str) -> str | None:
    # Templates say "en" of pages in every language: four of fifteen Indonesian pages did.
    if language != "en":
        return language
    import py3langid

    found: str = py3langid.classify(text[:_LANGUAGE_SAMPLE])[0]
    return language if found == language else None


def _outlet(page: Any) -> str | None:
    """The name of the site, or of its host where the page gives the address of its Facebook page for a name."""
    name: str | None = page.sitename
    return page.hostname or None if not name or name.startswith("http") else name


def _body(tree: Any, *, fast: bool) -> tuple[list[str], list[str]]:
    """The paragraphs of the article, and the texts of the links that stood between them."""
    page = _trafilatura().bare_extraction(
        tree, fast=fast, include_comments=False, include_tables=False, include_links=True, with_metadata=False
    )
    paragraphs: list[str] = []
    links: list[str] = []
    for tag, text, linked in _pieces(page):
        share = linked / len(text)
        if share > _LINK_SHARE and (tag in ("item", "cell") or len(text) < _MAX_LINK_LINE):
            links.append(text)
        elif tag != "item" or len(text.split()) >= _MIN_ITEM_WORDS or text.endswith(_ITEM_ENDS):
            paragraphs.append(text)
    return paragraphs, links


def _pieces(page: Any) -> Iterator[tuple[str, str, int]]:
    """Tag, text and length of link text of each paragraph, list item, heading or quotation."""
    if page is None or page.body is None:
        return
    for mark in page.body.iter("lb"):
        mark.tail = _BREAK + (mark.tail or "")
    for element in page.body.iter(*_PARAGRAPHS):
        if not any(True for _ in element.iterdescendants(*_PARAGRAPHS)):
            linked = sum(len(_plain(link)) for link in element.iter("ref"))
            lines = [text for text in map(_squeeze, "".join(element.itertext()).split(_BREAK)) if text]
            yield from ((element.tag, text, linked if len(lines) == 1 else 0) for text in lines)


def _plain(element: Any) -> str:
    return _squeeze("".join(element.itertext()))


def _squeeze(text: str) -> str:
    return " ".join(text.split())
