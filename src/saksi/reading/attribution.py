"""Attribution: the statements of one sentence, from its cues.

Cues that close their words go first: in "A mengatakan B, kata X" the whole is X's, and the cue of A is nested.
"""

from __future__ import annotations

from saksi.reading.closing import read_after, read_closing
from saksi.reading.crediting import read_preposition
from saksi.reading.cues import Trace, find_cues
from saksi.reading.draft import Attribution, Draft
from saksi.reading.nominal import read_judgement, read_noun, read_passive
from saksi.reading.opening import read_verb
from saksi.reading.outlet_credits import read_outlet
from saksi.reading.scope import Scope
from saksi.reading.segments import Sentence

LEAD_IN = ":"
_WHOLE = 0.85  # of reported words: a credit for all of them is one of whoever reports them


def read_lead_in(draft: Draft, sentence: Sentence) -> Attribution | None:
    """The cue and the source of a sentence that only leads up to the next paragraph: "X menegaskan di akunnya:"."""
    if not draft.view.text[sentence.start : sentence.end].rstrip().endswith(LEAD_IN):
        return None
    scope = Scope(draft.view, draft.lexicon, sentence)
    for cue in reversed(find_cues(draft.view, draft.lexicon, scope.a, scope.b)):
        source, inherits = scope.subject(cue.at) if cue.kind == "active" else (None, "context")
        if source is not None:
            return Attribution([], scope.chars(cue.at, cue.at + 1), source, "lead-in", inherits=inherits, quoted=True)
    return None


def read_sentence(draft: Draft, sentence: Sentence, trace: Trace | None = None) -> list[Attribution]:
    """The attributions of a sentence, in the order of their words; ``trace`` takes why other words are no cues."""
    found = _read(draft, sentence, trace)
    if draft.lexicon.reporting.syntax.nested:
        found += [inner for one in found for inner in _nested(draft, sentence, one)]
    return sorted(found, key=lambda one: one.content or [one.cue or (0, 0)])


def _nested(draft: Draft, sentence: Sentence, outer: Attribution) -> list[Attribution]:
    """What is reported within the reported words, out of quotation marks, and whose source is named there."""
    inner: list[Attribution] = []
    for start, end in outer.content if not outer.quoted else ():
        if sentence.start <= start < end <= sentence.end:
            quotations = tuple(q for q in sentence.quotations if start <= q.outer_start < end)
            inner += _read(draft, Sentence(start, end, quotations), None)
    named = (one for one in inner if one.inherits == "own" and one.source is not None and one.content)
    return [one for one in named if _size(one) < _WHOLE * _size(outer)]


def _size(one: Attribution) -> int:
    return sum(end - start for start, end in one.content)


def _read(draft: Draft, sentence: Sentence, trace: Trace | None) -> list[Attribution]:
    scope = Scope(draft.view, draft.lexicon, sentence, trace=trace)
    cues = find_cues(draft.view, draft.lexicon, scope.a, scope.b, trace)
    found: list[Attribution | None] = [read_after(scope, cue) for cue in cues if cue.kind in ("after", "enclitic")]
    if draft.lexicon.reporting.syntax.inverted:
        found += [read_closing(scope, cue) for cue in cues if cue.kind == "active" and not scope.is_claimed(cue.at)]
    found += [
        read_preposition(scope, cue, cues[index + 1 :])
        for index, cue in enumerate(cues)
        if cue.kind == "preposition" and not scope.is_claimed(cue.at)
    ]
    for index, cue in enumerate(cues):
        if scope.is_claimed(cue.at):
            scope.note(cue.at, "it lies among the words that another cue of the sentence has taken")
            continue
        later = cues[index + 1 :]
        if cue.kind == "active":
            found.append(read_verb(scope, cue, later))
        elif cue.kind == "noun":
            found.append(read_noun(scope, cue, later))
        elif cue.kind == "passive":
            found.append(read_passive(scope, cue, later))
        elif cue.kind == "judged":
            found.append(read_judgement(scope, cue))
    if not any(found):
        found.append(next(filter(None, (read_outlet(scope, cue) for cue in cues if cue.kind == "outlet")), None))
    return [one for one in found if one]
