"""Glue: names and verbs that a page ran together where a link swallowed the space ("Trumpmengatakan")."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.util import compile_infix_regex

from saksi.reading.lexicon import Reporting

_SHORTEST_CUE = 6  # letters: a shorter word may be the ending of a name
_NAME_LETTERS = range(3, 13)


def split_glued(nlp: Language, lexicon: Reporting) -> None:
    """Teach a pipeline's tokeniser to cut between a name and the reporting verb or preposition glued to it.

    A look-behind must be of fixed width, so each length of name is an alternative of its own.
    """
    active = lexicon.active
    words = active.say | active.marked | active.request | active.deny | lexicon.words.glued
    endings = "|".join(sorted(re.escape(word) for word in words if len(word) >= _SHORTEST_CUE or word in lexicon.words.glued))
    names = "|".join(rf"(?<=\b[A-Z][a-z]{{{n - 1}}})" for n in _NAME_LETTERS)
    finditer = nlp.tokenizer.infix_finditer
    given = [finditer.__self__.pattern] if finditer else []
    nlp.tokenizer.infix_finditer = compile_infix_regex([*given, rf"(?:{names})(?=(?:{endings})\b)"]).finditer
