"""Roles of persons: the title before a name, the apposition after it, and the affiliation that they name."""

from __future__ import annotations

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import Entity, View

_ROLE_REACH = 14  # tokens before a name that may be its title


def role_before(view: View, lexicon: Lexicon, start: int) -> tuple[int, int] | None:
    """The title before a name that begins at ``start``: "Wakil Menteri Luar Negeri Rusia" Sergey Ryabkov."""
    roles, words = lexicon.titles.roles, lexicon.reporting.words
    end = start
    while end > 0 and view.words[end - 1] in ",":
        end -= 1
    first, i = None, end - 1
    while i >= 0 and end - i <= _ROLE_REACH:
        word = view.words[i]
        if word == "." and i > 0 and view.words[i - 1] in lexicon.titles.address:
            i -= 1  # "Dr."
            continue
        if view.quote_at[i] or view.blank(i) or word in ".,:;!?":
            break
        if view.pos[i] in ("VERB", "AUX", "SCONJ", "PRON") and word not in roles and view.entity_at[i] is None:
            break
        if word in words.that or word in words.relative or word in words.contrast - words.joiners:
            break
        other = view.entity_at[i]
        if other is not None and other.label == "PER" and word not in roles:
            break
        if word in roles:
            first = i
        i -= 1
    if first is not None and lexicon.reporting.syntax.heads_last:
        first = _whole_office(view, lexicon, first)
    if end < start and first is not None and first > 0 and view.words[first - 1] in lexicon.titles.plural:
        return None  # "kepada para pemimpin redaksi, Putin menyatakan"
    if first is None or first >= end or all(w in lexicon.titles.address for w in view.words[first:end]):
        return None
    return first, end


def _whole_office(view: View, lexicon: Lexicon, first: int) -> int:
    """Where an office begins whose head comes last: "Corporate Affairs Minister", "Turkey's prime minister"."""
    while first > 0:
        before = first - 1
        owner = view.words[before] in lexicon.reporting.syntax.possessives
        inside = view.pos[before] in ("ADJ", "NOUN", "PROPN") and view.words[before] not in lexicon.reporting.words.days
        if not owner and not inside:
            break
        entity = view.entity_at[before]
        if entity is not None and entity.label == "PER":
            break
        first = before
    return first


def role_after(view: View, lexicon: Lexicon, end: int) -> tuple[int, int] | None:
    """The apposition after a name that ends at ``end``: Leif-Eric Easley, "profesor di Universitas Ewha"."""
    n = len(view.words)
    if end + 1 >= n or view.words[end] != ",":
        return None
    first = end + 1
    if view.words[first] in lexicon.titles.descriptions and first + 1 < n:
        first += 1
    if (
        view.words[first] not in lexicon.titles.roles
        and view.words[end + 1] not in lexicon.reporting.words.inner_prepositions
    ):
        return None
    if view.words[end + 1] in lexicon.reporting.words.inner_prepositions and (
        first >= n or view.entity_at[first + 1 if first + 1 < n else first] is None
    ):
        return None
    last = first
    while (
        last < n
        and view.words[last] not in ".,;:\n"
        and not view.blank(last)
        and view.quote_at[last] is None
        and last - first < 16
    ):
        if view.words[last] in lexicon.reporting.words.relative or (view.pos[last] == "VERB" and last > first):
            break
        last += 1
    return (end + 1, last) if last > first else None


def affiliation_in(view: View, a: int, b: int) -> str | None:
    """The organisation or country that a role names: the first organisation, else the last place."""
    found: Entity | None = None
    for i in range(a, b):
        entity = view.entity_at[i]
        if entity is None or entity.label == "PER":
            continue
        if entity.label == "ORG":
            return view.span(entity.start, entity.end)
        found = entity
    return view.span(found.start, found.end) if found else None
