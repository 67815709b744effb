"""Reporting clauses: where one that follows its words begins, who speaks in it, and what shows that it closes them.

"..., an expert on missiles, David Wright said"; "..., the ministry said on Monday"; "Russia, he said, merely ...".
"""

from __future__ import annotations

from saksi.reading.complements import addressee_end
from saksi.reading.content import content_after
from saksi.reading.draft import Source
from saksi.reading.scope import MARKS, TRIM, Scope

LEAST = 5  # words that must stand before an unquoted "..., X mengatakan"
_LONGEST_DESCRIPTION = 10  # tokens


def past_description(scope: Scope, start: int) -> int:
    """Where the description begins that stands before a name: "..., an expert on missiles, David Wright said"."""
    view = scope.view
    if not scope.lexicon.reporting.syntax.parsed or start - 2 <= scope.a or view.words[start - 1] != ",":
        return start
    begin = next((k for k in range(start - 2, scope.a, -1) if view.words[k] == "," or view.quote_at[k]), scope.a)
    phrase = range(begin + 1, start - 1)
    office = any(view.words[k] in scope.lexicon.titles.roles for k in phrase)
    persons = any((e := view.entity_at[k]) is not None and e.label == "PER" for k in phrase)
    plain = not persons and all(view.pos[k] not in ("VERB", "AUX", "SCONJ") for k in phrase)
    return begin + 1 if office and plain and len(phrase) <= _LONGEST_DESCRIPTION else start


def follows_quotation(scope: Scope, start: int) -> bool:
    """Whether a quotation that opens the sentence ends right before the token."""
    before = start - 1
    while before > scope.a and scope.view.words[before] == ",":
        before -= 1
    quotation = scope.view.quote_at[before] if before >= scope.a else None
    if quotation is None or scope.view.start[before] < quotation.end - 1:
        return False
    return not scope.view.text[scope.sentence.start : quotation.outer_start].strip(TRIM + MARKS)


def clause_begin(scope: Scope, at: int, start: int) -> int:
    """Where the clause of the verb at ``at`` begins, whose source begins at ``start``: "KCNA quoted Kim as saying"."""
    view, words = scope.view, scope.lexicon.reporting.words
    if at == scope.a or view.words[at - 1] not in words.as_marks:
        return start
    floor = next((k + 1 for k in range(start - 1, scope.floor(at), -1) if view.quote_at[k]), scope.floor(at))
    subject = next(
        (k for k in range(floor, start) if view.dep[k].startswith("nsubj") and floor <= view.head[k] < at), start
    )
    opening = view.entity_at[subject] if subject < start else None
    begin = opening.start if opening is not None else subject
    while begin > scope.a and view.pos[begin - 1] in ("DET", "ADJ", "NOUN", "PROPN") and not view.quote_at[begin - 1]:
        begin -= 1
    return begin


def is_aside(scope: Scope, at: int) -> bool:
    """Whether the verb stands between commas within the words: "Russia, he said, merely respected it"."""
    view = scope.view
    k = at + 2
    while k < scope.b and (view.pos[k] == "ADV" or view.words[k] in scope.lexicon.reporting.words.adverbs):
        k += 1
    return k < scope.b and view.words[at + 1] == "," and view.pos[k] in ("VERB", "AUX")


def is_told(scope: Scope, start: int, end: int) -> bool:
    """Whether the tokens ``start:end`` hold a main clause: a verb outside the adjunct that may open them."""
    view, words = scope.view, scope.lexicon.reporting.words
    first = scope.skip_openers(start, end)
    counted = first + 1 < end and view.pos[first + 1] == "NUM"  # "Around 19 missiles failed"
    if (
        first < end
        and not counted
        and view.words[first] in words.prepositions | words.subordinators | scope.lexicon.reporting.syntax.participles
    ):
        first = next((k + 1 for k in range(first, end) if view.words[k] == "," and not view.quote_at[k]), end)
    return any(view.pos[k] in ("VERB", "AUX") and k > first for k in range(first, end)) and end - first >= LEAST - 1


def only_adjuncts(scope: Scope, at: int) -> bool:
    """Whether nothing is said behind the verb at ``at``: its end, a date, a place, whom it was told."""
    view, reporting = scope.view, scope.lexicon.reporting
    if view.words[at] not in reporting.active.say:
        return False
    k = at + 1
    if view.words[at] in reporting.active.addressed:
        k = addressee_end(view, at, k, scope.b)
    if k < scope.b and (view.words[k] == ":" or _opens_quotation(scope, k)):
        return False  # "the army said: “...”"
    if k >= scope.b or not view.words[k][0].isalnum():
        return True
    return content_after(view, reporting, at, scope.b) is None


def _opens_quotation(scope: Scope, k: int) -> bool:
    """Whether a quotation begins at the token ``k``."""
    quotation = scope.view.quote_at[k]
    return quotation is not None and scope.view.start[k] == quotation.outer_start


def speaks(scope: Scope, source: Source) -> bool:
    """Whether the phrase names somebody: a name, an office ("ketua parlemen") or a description ("para mediator")."""
    titles, first = scope.lexicon.titles, scope.view.words[source.start]
    return source.label != "DESC" or first in titles.roles or first in titles.descriptions


def ends_clause(scope: Scope, at: int) -> bool:
    """Whether the verb at ``at`` has nothing after it but adjuncts: "..., X mengatakan pada Senin"."""
    view, lexicon = scope.view, scope.lexicon.reporting
    if view.words[at] not in lexicon.active.say:
        return False
    following = view.words[at + 1] if at + 1 < scope.b else "."
    words = lexicon.words
    return following not in words.infinitive and (
        following in words.prepositions
        or following in words.days
        or following in words.likes
        or not following[0].isalnum()
    )
