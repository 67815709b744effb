"""Tokens: a text cut into words by a pipeline's tokeniser, in time that grows with its length only.

spaCy's tokeniser peels affixes off a word one by one and copies the rest each time: on a "word" of 100,000 quotation
marks that takes hours. Such runs are cut into pieces first; no word of any language is that long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

_PIECE = 200  # characters
_LONG = re.compile(rf"\S{{{_PIECE},}}")


def tokenise(nlp: Language, text: str) -> Doc:
    """The tokens of a text; joined again they are the text."""
    if not _LONG.search(text):
        return nlp.make_doc(text)
    docs = [nlp.make_doc(piece) for piece in _pieces(text)]
    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for match in _LONG.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        for start in range(match.start(), match.end(), _PIECE):
            yield text[start : min(start + _PIECE, match.end())]
        at = match.end()
    if at < len(text):
        yield text[at:]
