"""Credits by a preposition: "Menurut X, ...", "..., according to X"."""

from __future__ import annotations

from saksi.reading.content import content_after
from saksi.reading.credit_sources import comma_after, credited, is_adjunct, past_credit, past_that, verb_follows
from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution, Source
from saksi.reading.parsed_subjects import parsed_subject
from saksi.reading.person_roles import role_after
from saksi.reading.phrases import phrase_start
from saksi.reading.reported_words import words_before
from saksi.reading.scope import Chars, Scope


def read_preposition(scope: Scope, cue: Cue, later: list[Cue]) -> Attribution | None:
    """ "Menurut X, ...", "..., menurut X", "..., menurut X, ..." and "Menurutnya, ..."."""
    view, at = scope.view, cue.at
    named = credited(scope, at)
    if named is None:
        scope.note(at, "it names no source")
        return None
    source, end = named
    bare = source is None or source.label in ("PER", "PRON")
    follows = view.words[end] if end < scope.b else ""
    clause = bare and follows[:1].isalnum() and follows not in scope.lexicon.reporting.words.prepositions
    comma = None if clause and follows not in scope.lexicon.reporting.words.relative else comma_after(scope, end)
    if comma == end and source is not None and source.label == "PER":
        apposition = role_after(view, scope.lexicon, end)  # "menurut X, peneliti kebijakan, ..."
        if apposition is not None and apposition[1] < scope.b - 1 and view.words[apposition[1]] == ",":
            comma = apposition[1]
    if comma is not None and verb_follows(scope, comma + 1):
        scope.note(at, "a verb of saying follows its comma, and that one attributes")
        return None  # "Macron, menurut Elysee, mengatakan ...": the statement is Macron's
    spans: list[Chars] = []
    begins = scope.is_opener(scope.a, at)
    if not begins and scope.lexicon.reporting.syntax.parsed and _said_before(scope, at):
        scope.note(at, "a verb of saying before it attributes")
        return None
    if not begins:
        if not (view.words[at - 1] == "," or view.quote_at[at - 1]):
            return _within(scope, cue, source, end)
        left = words_before(scope, at)
        spans = left[0] if left else []
    if comma is not None and (begins or not is_adjunct(scope, comma + 1)):
        rest = _rest(scope, past_that(scope, past_credit(scope, comma + 1)), later)
    else:
        rest = _rest(scope, past_that(scope, end), later) if begins or not spans else None
    spans += [rest] if rest else []
    if not spans:
        return None
    scope.hear(source)
    inherits = "own" if source else "context"
    return Attribution(spans, scope.chars(at, at + 1), source, "according-to", inherits=inherits)


def _said_before(scope: Scope, at: int) -> bool:
    """Whether a verb of saying before the credit has a subject and words of its own: "X said it sank, according to"."""
    view, known = scope.view, scope.lexicon
    for k in range(scope.a, at):
        if (
            known.cues.get(view.words[k]) in ("active", "after")
            and not view.quote_at[k]
            and view.pos[k] in ("VERB", "AUX")
        ):
            if scope.is_claimed(k):
                return True
            subject = parsed_subject(view, known, k, scope.a)
            if subject is not None and content_after(view, known.reporting, k, at) is not None:
                return True
    return False


def _within(scope: Scope, cue: Cue, source: Source | None, end: int) -> Attribution | None:
    """A source between a phrase and what is said of it: "serangan yang menurut mereka menargetkan pangkalan"."""
    view, words, at = scope.view, scope.lexicon.reporting.words, cue.at
    relative = view.words[at - 1] in words.relative
    last = at - 1 - relative
    if source is None or source.label == "DESC" or last < scope.a or end >= scope.b or scope.is_claimed(last):
        return None
    if view.words[last] in words.interrogatives:
        return None
    predicate = next((k for k in range(end, min(scope.b, end + 4)) if view.pos[k] in ("VERB", "AUX", "ADJ")), None)
    if predicate is None or any(
        view.words[k] not in words.adverbs | words.negators | words.unsaid for k in range(end, predicate)
    ):
        return None
    start = phrase_start(view, scope.lexicon, last, scope.a)
    if start > last or not (relative or scope.is_opener(scope.a, start)):
        return None
    stop = next((k for k in range(end, scope.b) if view.words[k] == ","), scope.b)
    scope.claimed.append((start, stop))
    scope.hear(source)
    spans = [scope.trimmed(start, last + 1), scope.trimmed(end, stop)]
    return Attribution(spans, scope.chars(at, at + 1), source, "according-within", confidence=0.7)


def _rest(scope: Scope, start: int, later: list[Cue]) -> Chars | None:
    """The words from ``start`` on, up to what is said besides: "Menurut X, A, seraya menambahkan bahwa B"."""
    words = scope.lexicon.reporting.words
    for cue in later:
        beside = cue.at > start + 1 and scope.view.words[cue.at - 1] in words.simultaneous
        if beside and cue.kind == "active" and content_after(scope.view, scope.lexicon.reporting, cue.at, scope.b):
            stop = cue.at - 1 - (scope.view.words[cue.at - 2] == ",")
            scope.claimed.append((start, stop))
            return scope.trimmed(start, stop)
    return scope.rest(start)
