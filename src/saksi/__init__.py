"""Saksi reads news reports and keeps the record of who said what, and according to whom.

>>> import saksi
>>> record = saksi.read("“Kami siap,” kata Menteri Luar Negeri Rahma Sari.")
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from saksi.errors import SaksiError
from saksi.options import Options
from saksi.record import Actor, Article, Record, Span, Statement
from saksi.version import __version__

if TYPE_CHECKING:
    from saksi.desk import Desk, Filter, open_desk
    from saksi.reading import Reader

__all__ = [
    "Actor",
    "Article",
    "Desk",
    "Filter",
    "Options",
    "Reader",
    "Record",
    "SaksiError",
    "Span",
    "Statement",
    "__version__",
    "open_desk",
    "read",
]


def read(article: str | Article, *, language: str | None = None) -> Record:
    """The record of one article, or of a plain text.

    Args:
        article: the text, or an article with what is known of it.
        language: the code of its language; null to find it.

    Raises:
        LanguageError: the language is not installed, or could not be told.
        ModelError: its model is missing.
        SourceError: the text is too long to be an article.
    """
    return _reader(language).read(article)


@cache
def _reader(language: str | None) -> Reader:
    from saksi.reading import Reader

    return Reader(language)


def __getattr__(name: str) -> Any:
    # The reader brings spaCy with it, which takes a second to import: it waits until someone asks.
    if name == "Reader":
        from saksi.reading import Reader

        return Reader
    if name in ("Desk", "Filter", "open_desk"):  # likewise the database's library
        from saksi import desk

        return getattr(desk, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
