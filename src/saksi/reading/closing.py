"""Cues that close their words: "...," kata X; ..., katanya; "...," X menegaskan."""

from __future__ import annotations

from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution, Source
from saksi.reading.parsed_subjects import adjacent_subject
from saksi.reading.reported_words import words_before, words_behind
from saksi.reading.reporting_clauses import (
    LEAST,
    clause_begin,
    ends_clause,
    follows_quotation,
    is_aside,
    is_told,
    only_adjuncts,
    past_description,
    speaks,
)
from saksi.reading.scope import MARKS, SCARE, TRIM, Scope
from saksi.reading.source_phrases import source_after
from saksi.reading.subjects import subject_of

_FRONT = 20  # tokens within which a cue at the start must come to its comma


def read_after(scope: Scope, cue: Cue) -> Attribution | None:
    """A bare cue or one with an enclitic source, after the words that it reports."""
    view, at = scope.view, cue.at
    source, end = None, at + 1
    if cue.kind == "after":
        start = at + 1 + (at + 1 < scope.b and view.words[at + 1] in scope.lexicon.reporting.words.by)
        source = _past_carrier(scope, start) or source_after(view, scope.lexicon, start, scope.b)
        if source is None:
            return None
        end = source.end
    rule = "after-bare" if source else "after-enclitic"
    inherits = "own" if source else "context"
    left = words_before(scope, at)
    if left is None:
        return _front(scope, cue, source, rule, inherits)
    content, quoted = left
    if later := words_behind(scope, end, quoted):
        content.append(later)
    scope.hear(source)
    return Attribution(content, scope.chars(at, at + 1), source, rule, inherits=inherits, quoted=quoted)


def _past_carrier(scope: Scope, start: int) -> Source | None:
    """The body or person behind its words: "demikian pernyataan resmi IDF"."""
    i, carriers = start, scope.lexicon.reporting.preposition.carriers
    while i < scope.b and scope.view.words[i] in carriers:
        i += 1
    found = source_after(scope.view, scope.lexicon, i, scope.b) if start < i < scope.b else None
    return found if found is not None and speaks(scope, found) else None


def read_closing_verb(scope: Scope, cue: Cue) -> Attribution | None:
    """A verb with its subject after the words that it reports: "...," Anies menandaskan."""
    view = scope.view
    source = subject_of(view, scope.lexicon, cue.at, scope.floor(cue.at))
    if source is None or source.start <= scope.a:
        return None
    before = source.start - 1
    while before > scope.a and view.words[before] == ",":
        before -= 1
    quotation = view.quote_at[before]
    if quotation is None:
        enough = before + 1 < source.start and before - scope.floor(before) >= LEAST
        if not enough or scope.heard or not speaks(scope, source) or not ends_clause(scope, cue.at):
            return None
    elif len(view.text[quotation.start : quotation.end].split()) < SCARE:
        return None
    left = words_before(scope, source.start)
    if left is None or (quotation is not None and not left[1]):
        return None
    scope.hear(source)
    return Attribution(left[0], scope.chars(cue.at, cue.at + 1), source, "after-verb", quoted=left[1])


def read_closing(scope: Scope, cue: Cue) -> Attribution | None:
    """A verb that could open words as well, where it closes them: "...," X said in Geneva; "..., the ministry said".

    It closes a quotation that opens the sentence, whatever follows, and other words where only an adjunct follows.
    """
    view, at = scope.view, cue.at
    only = only_adjuncts(scope, at)
    floor = scope.floor(at)
    source = adjacent_subject(view, scope.lexicon, at, floor)
    if source is None or not (only or follows_quotation(scope, source.start)):
        source = subject_of(view, scope.lexicon, at, floor)
    if source is None or source.start <= scope.a or source.end > at:
        return None
    first = past_description(scope, clause_begin(scope, at, source.start))
    before = first - 1
    while before > scope.a and (view.words[before] == "," or view.blank(before)):
        before -= 1
    quotation = view.quote_at[before]
    if quotation is not None and view.start[before] >= quotation.end - 1:
        opens = not view.text[view.start[scope.floor(at)] : quotation.outer_start].strip(TRIM + MARKS)
        long = len(view.text[quotation.start : quotation.end].split()) >= SCARE
        if not (opens and long) and not (only and (long or is_told(scope, scope.floor(at), first))):
            return None
        if view.text[quotation.end - 1] == "." and not only:
            return None
    elif before + 1 == first or not only or not (is_told(scope, scope.floor(at), first) or is_aside(scope, at)):
        return None
    left = words_before(scope, first)
    if left is None:
        return None
    content, quoted = left
    if later := words_behind(scope, at + 1, quoted):
        content.append(later)
    scope.claimed.append((first, at + 1))
    scope.hear(source)
    return Attribution(content, scope.chars(at, at + 1), source, "after-verb", quoted=quoted)


def _front(scope: Scope, cue: Cue, source: Source | None, rule: str, inherits: str) -> Attribution | None:
    """A cue at the start of its sentence, or after a connective: "Kata X, ...", "Selain itu, kata X, ..."."""
    at = source.end if source else cue.at + 1
    while at < scope.b and scope.view.words[at] != ",":
        if scope.view.pos[at] == "AUX":
            return None  # "Kisah Fadli adalah contoh ...": a noun with its predicate
        at += 1
    if at + 1 >= scope.b or at - cue.at > _FRONT:
        return None
    content = scope.rest(at + 1)
    if content is None:
        return None
    scope.hear(source)
    return Attribution([content], scope.chars(cue.at, cue.at + 1), source, f"{rule}-front", inherits=inherits)
