"""Credits to outlets: "dilansir Antara", where nobody else speaks in the sentence."""

from __future__ import annotations

from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution
from saksi.reading.reported_words import words_before
from saksi.reading.scope import Chars, Scope
from saksi.reading.source_phrases import source_after


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
