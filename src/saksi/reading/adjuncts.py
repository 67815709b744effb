"""Adjuncts: what may stand between a verb and its subject, or between it and its content, and belongs to neither."""

from __future__ import annotations

from saksi.reading.function_lexicon import Function
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import CLOSING, opening_bracket
from saksi.reading.titles import COMMA, is_degree
from saksi.reading.view import View

_REACH = 30  # tokens that an adjunct may run to before its comma


def skip_back(view: View, lexicon: Lexicon, j: int, a: int) -> int:
    """Leftwards over what may stand between a subject and its verb: adverbs, dates, parentheses."""
    words = lexicon.reporting.words
    while j >= a:
        word = view.words[j]
        if word in CLOSING:
            depth_at = opening_bracket(view, j, a)
            if depth_at is None:
                return j
            j = depth_at - 1
        elif j > a and view.words[j - 1] in words.manner and view.pos[j] in ("ADJ", "ADV", "NOUN", "VERB"):
            j -= 2  # "secara konsisten"
        elif (degree := _before_degree(view, j, a)) < j:
            j = degree
        elif view.blank(j) or (word in words.adverbs and not _is_demonstrative(view, lexicon, j, a)):
            j -= 1
        elif (
            _is_demonstrative(view, lexicon, j, a)
            and view.pos[j - 1] == "PROPN"
            and view.words[j - 1] not in words.days
        ):
            return j  # "Guru Besar UIN ini", but "Senin ini"
        elif word in words.days or word[0].isdigit():
            j -= 1
            if j >= a and view.words[j] in words.prepositions:
                j -= 1
            if j >= a and view.words[j] == COMMA:
                j -= 1
        elif word == COMMA and j > a and view.words[j - 1] in words.days:
            j -= 1
        else:
            return j
    return j


def _before_degree(view: View, j: int, a: int) -> int:
    """Leftwards over a degree and its comma: "Kartika Sari, S.H., M.Sc."; else ``j``."""
    if j > a and is_degree(view.forms[j]):
        return j - 2 if view.words[j - 1] == COMMA else j - 1
    return j - 1 if j > a and view.words[j] == COMMA and is_degree(view.forms[j - 1]) else j


def _is_demonstrative(view: View, lexicon: Lexicon, j: int, a: int) -> bool:
    """Whether "itu", "tersebut", "ini" closes a noun phrase: "kementerian itu" is a subject."""
    return (
        view.words[j] in lexicon.reporting.words.demonstratives
        and j > a
        and view.pos[j - 1] in ("NOUN", "PROPN", "ADJ", "X")
    )


def past_adjuncts(view: View, words: Function, j: int, b: int) -> tuple[int, str]:
    """Past what may stand between a verb and its content, and whether a comma ends it."""
    if view.words[j] in (",", ":"):
        return j + 1, "comma"
    k = j
    if view.words[k] in words.prepositions or view.words[k] in words.days:
        if (comma := _adjunct_comma(view, words, k, b)) is not None:
            return comma + 1, "comma"
        if view.words[k] in words.days or (k + 1 < b and view.words[k + 1] in words.days):
            first = k
            k += view.words[k] not in words.days
            while k < b and (view.words[k] in words.days or view.words[k][0].isdigit() or view.words[k] in "(/)"):
                k += 1
            dated = any(not view.forms[i][0].islower() for i in range(first, k))
            return (k, "") if dated else (j, "")  # "saat ini" belongs to what is said
    if view.words[k] == "(":
        while k < b and view.words[k] != ")":
            k += 1
        return min(k + 1, b), ""
    return j, ""


def _adjunct_comma(view: View, words: Function, k: int, b: int) -> int | None:
    """The comma that ends the adjunct at ``k``, dates and brackets passed over."""
    depth = 0
    for i in range(k, min(b, k + _REACH)):
        word = view.words[i]
        depth += (word in "([") - (word in ")]")
        if word != "," or depth or view.quote_at[i]:
            continue
        following = view.words[i + 1] if i + 1 < b else ""
        if (
            following in words.days
            or following in words.relative
            or following[:1].isdigit()
            or following in words.prepositions
        ):
            continue
        return i if following else None
    return None
