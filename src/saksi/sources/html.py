"""News pages: the body of the article by trafilatura (or a quicker extractor), and what the page says about it."""

from __future__ import annotations

import re
from typing import Final, Literal

from saksi.errors import SourceError
from saksi.record import Article
from saksi.sources.encoding import decode
from saksi.sources.html_careful import extract
from saksi.sources.html_fast import extract as extract_fast
from saksi.sources.text import checked
from saksi.sources.trouble import trouble

Extractor = Literal["careful", "fast"]
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD_BYTES: Final = 8192
_LANGUAGE_SAMPLE: Final = 1000
# Shorter than the shortest report: what the extractor takes where there is only a menu.
_MIN_TEXT: Final = 40
_OLD_CODES: Final = {"in": "id"}  # Indonesian was "in" until 1989, and Java-made pages still say so


def article_from_html(data: bytes, *, max_chars: int = 1_000_000, extractor: Extractor = "careful") -> Article:
    r"""The article in the bytes of an HTML page: paragraphs joined by ``\n``, no markup.

    Title, address, outlet, byline, date (ISO) and language are the page's own; ``links`` are the texts of links to
    other reports that stood between the paragraphs. Null where the page does not say. The ``fast`` extractor finds no
    ``links``, and less of the rest.

    Raises:
        SourceError: no text file (S211, S212), no article in it (S220), too long (S213), or the extractor is not
            installed (S243).
    """
    match = _DECLARED.search(data[:_HEAD_BYTES])
    decoded = decode(data, declared=match[1].decode("ascii", "ignore") if match else None)
    try:
        facts, paragraphs, links = (extract_fast if extractor == "fast" else extract)(decoded.text)
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
    facts["language"] = _believed(_code(facts["language"] or ""), text)
    return Article(text=checked(text, max_chars), links=tuple(links), notes=decoded.notes, **facts)


def _code(marked: str) -> str | None:
    """The code in what a page is marked as ("id-ID"), or null if there is none."""
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
