"""Credits: "menurut X" for a source, and "dilansir Antara" for an outlet."""

from __future__ import annotations

from saksi.reading.content import content_after
from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution, Source
from saksi.reading.parsed_subjects import parsed_subject
from saksi.reading.person_roles import role_after
from saksi.reading.phrases import phrase_start
from saksi.reading.reported_words import words_before
from saksi.reading.scope import Chars, Scope
from saksi.reading.source_phrases import source_after

_COMMA = 24  # tokens after a source within which its comma must come


def read_preposition(scope: Scope, cue: Cue, later: list[Cue]) -> Attribution | None:
    """ "Menurut X, ...", "..., menurut X", "..., menurut X, ..." and "Menurutnya, ..."."""
    view, at = scope.view, cue.at
    named = _source(scope, at)
    if named is None:
        scope.note(at, "it names no source")
        return None
    source, end = named
    bare = source is None or source.label in ("PER", "PRON")
    follows = view.words[end] if end < scope.b else ""
    clause = bare and follows[:1].isalnum() and follows not in scope.lexicon.reporting.words.prepositions
    comma = None if clause and follows not in scope.lexicon.reporting.words.relative else _comma_after(scope, end)
    if comma == end and source is not None and source.label == "PER":
        apposition = role_after(view, scope.lexicon, end)  # "menurut X, peneliti kebijakan, ..."
        if apposition is not None and apposition[1] < scope.b - 1 and view.words[apposition[1]] == ",":
            comma = apposition[1]
    if comma is not None and _verb_follows(scope, comma + 1):
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
    if comma is not None and (begins or not _is_adjunct(scope, comma + 1)):
        rest = _rest(scope, _past_that(scope, _past_credit(scope, comma + 1)), later)
    else:
        rest = _rest(scope, _past_that(scope, end), later) if begins or not spans else None
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


def _source(scope: Scope, at: int) -> tuple[Source | None, int] | None:
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


def _past_credit(scope: Scope, i: int) -> int:
    """Past a credit that stands between a source and its words: "Menurut X, seperti dilansir AFP, Jumat, ..."."""
    view, words = scope.view, scope.lexicon.reporting.words
    first = i + (view.words[i] in words.likes)
    if first >= scope.b or view.words[first] not in scope.lexicon.reporting.outlet.cues:
        return i
    for k in range(first, scope.b - 1):
        if view.words[k] == "," and view.words[k + 1] not in words.days:
            return k + 1
    return i


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


def _past_that(scope: Scope, i: int) -> int:
    return i + (i + 1 < scope.b and scope.view.words[i] in scope.lexicon.reporting.words.that)


def _comma_after(scope: Scope, end: int) -> int | None:
    view = scope.view
    for k in range(end, min(scope.b - 1, end + _COMMA)):
        if view.words[k] == ",":
            return k
        if view.quote_at[k]:
            return None
    return None


def _verb_follows(scope: Scope, i: int) -> bool:
    """Whether a verb of saying with content of its own follows: then it, and not the preposition, attributes."""
    view, words = scope.view, scope.lexicon.reporting.words
    while i < scope.b and view.words[i] in words.adverbs:
        i += 1
    if i >= scope.b or scope.lexicon.cues.get(view.words[i]) != "active":
        return False
    return content_after(view, scope.lexicon.reporting, i, scope.b) is not None


def _is_adjunct(scope: Scope, i: int) -> bool:
    """Whether what follows a closing credit is the article's own: "..., menurut X, tanpa merinci ..."."""
    word, words = scope.view.words[i], scope.lexicon.reporting.words
    return word in words.prepositions or word in words.relative or word in words.contrast or word in words.days


def read_outlet(scope: Scope, cue: Cue) -> Attribution | None:
    """A credit to another outlet, where nobody else speaks in the sentence."""
    view, at, data = scope.view, cue.at, scope.lexicon.reporting.outlet
    end = at + 1
    while end < scope.b and view.words[end] in data.particles:
        end += 1
    source = source_after(view, scope.lexicon, end, scope.b) if end < scope.b else None
    if source is None or (not view.forms[source.start][0].isupper() and source.label not in ("ORG", "PER")):
        return None
    if at - scope.a <= 2:
        content = _after_date(scope, source.end)
        spans = [content] if content else []
    else:
        left = words_before(scope, _credit_start(scope, at))
        spans = left[0] if left else []
    if not spans:
        return None
    return Attribution(spans, scope.chars(at, at + 1), source, "outlet", outlet=True, confidence=0.7)


def _after_date(scope: Scope, i: int) -> Chars | None:
    """The words after the comma that ends the credit, a date between commas passed over."""
    view, days = scope.view, scope.lexicon.reporting.words.days
    while i < scope.b:
        if view.words[i] == "," and not (i + 1 < scope.b and view.words[i + 1] in days):
            return scope.rest(i + 1) if i + 1 < scope.b else None
        i += 1
    return None


def _credit_start(scope: Scope, at: int) -> int:
    likes = scope.lexicon.reporting.words.likes
    while at > scope.a and (scope.view.words[at - 1] in likes or scope.view.words[at - 1] == ","):
        at -= 1
    return at
