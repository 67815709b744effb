"""Titles: what stands between an office and the name of its bearer."""

from __future__ import annotations

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import Entity, View

COMMA = ","
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_LONGEST = 24  # tokens; no title is longer, and a scan must end
_TITLE = 6  # tokens of a title between a bracket and the name


def name_behind(view: View, lexicon: Lexicon, end: int, b: int) -> Entity | None:
    """The name behind a title that ends at ``end`` or goes on: "Duta Besar AS untuk PBB, Dorothy Shea"."""
    words, k = lexicon.reporting.words, end
    inside = words.inner_prepositions | words.joiners | lexicon.titles.portfolios
    at_end = view.words[end] in words.prepositions and end + 1 < b and view.entity_at[end + 1] is not None
    k += at_end  # "Letnan Jenderal pada Angkatan Darat AS"
    while k + 1 < b and k - end < _LONGEST:
        name = past_titles(view, lexicon, k + 1, b) if view.words[k] == COMMA else k
        entity = view.entity_at[name] if name < b else None
        if entity is not None and entity.label == "PER":
            free = view.words[k - 1] not in words.inner_prepositions | words.joiners
            return entity if free and entity.start == name else None
        if view.words[k] == COMMA or view.quote_at[k]:
            return None
        if entity is not None:
            k = entity.end
        elif bracket := past_brackets(view, lexicon, k, b):
            k = bracket
        elif (following := past_titles(view, lexicon, k, b)) > k:
            k = following
        elif (k > end and view.pos[k] in ("NOUN", "PROPN", "ADJ")) or view.words[k] in inside:
            k += 1
        else:
            return None
    return None


def holder_behind(view: View, lexicon: Lexicon, start: int, end: int, b: int) -> Entity | None:
    """The person who bears the office that the phrase ``start:end`` names: "the Turkish president, Emre Aydin, said".

    For languages in which the head of an office comes last, so that its holder stands right behind it.
    """
    if not lexicon.reporting.syntax.heads_last:
        return None
    name = past_titles(view, lexicon, end + (end < b and view.words[end] == COMMA), b)
    entity = view.entity_at[name] if name < b else None
    if entity is None or entity.label != "PER" or entity.start != name:
        return None
    office = any(view.words[k] in lexicon.titles.roles for k in range(start, end))
    return entity if office and (name > end or entity.end >= b or not view.words[entity.end][0].isalnum()) else None


def past_titles(view: View, lexicon: Lexicon, k: int, b: int) -> int:
    """Past the ranks and degrees that stand before a name: "Mayor Jenderal", "Prof. Dr."."""
    titles = lexicon.titles
    first = k
    while k < b and view.entity_at[k] is None:
        word = view.words[k].rstrip(".")
        stop = view.words[k] == "." and k > first and view.words[k - 1] in titles.address
        if (
            not stop
            and word not in titles.roles
            and word not in titles.address
            and word not in titles.ranks
            and view.words[k] not in titles.ranks
            and (k == first or word not in titles.portfolios)
        ):
            break
        k += 1
    return k


def past_brackets(view: View, lexicon: Lexicon, k: int, b: int) -> int | None:
    """Past an abbreviation in brackets that stands before a name: "Menteri Perdagangan (Mendag) Budi Santosa"."""
    if view.words[k] not in _OPEN or k + 3 >= b or view.words[k + 2] not in _CLOSE or view.quote_at[k]:
        return None
    for i in range(k + 3, min(b, k + 3 + _TITLE)):
        entity = view.entity_at[i]
        if entity is not None and entity.label == "PER":
            return k + 3
        small = view.words[i] in lexicon.reporting.words.inner_prepositions or view.words[i] == COMMA
        if not view.forms[i][0].isupper() and not small:
            return None
    return None


def is_degree(form: str) -> bool:
    """Whether a word is an academic degree: "M.Sc.", "S.I.P."."""
    return "." in form.rstrip(".") and form[0].isupper() and form.replace(".", "").isalpha()
