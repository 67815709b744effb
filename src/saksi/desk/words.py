"""Words as the index holds them: lemmas without capitals and accents, in the order of the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_LANGUAGES: Final = ("id", "en")


def lemmas(text: str, language: str | None) -> str:
    """The lemmas of a text with spaces between them; both languages are tried where it is neither of them."""
    chosen = (language,) if language in _LANGUAGES else _LANGUAGES
    return " ".join(_lemma(word, chosen) for word in _WORD.findall(text))


@lru_cache(maxsize=200_000)
def _lemma(word: str, languages: tuple[str, ...]) -> str:
    from simplemma import lemmatize

    return folded(lemmatize(word, lang=languages))


def folded(word: str) -> str:
    """A word without capitals and accents."""
    plain = word.casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
