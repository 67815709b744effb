"""Noun phrases by the parse: from a head to the whole phrase around it, and to the person that it describes."""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.source_phrases import classify, source_after
from saksi.reading.titles import holder_behind
from saksi.reading.view import View

_VERBS = ("VERB", "AUX")
_LEFT = ("det", "amod", "compound", "nummod", "nmod", "flat", "case")


def phrase_around(view: View, lexicon: Lexicon, head: int, a: int, b: int) -> Source | None:
    """The source whose head is the token ``head``: the phrase around it, with the name beside it if it has one."""
    head = _possessed(view, lexicon, head, b)
    start = _phrase_start(view, lexicon, head, a)
    entity = view.entity_at[head]
    if entity is not None and entity.label == "PER":
        return Source(start, entity.end, max(entity.start, start), "PER")
    if (holder := holder_before(view, start, a)) is not None:
        return holder
    if (holder := source_after(view, lexicon, start, b)) is not None and holder.label == "PER":
        return holder
    end = max(_phrase_end(view, lexicon, head, b), entity.end if entity is not None else 0)
    if (named := holder_behind(view, lexicon, start, end, b)) is not None:
        return Source(named.start, named.end, named.start, "PER")
    if (holder := holder_at_end(view, lexicon, start, b)) is not None:
        return holder
    return classify(view, lexicon, start, end)


def _possessed(view: View, lexicon: Lexicon, head: int, b: int) -> int:
    """What the name at ``head`` owns, if a possessive follows it: "Tamimi's" lawyer."""
    entity = view.entity_at[head]
    end = entity.end if entity is not None else head + 1
    if end >= b - 1 or view.words[end] not in lexicon.reporting.syntax.possessives:
        return head
    return next(
        (k for k in range(end + 1, b) if view.pos[k] in ("NOUN", "PROPN") and view.head[k] not in range(end, k)), head
    )


def holder_at_end(view: View, lexicon: Lexicon, start: int, b: int) -> Source | None:
    """The person named right before the verb, at the end of a long office: "Head of the committee Leonid Slutsky"."""
    last = b - 1
    while last > start and (view.pos[last] in ("AUX", "ADV") or view.words[last] in lexicon.reporting.words.adverbs):
        last -= 1
    entity = view.entity_at[last]
    if entity is None or entity.label != "PER" or entity.end != last + 1 or entity.start <= start:
        return None
    between = range(start, entity.start)
    whole = all(view.words[k] != "," and view.pos[k] not in ("VERB", "SCONJ", "PRON") for k in between)
    office = any(view.words[k] in lexicon.titles.roles for k in between)
    return Source(start, entity.end, entity.start, "PER") if whole and office else None


def holder_before(view: View, start: int, a: int) -> Source | None:
    """The person whom the phrase only describes: "Cai Jian, an expert at Fudan University, said"."""
    entity = view.entity_at[start - 2] if start - 2 >= a and view.words[start - 1] == "," else None
    if entity is None or entity.label != "PER" or entity.end != start - 1:
        return None
    return Source(entity.start, entity.end, entity.start, "PER")


def _phrase_start(view: View, lexicon: Lexicon, head: int, a: int) -> int:
    """The first word of the noun phrase whose head is ``head``."""
    entity = view.entity_at[head]
    start = k = entity.start if entity is not None else head
    while k > a:
        k -= 1
        inside = view.entity_at[k]
        if inside is not None and k + 1 == start:
            start = k = max(inside.start, a)
            continue
        if view.words[k] in lexicon.reporting.syntax.possessives and k > a:
            start = k
            continue
        if view.words[k] in lexicon.reporting.words.days and view.pos[k] == "PROPN":
            break
        if view.words[k] == "-" and k > a and view.end[k - 1] == view.start[k] and view.end[k] == view.start[k + 1]:
            start = k = k - 1  # "a 31-year-old sapper"
            continue
        near = start <= view.head[k] <= head or k < view.head[k] < start
        if view.pos[k] in ("PUNCT", "VERB", "SCONJ", "CCONJ", "ADP", "ADV") and view.dep[k] not in ("case", "amod"):
            break
        if not near or view.dep[k].split(":")[0] not in _LEFT or (view.dep[k] == "case" and view.pos[k] == "ADP"):
            break
        start = k
    return start


def _phrase_end(view: View, lexicon: Lexicon, head: int, b: int) -> int:
    """Past the last word of the noun phrase whose head is ``head``: with what says of whom or for whom it speaks."""
    words, end = lexicon.reporting.words, head + 1
    while end < b:
        entity = view.entity_at[end]
        if entity is not None and entity.start < end:
            end = min(entity.end, b)
            continue
        dep, word = view.dep[end].split(":")[0], view.words[end]
        if view.pos[end] in ("PUNCT", *_VERBS, "SCONJ"):
            break
        if word in words.relative or word in words.adverbs or view.quote_at[end]:
            break
        if view.pos[end] == "ADV" or (word in words.days and entity is None):
            break
        if not _within(view, end, head):
            break
        if dep == "case" and word not in words.inner_prepositions and word not in lexicon.reporting.syntax.possessives:
            break
        end += 1
    return end


def _within(view: View, k: int, head: int) -> bool:
    """Whether the token ``k`` hangs on ``head``, near or far, by what belongs to a noun phrase."""
    for _ in range(12):
        if k == head:
            return True
        if view.head[k] == k or view.dep[k].split(":")[0] in ("acl", "advcl", "conj", "cc", "punct", "nsubj", "appos"):
            return False
        k = view.head[k]
    return False
