"""Sources of credits: whom a preposition names, where he ends, and what stands between him and his words."""

from __future__ import annotations

from saksi.reading.content import content_after
from saksi.reading.draft import Source
from saksi.reading.scope import Scope
from saksi.reading.source_phrases import source_after

_COMMA = 24  # tokens after a source within which its comma must come


def credited(scope: Scope, at: int) -> tuple[Source | None, int] | None:
    """The source that the preposition names and where it ends; null where it names none ("menurut rencana")."""
    view, data = scope.view, scope.lexicon.reporting.preposition
    if view.words[at] in data.enclitic:
        return None, at + 1
    end = at + 1
    while end < scope.b and view.words[end] in data.carriers:
        end += 1
    if end < scope.b and view.words[end] in data.not_source:
        return None
    if view.words[at] in data.carried and not (scope.is_opener(scope.a, at) and at + 1 < end < scope.b):
        return None
    if view.words[at] in data.carried and view.entity_at[end] is None:
        return None
    entity = view.entity_at[end] if end < scope.b else None
    if entity is not None and entity.label == "PER" and entity.start == end:
        return Source(end, entity.end, end, "PER"), entity.end
    source = source_after(view, scope.lexicon, end, scope.b) if end < scope.b else None
    while source is None and end > at + 1:
        end -= 1  # "according to the report": what else carries a source is one here
        source = source_after(view, scope.lexicon, end, scope.b)
    if source is None:
        return None
    if view.words[at] in data.personal:
        relative = source.end < scope.b and view.words[source.end] in scope.lexicon.reporting.words.relative
        if source.label not in ("PER", "PRON") or at > scope.a or relative:
            return None
    return source, source.end


def past_credit(scope: Scope, i: int) -> int:
    """Past a credit that stands between a source and its words: "Menurut X, seperti dilansir AFP, Jumat, ..."."""
    view, words = scope.view, scope.lexicon.reporting.words
    first = i + (view.words[i] in words.likes)
    if first >= scope.b or view.words[first] not in scope.lexicon.reporting.outlet.cues:
        return i
    for k in range(first, scope.b - 1):
        if view.words[k] == "," and view.words[k + 1] not in words.days:
            return k + 1
    return i


def past_that(scope: Scope, i: int) -> int:
    """Past the complementiser at ``i``, if one stands there: "Menurut X, bahwa ..."."""
    return i + (i + 1 < scope.b and scope.view.words[i] in scope.lexicon.reporting.words.that)


def comma_after(scope: Scope, end: int) -> int | None:
    """The comma that ends the credit whose source ends at ``end``; null if a quotation or nothing follows."""
    view = scope.view
    for k in range(end, min(scope.b - 1, end + _COMMA)):
        if view.words[k] == ",":
            return k
        if view.quote_at[k]:
            return None
    return None


def verb_follows(scope: Scope, i: int) -> bool:
    """Whether a verb of saying with content of its own follows: then it, and not the preposition, attributes."""
    view, words = scope.view, scope.lexicon.reporting.words
    while i < scope.b and view.words[i] in words.adverbs:
        i += 1
    if i >= scope.b or scope.lexicon.cues.get(view.words[i]) != "active":
        return False
    return content_after(view, scope.lexicon.reporting, i, scope.b) is not None


def is_adjunct(scope: Scope, i: int) -> bool:
    """Whether what follows a closing credit is the article's own: "..., menurut X, tanpa merinci ..."."""
    word, words = scope.view.words[i], scope.lexicon.reporting.words
    return word in words.prepositions or word in words.relative or word in words.contrast or word in words.days
