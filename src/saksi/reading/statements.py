"""Statements: from the cues of each sentence to attributions, and the quotations that go on without a cue."""

from __future__ import annotations

from saksi.reading.attribution import read_sentence
from saksi.reading.draft import Attribution, Draft
from saksi.reading.quotations import Quotation
from saksi.reading.segments import Paragraph, Sentence
from saksi.reading.view import View

_UTTERANCE = 4  # words: a quotation that stands alone and is shorter is a slogan or a title
_COVER = 0.85  # share of a sentence that a quotation must fill to be its statement


def find_statements(draft: Draft) -> Draft:
    """Add the attributions of the article to the draft, in the order of the text."""
    uncued: list[Sentence] = []
    for paragraph in draft.view.paragraphs:
        if not paragraph.heading:
            found, uncued = _read_paragraph(draft, paragraph, uncued)
            draft.attributions.extend(found)
    return draft


def _read_paragraph(
    draft: Draft, paragraph: Paragraph, before: list[Sentence]
) -> tuple[list[Attribution], list[Sentence]]:
    """The attributions of a paragraph, and its last sentences that nobody is said to have said.

    ``before`` are those of the paragraph before, which the first sentence may point back to.
    """
    view = draft.view
    found: list[Attribution] = []
    pending: list[tuple[int, int]] = []  # quotations that stand before the sentence with their cue
    uncued: list[Sentence] = []
    for sentence in paragraph.sentences:
        if any(a < sentence.end and sentence.start < b for a, b in draft.furniture):
            sentence = _outside(sentence, draft.furniture)
            if sentence is None:
                continue
        own = _pointed_back(draft, read_sentence(draft, sentence), uncued or before)
        if own:
            if pending and own[0].content and own[0].rule.startswith("after") and own[0].quoted:
                own[0].content[:0] = pending
                pending = []
            elif pending:
                found.append(_alone(pending))
                pending = []
            if len(own) == 1 and uncued and _goes_on(draft, uncued, own[0], sentence):
                own[0].content[0] = (uncued[0].start, own[0].content[0][1])
            found.extend(own)
            uncued = []
        elif alone := _utterance(view, sentence):
            words = (alone.start, alone.end)
            if found and found[-1].quoted and not pending and found[-1].rule.startswith("after"):
                found[-1].content.append(words)
            else:
                pending.append(words)
            uncued = []
        elif found and not pending and not uncued and _continues(draft, found[-1], sentence):
            begin, _ = found[-1].content[-1]
            found[-1].content[-1] = (begin, _stripped(view, sentence)[1])
        else:
            if pending:
                found.append(_alone(pending))
                pending = []
            uncued.append(sentence)
        before = []
    if pending:
        found.append(_alone(pending))
    return found, uncued


def _pointed_back(draft: Draft, found: list[Attribution], uncued: list[Sentence]) -> list[Attribution]:
    """Give "Hal itu disampaikan X" its words: the sentence before, if nobody else has said that."""
    for one in found:
        if not one.content and uncued:
            one.content.append(_stripped(draft.view, uncued[-1]))
    return [one for one in found if one.content]


def _stripped(view: View, sentence: Sentence) -> tuple[int, int]:
    end = sentence.end
    while end > sentence.start and view.text[end - 1] in ".,; ":
        end -= 1
    return sentence.start, end


def _outside(sentence: Sentence, furniture: list[tuple[int, int]]) -> Sentence | None:
    """The part of a sentence that is no furniture: what follows a dateline, or comes before a credit."""
    start, end = sentence.start, sentence.end
    for a, b in furniture:
        if a <= start < b:
            start = b
        elif start < a < end:
            end = a
    if start >= end:
        return None
    return Sentence(start, end, tuple(q for q in sentence.quotations if start <= q.outer_start < end))


def _utterance(view: View, sentence: Sentence) -> Quotation | None:
    """The quotation that is the whole sentence, or nearly."""
    if not sentence.quotations:
        return None
    first = sentence.quotations[0]
    words = len(view.text[first.start : first.end].split())
    if words < _UTTERANCE or first.outer_start > sentence.start + 2:
        return None
    last = sentence.quotations[-1]
    if last.outer_end - first.outer_start < _COVER * (sentence.end - sentence.start):
        return None
    return first._replace(end=last.end, outer_end=last.outer_end)


def _alone(content: list[tuple[int, int]]) -> Attribution:
    """A quotation without a cue: whoever spoke last goes on."""
    return Attribution(list(content), None, None, "quotation-goes-on", inherits="context", confidence=0.7, quoted=True)


def _continues(draft: Draft, found: Attribution, sentence: Sentence) -> bool:
    """Whether a sentence only goes on with the indirect statement before it: "Sisanya ...", "Sebanyak ... di antaranya"."""
    if found.quoted or not found.rule.startswith(("verb", "according")) or sentence.quotations:
        return False
    first, _ = draft.view.tokens(sentence.start, sentence.end)
    return draft.view.words[first] in draft.lexicon.reporting.words.continuations


def _goes_on(draft: Draft, uncued: list[Sentence], found: Attribution, sentence: Sentence) -> bool:
    """Whether the sentences before belong to the same speech: the last one leans on them ("Namun ...") and names
    its source only at the end ("..., kata X")."""
    if not found.rule.startswith("after") or found.quoted or found.content[0][0] > sentence.start + 12:
        return False
    view = draft.view
    first, _ = view.tokens(sentence.start, sentence.end)
    leans = view.words[first] in draft.lexicon.reporting.words.connectives
    return leans and found.source is not None and found.source.label == "PER" and len(uncued) <= 2
