"""Content: the words that a cue attributes, and the quotation that they may be."""

from __future__ import annotations

from typing import NamedTuple

from saksi.reading.function_lexicon import Function
from saksi.reading.quotations import Quotation
from saksi.reading.view import View

_SCARE = 3  # fewer words than this in marks are a term, not an utterance


class Content(NamedTuple):
    """Where the content after a cue begins (a token), why it counts, and the quotation that it is, if it is one."""

    start: int
    mark: str
    quotation: Quotation | None = None


def quotation_at(view: View, words: Function, j: int, b: int) -> Content | None:
    """The quotation that begins at ``j``, past a comma, a colon or a complementiser."""
    k = j
    while k < min(b, j + 3) and (view.words[k] in (",", ":", "-", "–") or view.words[k] in words.that or view.blank(k)):
        k += 1
    quotation = view.quote_at[k] if k < b else None
    if quotation is None or view.start[k] > quotation.start:
        return None
    long = len(view.text[quotation.start : quotation.end].split()) >= _SCARE
    return Content(k, "quotation", quotation) if long or k > j else None


def unquote(view: View, words: Function, start: int, b: int, mark: str) -> Content | None:
    """The content that begins at ``start``: the quotation there, if one begins, else the words themselves."""
    if start >= b:
        return None
    return quotation_at(view, words, start, b) or Content(start, mark)
