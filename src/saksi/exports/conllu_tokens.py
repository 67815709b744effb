"""The words of a parsed sentence as rows of CoNLL-U, numbered without the spaces that a parser takes for words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

_EMPTY: Final = "_"
_NO_LEMMA: Final = frozenset(("PUNCT", "SYM", "NUM", "PROPN", "X"))
_SPACE: Final = r"\s"
_SPACES: Final = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}


class Words(NamedTuple):
    """A sentence: the rows of its words, and its text as they tell it."""

    text: str
    start: int
    end: int
    rows: list[str]


def words_of(sentence: Sentence, text: str, language: str, notes: Callable[[int, int], list[str]]) -> Words | None:
    """The rows of a sentence; null where it has no word.

    Args:
        sentence: a sentence of a parse.
        text: the text of the article, which offsets count in.
        language: its code, for lemmas where the model gives none.
        notes: what MISC is to hold of the characters from a start to an end.
    """
    tokens = [token for token in sentence if token.text.strip()]
    if not tokens:
        return None
    number = {token.i: n for n, token in enumerate(tokens, start=1)}
    root = next((token for token in tokens if _head(token, number) is None), tokens[0])
    rows, parts = [], []
    for n, token in enumerate(tokens):
        start, end = token.idx, token.idx + len(token)
        last = n + 1 == len(tokens)
        gap = "" if last else text[end : tokens[n + 1].idx]
        head = None if token is root else _head(token, number) or root
        form = _form(token.text)
        misc = [f"start_char={start}", f"end_char={end}", *notes(start, end), *_gap(gap, last)]
        rows.append("\t".join((
            str(n + 1), form, _lemma(token, form, language), token.pos_ or _EMPTY, token.tag_ or _EMPTY,
            str(token.morph) or _EMPTY, str(number[head.i]) if head else "0",
            _relation(token) if head else "root", _EMPTY, "|".join(misc),
        )))  # fmt: skip
        parts += [form, " " if gap else ""]
    return Words("".join(parts), tokens[0].idx, tokens[-1].idx + len(tokens[-1]), rows)


def _head(token: Token, number: dict[int, int]) -> Token | None:
    """The nearest word above a word, in its sentence; null for its root."""
    for above in _above(token):
        if above.i in number:
            return above
    return None


def _above(token: Token) -> Iterator[Token]:
    while token.head.i != token.i:
        token = token.head
        yield token


def _relation(token: Token) -> str:
    relation = token.dep_
    return relation if relation and relation != "ROOT" else "dep"


def _form(text: str) -> str:
    """The word without what would end a cell or a line."""
    return " ".join(text.split()) if any(map(str.isspace, text)) else text


def _gap(gap: str, last: bool) -> list[str]:
    """What stands between a word and the next, where that is not one space; unusual spaces are told as usual ones."""
    if last or gap == " ":
        return []
    return [f"SpacesAfter={''.join(_SPACES.get(one, _SPACE) for one in gap)}"] if gap else ["SpaceAfter=No"]


def _lemma(token: Token, form: str, language: str) -> str:
    """The model's lemma, or else the dictionary's; what is no word of a dictionary is its own."""
    if token.lemma_:
        return _form(token.lemma_)
    return form if token.pos_ in _NO_LEMMA else _looked_up(form, language)


@cache
def _dictionary(language: str) -> bool:
    from simplemma import lemmatize

    try:
        lemmatize("a", lang=language)
    except ValueError:
        return False
    return True


def _looked_up(form: str, language: str) -> str:
    from simplemma import lemmatize

    return lemmatize(form, lang=language) if _dictionary(language) else _EMPTY
