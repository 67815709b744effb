"""News pages by trafilatura: the body, what the page says about it, and the links that stood in between."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, Final

from saksi.sources.page_tree import parse_page, prune_clutter, wrap_loose_text

_CHATTY: Final = ("trafilatura", "htmldate", "courlan", "charset_normalizer", "justext", "urllib3")
_PARAGRAPHS: Final = ("p", "head", "item", "quote", "cell", "ab")
# A paragraph of which so large a share is link text points to other pages, if it is a list item or this short.
_LINK_SHARE: Final = 0.7
_MAX_LINK_LINE: Final = 200
# A list item of fewer words that ends no sentence is part of a menu.
_MIN_ITEM_WORDS: Final = 14
_ITEM_ENDS: Final = (".", "!", "?", ";", ":", '"', "”", ",")
_BREAK: Final = "\u2028"  # the line separator: stands for <br> until the text is split
# Below this the quick extraction may have missed the article: try the thorough one.
_SHORT_BODY: Final = 250


def extract(markup: str) -> tuple[dict[str, Any], list[str], list[str]]:
    """What a page says about its article, the paragraphs of its body, and the links that stood between them."""
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
        "language": tree.get("lang") or tree.get("xml:lang"),
    }


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
