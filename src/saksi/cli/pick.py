"""Picking: one article out of what a path holds, and a place in its text."""

from __future__ import annotations

import re

from saksi.errors import OptionError, SourceError
from saksi.record import Article
from saksi.sources import Unread, read_paths

_SHOWN = 5  # ids named where one must be chosen


def article_of(path: str, wanted: str | None, max_chars: int) -> Article:
    """The article of a path: the only one, or the first whose id, or hash of the text, is ``wanted``.

    Raises:
        SourceError: the path holds nothing that can be read.
        OptionError: it holds several articles and none is wanted, or not the one that is.
    """
    articles: list[Article] = []
    unread: Unread | None = None
    for item in read_paths([path], max_chars=max_chars):
        if isinstance(item, Unread):
            unread = unread or item
        elif wanted is None:
            articles.append(item)
            if len(articles) > _SHOWN:
                break
        elif wanted in (item.id, item.text_hash):
            return item
        else:
            articles = [item]  # one is enough to know that there are some
    if not articles and unread:
        place = f"{unread.path}, {unread.where}" if unread.where else unread.path
        raise SourceError(f"{place}: {unread.reason}", code=unread.code, hint=unread.hint)
    if wanted is not None:
        raise OptionError(f"{path}: no article has the id {wanted!r}", hint="`saksi read` writes the id of each")
    if len(articles) > 1:
        ids = ", ".join(one.id or one.text_hash for one in articles[:_SHOWN])
        more = " …" if len(articles) > _SHOWN else ""
        raise OptionError(f"{path} holds more than one article", hint=f"choose one with --id: {ids}{more}")
    return articles[0]


def place_of(text: str, words: str) -> int:
    """Where words first stand in a text: as they are, else in any case, else within longer words.

    Raises:
        OptionError: they do not stand in it.
    """
    parts = r"\s+".join(re.escape(word) for word in words.split())
    whole = rf"(?<!\w){parts}(?!\w)"
    for pattern, flags in ((whole, re.NOFLAG), (whole, re.IGNORECASE), (parts, re.IGNORECASE)):
        if parts and (match := re.search(pattern, text, flags)):
            return match.start()
    raise OptionError(f"{words!r} does not stand in the text", hint="copy the words from `saksi read --format table`")
