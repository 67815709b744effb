"""How names are compared: what counts as the same name in every table."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from msgspec import Meta

# The loader sees to it that no value begins or ends with a space: a pattern for each would take most of its time.
Text = Annotated[str, Meta(min_length=1)]
Texts = tuple[Text, ...]
Code = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Item = Annotated[str, Meta(pattern="^Q[1-9][0-9]*$")]
ABBREVIATION = 3
# With full stops and spaces ("U. S. A.").
LONGEST_ABBREVIATION = 9
# Those that NFD takes off the letters of European languages and of Vietnamese.
MARKS = re.compile("[\u0300-\u036f]+")
ODD = re.compile(r"`| [ -]|[^ -~]|^[Tt][Hh][Ee] ")
ARTICLES = frozenset({"the", "The", "THE"})
APOSTROPHES = str.maketrans("‘’ʻʼ`", "'" * 5)


def key(name: str) -> str:
    """Reduce a name to what is compared: no article, one apostrophe, and no case if longer than three letters."""
    words = name.translate(APOSTROPHES).split()
    text = " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
    return text if sum(map(str.isalpha, text)) <= ABBREVIATION else text.casefold()


def loose_key(name: str) -> str:
    """Reduce a name further: a hyphen is a space, and letters lose their marks (Erdoğan, Timor-Leste)."""
    if name.isascii():
        # Most names are words with nothing about them, and the tables hold some twenty thousand.
        if name.isalpha():
            return name if len(name) <= ABBREVIATION else name.lower()
        if len(name) > LONGEST_ABBREVIATION and not ODD.search(name):
            return name.replace("-", " ").lower()
        return key(name.replace("-", " "))
    return key(unmarked(name).replace("-", " "))


def unmarked(text: str) -> str:
    """Write letters without their marks."""
    plain = text.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("đ", "d")
    return MARKS.sub("", unicodedata.normalize("NFD", plain))
