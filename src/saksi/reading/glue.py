"""Glue: names and verbs that a page ran together where a link swallowed the space ("Trumpmengatakan")."""

from __future__ import annotations

import re
from typing import cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from saksi.reading.lexicon import Lexicon

_SHORTEST_CUE = 6  # letters: a shorter word may be the ending of a name
_SHORTEST_VERB = 7
_NAME_LETTERS, _LONG_NAME_LETTERS, _STATE_LETTERS = range(3, 13), range(6, 13), range(4, 11)


def split_glued(nlp: Language, lexicon: Lexicon) -> None:
    """Teach a pipeline's tokeniser to cut between a name and the verb or preposition glued to it.

    A look-behind must be of fixed width, so each length of name is an alternative of its own.
    """
    active, glued = lexicon.reporting.active, lexicon.reporting.words.glued
    cues = {w for w in active.say | active.marked | active.request | active.deny if len(w) >= _SHORTEST_CUE}
    verbs = {
        w for w in lexicon.common if len(w) >= _SHORTEST_VERB and w.startswith(lexicon.reporting.words.verb_prefixes)
    }
    endings = "|".join(sorted(map(re.escape, cues | glued | verbs)))
    names = "|".join(rf"(?<=\b[A-Z][a-z]{{{n - 1}}})" for n in _NAME_LETTERS)
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    finditer = tokenizer.infix_finditer
    given = [finditer.__self__.pattern] if finditer else []
    long_names = "|".join(rf"(?<=\b[A-Z][a-z]{{{n - 1}}})" for n in _LONG_NAME_LETTERS)
    long_endings = "|".join(sorted(map(re.escape, lexicon.reporting.words.glued_long)))
    states = "|".join(rf"(?<=\b[A-Z][a-z]{{{n - 1}}})" for n in _STATE_LETTERS)
    patterns = [
        rf"(?:{names})(?=(?:{endings})\b)",
        rf"(?:{long_names})(?=(?:{long_endings})\b)",
        rf"(?:{states})(?=[A-Z][a-z]{{3}})",
        r"(?<=\b[A-Z]{2})(?=[A-Z][a-z]{3})",
        r"(?<=[a-z]{3})(?=[A-Z]{2})",
        r"(?<=[a-z])\.(?=[A-Z][a-z])",
    ]
    tokenizer.infix_finditer = compile_infix_regex([*given, *patterns]).finditer
