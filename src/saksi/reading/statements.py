"""Statements: from the cues of each sentence to attributions, and the quotations that go on without a cue."""

from __future__ import annotations

from dataclasses import replace

from saksi.reading.attribution import read_lead_in, read_sentence
from saksi.reading.draft import Attribution, Draft
from saksi.reading.quotations import Quotation
from saksi.reading.scope import Chars
from saksi.reading.segments import Paragraph, Sentence
from saksi.reading.view import View

_UTTERANCE = 4  # words: a quotation that stands alone and is shorter is a slogan or a title
_REST = 2  # the same right after a quotation whose cue broke it off
_COVER = 0.85  # share of a sentence that a quotation must fill to be its statement


def find_statements(draft: Draft) -> Draft:
    """Add the attributions of the article to the draft, in the order of the text."""
    uncued: list[Sentence] = []
    lead: Attribution | None = None
    for paragraph in draft.view.paragraphs:
        if not paragraph.heading:
            reader = _ParagraphReader(draft, uncued, lead)
            reader.read(paragraph)
            draft.attributions.extend(reader.found)
            uncued, lead = reader.uncued, reader.lead
    return draft


class _ParagraphReader:
    """Reads one paragraph, sentence by sentence.

    ``pending`` are quotations whose cue has not come yet; ``uncued`` the last sentences that nobody is said to have
    said, to begin with those of the paragraph before (``inherited``), which the first sentence may point back to;
    ``lead`` is a cue whose words the next sentence holds: "X menegaskan:".
    """

    def __init__(self, draft: Draft, inherited: list[Sentence], lead: Attribution | None = None) -> None:
        self.draft, self.inherited, self.lead = draft, inherited, lead
        self.found: list[Attribution] = []
        self.pending: list[Chars] = []
        self.uncued: list[Sentence] = []

    def read(self, paragraph: Paragraph) -> None:
        """Read all sentences that are no furniture."""
        for sentence in paragraph.sentences:
            if (said := outside(sentence, self.draft.furniture)) is not None:
                self._read(said)
                self.inherited = []
        self._flush()

    def _read(self, sentence: Sentence) -> None:
        lead, self.lead = self.lead, None
        own = _pointed_back(self.draft, read_sentence(self.draft, sentence), self.uncued or self.inherited)
        if own:
            self._take(own, sentence)
        elif alone := _utterance(self.draft.view, sentence, self._goes_with()):
            if lead is not None:
                self._take([replace(lead, content=[(alone.start, alone.end)])], sentence)
            else:
                self._take_utterance((alone.start, alone.end))
        elif self.found and not (self.pending or self.uncued) and _continues(self.draft, self.found[-1], sentence):
            begin, _ = self.found[-1].content[-1]
            self.found[-1].content[-1] = (begin, _stripped(self.draft.view, sentence)[1])
        else:
            self._flush()
            self.uncued.append(sentence)
            self.lead = read_lead_in(self.draft, sentence)

    def _goes_with(self) -> int:
        """The least words of a quotation that stands alone: fewer where it can only go on with the one before."""
        last = self.found[-1] if self.found and not (self.pending or self.uncued) else None
        return _REST if last is not None and last.quoted and last.rule.startswith("after") else _UTTERANCE

    def _take(self, own: list[Attribution], sentence: Sentence) -> None:
        first = own[0]
        if self.pending and first.quoted and first.rule.startswith("after"):
            first.content[:0] = self.pending
            self.pending = []
        self._flush()
        if len(own) == 1 and self.uncued and _goes_on(self.draft, self.uncued, first, sentence):
            first.content[0] = (self.uncued[0].start, first.content[0][1])
        self.found.extend(own)
        self.uncued = []

    def _take_utterance(self, words: Chars) -> None:
        """A quotation that is a sentence of its own goes with the quotation before it, or waits for its cue."""
        last = self.found[-1] if self.found and not self.pending else None
        if last is not None and last.quoted and last.rule.startswith("after"):
            last.content.append(words)
        else:
            self.pending.append(words)
        self.uncued = []

    def _flush(self) -> None:
        """Quotations that got no cue: whoever spoke last goes on."""
        if self.pending:
            rule = "quotation-goes-on"
            self.found.append(
                Attribution(self.pending, None, None, rule, inherits="context", confidence=0.7, quoted=True)
            )
            self.pending = []


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


def outside(sentence: Sentence, furniture: list[tuple[int, int]]) -> Sentence | None:
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


def _utterance(view: View, sentence: Sentence, least: int) -> Quotation | None:
    """The quotation that is the whole sentence, or nearly."""
    if not sentence.quotations:
        return None
    first = sentence.quotations[0]
    words = len(view.text[first.start : first.end].split())
    if words < least or first.outer_start > sentence.start + 2:
        return None
    last = sentence.quotations[-1]
    if last.outer_end - first.outer_start < _COVER * (sentence.end - sentence.start):
        return None
    return first._replace(end=last.end, outer_end=last.outer_end)


def _continues(draft: Draft, found: Attribution, sentence: Sentence) -> bool:
    """Whether a sentence only goes on with the indirect statement before it: "Sisanya ..."."""
    if found.quoted or not found.rule.startswith(("verb", "according")) or sentence.quotations:
        return False
    first, _ = draft.view.tokens(sentence.start, sentence.end)
    return draft.view.words[first] in draft.lexicon.reporting.words.continuations


def _goes_on(draft: Draft, uncued: list[Sentence], found: Attribution, sentence: Sentence) -> bool:
    """Whether the sentences before belong to the same speech.

    They do where the last one leans on them ("Namun ...") and names its source only at the end ("..., kata X").
    """
    if not found.rule.startswith("after") or found.quoted or found.content[0][0] > sentence.start + 12:
        return False
    view = draft.view
    first, _ = view.tokens(sentence.start, sentence.end)
    leans = view.words[first] in draft.lexicon.reporting.words.connectives
    return leans and found.source is not None and found.source.label == "PER" and len(uncued) <= 2
