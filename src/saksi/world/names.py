"""How names are compared: what counts as the same name in every table."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from msgspec import Meta

Text = Annotated[str, Meta(pattern=r"^\S(.*\S)?$")]
Texts = tuple[Text, ...]
Code = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Item = Annotated[str, Meta(pattern="^Q[1-9][0-9]*$")]
ABBREVIATION = 3
APOSTROPHES = str.maketrans("‘’ʻʼ`", "'" * 5)


def key(name: str) -> str:
    """Reduce a name to what is compared: no article, one apostrophe, and no case if longer than three letters."""
    words = name.translate(APOSTROPHES).split()
    text = " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "The", "THE") else words)
    # Nearly every name is nothing but letters, and then there is no need to count them.
    letters = len(text) if text.isalpha() else sum(map(str.isalpha, text))
    return text if letters <= ABBREVIATION else text.casefold()


def loose_key(name: str) -> str:
    """Reduce a name further: a hyphen is a space, and letters lose their marks (Erdoğan, Timor-Leste)."""
    text = name if name.isascii() else unmarked(name)
    return key(text.replace("-", " ") if "-" in text else text)


def unmarked(text: str) -> str:
    """Write letters without their marks."""
    plain = text.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("đ", "d")
    return "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
