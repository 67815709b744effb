"""News pages by resiliparse: the body and what the page says about it, many times quicker than the careful way.

It goes by what parts of a page are called, in one pass in C, and keeps more of what is no article: captions, links to
other reports, bylines (docs/scale.md tells how much). For archives of millions of pages.
"""

from __future__ import annotations

import re
from typing import Any, Final

from saksi.sources.trouble import trouble

_SPACE: Final = re.compile(r"[^\S\n]+")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
# The first selector that a page answers to; ``content`` or the attribute named behind "@".
_FACTS: Final = {
    "url": ('link[rel="canonical"]@href', 'meta[property="og:url"]'),
    "outlet": ('meta[property="og:site_name"]',),
    "published": ('meta[property="article:published_time"]', 'meta[name="date"]', 'meta[itemprop="datePublished"]'),
    "title": ('meta[property="og:title"]', "title@"),
    "byline": ('meta[name="author"]',),
}


def extract(markup: str) -> tuple[dict[str, Any], list[str], list[str]]:
    """What a page says about its article, and the paragraphs of its body; of links between them it knows none.

    Raises:
        SourceError: resiliparse is not installed (S243).
    """
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError as error:
        raise trouble("S243", "quick extraction needs the package resiliparse") from error
    tree = HTMLTree.parse(markup)
    text = extract_plain_text(
        tree, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False, comments=False
    )
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return _facts(tree), [line for line in lines if line], []


def _facts(tree: Any) -> dict[str, Any]:
    facts = {name: _first(tree, selectors) for name, selectors in _FACTS.items()}
    day = _DAY.match(facts["published"] or "")
    root = tree.document.query_selector("html") if tree.document else None
    return facts | {"published": day[0] if day else None, "language": root.getattr("lang") if root else None}


def _first(tree: Any, selectors: tuple[str, ...]) -> str | None:
    for selector in selectors:
        path, at, name = selector.partition("@")
        if tree.head is not None and (element := tree.head.query_selector(path)) is not None:
            value = element.text if at and not name else element.getattr(name or "content")
            if value and value.strip():
                return " ".join(value.split())
    return None
