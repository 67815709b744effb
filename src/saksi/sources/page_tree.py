"""A page's tree made ready for the extractor: clutter out, loose text into paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import lxml.html  # type: ignore[import-untyped]
import msgspec

# A part that holds more than this share of the page's text is no clutter, whatever it is called.
_MAX_CLUTTER_SHARE: Final = 0.3
# Loose text shorter than this many characters is a label, not a paragraph.
_MIN_PARAGRAPH: Final = 60


class PageParts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """pages.toml: what the parts of news pages are called."""

    clutter: tuple[str, ...]
    containers: tuple[str, ...]
    inline: frozenset[str]
    holders: tuple[str, ...]
    blocks: frozenset[str]


@lru_cache(maxsize=1)
def page_parts() -> PageParts:
    """The names in pages.toml, read once."""
    source = (files("saksi.sources") / "pages.toml").read_text("utf-8")
    return msgspec.toml.decode(source, type=PageParts)


@lru_cache(maxsize=1)
def _clutter_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(map(re.escape, page_parts().clutter))})(?:$|[\s_-])", re.IGNORECASE)


def parse_page(markup: str) -> Any:
    """The tree of a page (an lxml element), or None where there is no element at all."""
    # Bytes with a parser that knows their encoding: strings with an XML declaration are refused by lxml. The parser's
    # own limit on depth (256) stays on: it bounds what extraction costs, and no real page comes near it.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except lxml.etree.ParserError:
        return None


def prune_clutter(tree: Any) -> None:
    """Remove the parts that are named as clutter and hold little of the page's text."""
    limit = _MAX_CLUTTER_SHARE * len(tree.text_content())
    for element in list(tree.iter(*page_parts().containers)):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        clutter = len(name) > 1 and _clutter_pattern().search(name)
        if clutter and element.getparent() is not None and len(element.text_content()) < limit:
            element.drop_tree()


def wrap_loose_text(tree: Any) -> None:
    """Give every paragraph that stands loose among blocks a ``<p>`` of its own.

    Old Indonesian pages set the first paragraph straight into the ``<div>``, before the first ``<p>`` or between
    ``<br>``: extractors that go by paragraphs lose it, and with it who the report is about.
    """
    parts = page_parts()
    for holder in list(tree.iter(*parts.holders)):
        children = list(holder)
        if any(child.tag in parts.blocks for child in children):
            _wrap_children(holder, children, parts)


def _wrap_children(holder: Any, children: list[Any], parts: PageParts) -> None:
    tails = [child.tail for child in children]
    run = lxml.html.Element("p")
    run.text, holder.text = holder.text, None
    for child in children:
        child.tail = None  # which removal would take along
        holder.remove(child)
    for child, tail in zip(children, tails, strict=True):
        if child.tag in parts.inline and not any(True for _ in child.iter(*parts.blocks)):
            run.append(child)
            child.tail = tail
        else:
            _flush(holder, run)
            holder.append(child)
            run = lxml.html.Element("p")
            run.text = tail
    _flush(holder, run)


def _flush(holder: Any, run: Any) -> None:
    """Put a run of text and inline elements into its holder: as a paragraph if it is long enough, else as it was."""
    if len(" ".join(run.text_content().split())) >= _MIN_PARAGRAPH:
        holder.append(run)
        return
    if not len(run) and not (run.text or "").strip():
        return
    last = holder[-1] if len(holder) else None
    if last is None:
        holder.text = run.text
    elif run.text:
        last.tail = (last.tail or "") + run.text
    for child in list(run):
        holder.append(child)
