"""Reported words around a closing cue: those that end right before it, and those that go on behind it."""

from __future__ import annotations

from saksi.reading.quotations import Quotation
from saksi.reading.scope import MARKS, SCARE, TRIM, Chars, Scope


def words_before(scope: Scope, at: int) -> tuple[list[Chars], bool] | None:
    """The words that end right before token ``at``, and whether they are a quotation alone; claims them."""
    view, start, end = scope.view, scope.floor(at), at
    closers = scope.lexicon.reporting.words.closers
    while end > start and (view.words[end - 1] in ",;:-–—" or view.words[end - 1] in closers or view.blank(end - 1)):
        end -= 1
    if end <= start or scope.is_opener(start, end):
        return None
    last = view.quote_at[end - 1]
    if last is not None and view.start[end - 1] >= last.end - 1:
        return _quoted_before(scope, last, start, end)
    begin = scope.skip_openers(start, end)
    if begin >= end:
        return None
    scope.claimed.append((start, at))
    return [scope.trimmed(begin, end)], False


def _quoted_before(scope: Scope, last: Quotation, start: int, end: int) -> tuple[list[Chars], bool]:
    """The quotation that ends right before the cue, with the quotations and the words that lead up to it."""
    view = scope.view
    lead = view.text[view.start[start] : last.outer_start].strip(TRIM + MARKS)
    quotations = [q for q in scope.sentence.quotations if view.start[start] <= q.outer_start <= last.outer_start]
    scope.claimed.append((start, end))
    short = len(view.text[last.start : last.end].split()) < SCARE
    if lead and (short or not _leads_in(scope, lead, quotations)):
        begin = scope.skip_openers(start, end)
        return [(scope.trimmed(begin, end)[0], last.end)], False
    return ([(last.start, last.end)] if lead else [(q.start, q.end) for q in quotations]), True


def _leads_in(scope: Scope, lead: str, quotations: list[Quotation]) -> bool:
    """Whether the words before a quotation only lead up to it, or are quotations too."""
    between = scope.view.text[scope.view.start[scope.a] : quotations[-1].outer_start]
    if between.rstrip().endswith((",", ":")) and len(quotations) == 1:
        return True
    return sum(q.end - q.start for q in quotations[:-1]) >= 0.8 * len(lead)


def words_behind(scope: Scope, end: int, quoted: bool) -> Chars | None:
    """What is said after the cue in the same sentence: "Masa ini, katanya, merupakan ...", '"A," katanya, "B."'."""
    view = scope.view
    if end + 1 >= scope.b or view.words[end] != ",":
        return None
    following = view.quote_at[end + 1]
    if quoted:
        if following is None or view.start[end + 1] > following.start:
            return None
        scope.claimed.append((end, view.tokens(following.outer_start, following.outer_end)[1]))
        return following.start, following.end
    function = scope.lexicon.reporting.words
    first = view.words[end + 1]
    aside = (
        first in function.prepositions - function.purpose
        or first in function.coordinators
        or first in function.relative
        or first in function.contrast
    )
    if aside or scope.lexicon.cues.get(first) or following is not None or first in function.days or first[0].isdigit():
        return None
    if view.pos[end + 1] in ("NOUN", "PROPN", "DET") and end - scope.a > 8:
        return None  # an apposition of the source: "..., kata X, profesor di ..."
    return scope.rest(end + 1)
