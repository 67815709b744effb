"""Plain text files: the content of the file is the article."""

from __future__ import annotations

from saksi.record import Article
from saksi.sources.encoding import decode
from saksi.sources.trouble import trouble


def article_from_text(data: bytes, *, max_chars: int = 1_000_000) -> Article:
    r"""The article in the bytes of a text file; ends of lines become ``\n``, nothing else is altered.

    A headline on the first line stays in the text, for nothing says that it is one. ``max_chars`` is in characters.

    Raises:
        SourceError: no text (S211), an unknown encoding (S212), empty (S210) or too long (S213).
    """
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Article(text=checked(text, max_chars), notes=decoded.notes)


def checked(text: str, max_chars: int) -> str:
    """The text itself, if it holds anything and is not longer than ``max_chars``.

    Raises:
        SourceError: empty or only white space (S210), or too long (S213).
    """
    if not text or text.isspace():
        raise trouble("S210", "it is empty" if not text else "it holds nothing but white space")
    if len(text) > max_chars:
        raise trouble("S213", f"its text has {len(text):,} characters; the limit is {max_chars:,}")
    return text
