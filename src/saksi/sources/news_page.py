"""The page of an entry: what the web answers, read as an article like a page that was saved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from msgspec.structs import replace

from saksi.record import Article
from saksi.sources.feed import Entry
from saksi.sources.fetch import Answer
from saksi.sources.html import article_from_html
from saksi.sources.trouble import trouble

_PAGES: Final = ("text/html", "application/xhtml+xml")


def article_of_page(answer: Answer, entry: Entry, *, max_chars: int = 1_000_000) -> Article:
    """The article of a page that was fetched, with the address where it stands and the time of fetching.

    Title and date are those of the page, and those of the feed where it names none.

    Raises:
        SourceError: it is no HTML (S260), or holds no article that can be read (S211 to S213, S220, S221).
    """
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    if kind and kind not in _PAGES:
        raise trouble("S260", f"it is no page but {kind}")
    article = article_from_html(answer.body, max_chars=max_chars)
    return replace(
        article,
        url=answer.url,
        title=article.title or entry.title,
        published=article.published or entry.published,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )
