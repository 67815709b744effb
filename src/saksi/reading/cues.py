"""Cues: the words of a sentence that may attribute something, by the construction they stand in."""

from __future__ import annotations

from typing import NamedTuple

from saksi.reading.lexicon import CueKind, Lexicon, Reporting
from saksi.reading.view import View

DASHES = frozenset(("-", "--", "–", "—", "―"))
CLOSERS = frozenset('”"»’\',?!…„″“')


class Cue(NamedTuple):
    """A possible cue at token ``at``."""

    at: int
    kind: CueKind


def find_cues(view: View, known: Lexicon, a: int, b: int) -> list[Cue]:
    """The possible cues among the tokens ``a:b`` of one sentence, quoted words left out, in order."""
    kinds, lexicon = known.cues, known.reporting
    found = []
    for i in range(a, b):
        kind = kinds.get(view.words[i])
        if kind is None or view.quote_at[i] is not None:
            continue
        if kind in ("after", "enclitic"):
            if not follows_words(view, i, a):
                if view.words[i] not in lexicon.noun.cues:
                    continue
                kind = "noun"
            elif kind == "after" and not _names_source(view, lexicon, i, b):
                continue
        elif kind == "active" and _not_said(view, lexicon, i, a):
            continue
        elif kind == "passive" and i > a and follows_words(view, i, a):
            kind = "after"
        found.append(Cue(i, kind))
    return found


def follows_words(view: View, i: int, a: int) -> bool:
    """Whether the token stands after words that it may close: at a mark, or at the sentence's start."""
    if i == a:
        return True
    return view.words[i - 1] in CLOSERS or view.quote_at[i - 1] is not None or view.words[i - 1] in DASHES


def _names_source(view: View, lexicon: Reporting, i: int, b: int) -> bool:
    """Whether a source can begin after the bare cue at ``i``: a name, a noun, a pronoun, but no function word."""
    if i + 1 >= b:
        return False
    word, pos = view.words[i + 1], view.pos[i + 1]
    words = lexicon.words
    if word in lexicon.pronouns.singular or word in lexicon.pronouns.plural:
        return True
    if word in words.prepositions or word in words.that or word in words.negators or word in words.coordinators:
        return False
    return pos in ("PROPN", "NOUN", "DET", "NUM", "ADJ", "X") or view.forms[i + 1][0].isupper()


def _not_said(view: View, lexicon: Reporting, i: int, a: int) -> bool:
    """Whether the verb at ``i`` is negated, or something yet to be said."""
    words = lexicon.words
    j = i - 1
    while j >= a and (view.words[j] in words.adverbs) and view.words[j] not in words.negators:
        j -= 1
    if j < a:
        return False
    if view.words[j] in words.negators:
        return view.words[i] not in lexicon.active.deny
    return view.words[j] in words.unsaid
