"""Attribution: the statements of one sentence, from its cues."""

from __future__ import annotations

from saksi.reading.content import Content, content_after, content_end
from saksi.reading.cues import Cue, find_cues
from saksi.reading.draft import Attribution, Draft, Source
from saksi.reading.phrases import source_after
from saksi.reading.quotations import Quotation
from saksi.reading.segments import Sentence
from saksi.reading.subjects import subject_of

_SCARE = 3
_TRIM = " \t\xa0,;:–—-"
_MARKS = '"“”„«»‘’\''


class SentenceReader:
    """Reads one sentence: cues that close their words first, then those that open them, left to right."""

    def __init__(self, draft: Draft, sentence: Sentence) -> None:
        self.view, self.lexicon, self.sentence = draft.view, draft.lexicon, sentence
        self.a, self.b = self.view.tokens(sentence.start, sentence.end)
        self.claimed: list[tuple[int, int]] = []  # token ranges that are somebody's words already
        self.last: tuple[int, Source | None] | None = None  # the last cue that was accepted, and its source

    def read(self) -> list[Attribution]:
        """The attributions of the sentence, in the order of their words."""
        cues = find_cues(self.view, self.lexicon, self.a, self.b)
        found: list[Attribution] = []
        for cue in cues:
            if cue.kind in ("after", "enclitic") and (one := self._after(cue)):
                found.append(one)
        for cue in cues:
            if cue.kind == "preposition" and not self._is_claimed(cue.at) and (one := self._preposition(cue)):
                found.append(one)
        for index, cue in enumerate(cues):
            if cue.kind in ("active", "noun", "passive", "judged") and not self._is_claimed(cue.at):
                if one := self._opening(cue, cues[index + 1 :]):
                    found.append(one)
        if not found:
            for cue in cues:
                if cue.kind == "outlet" and (one := self._outlet(cue)):
                    found.append(one)
                    break
        return sorted(found, key=lambda one: one.content or [one.cue or (0, 0)])

    # Cues that close their words: "...," kata X; ..., katanya

    def _after(self, cue: Cue) -> Attribution | None:
        view, at = self.view, cue.at
        source = None
        if cue.kind == "after":
            start = at + 1 + (at + 1 < self.b and view.words[at + 1] in self.lexicon.reporting.words.by)
            source = source_after(view, self.lexicon, start, self.b)
            if source is None:
                return None
        left = self._words_before(at)
        rule = f"after-{'bare' if cue.kind == 'after' else 'enclitic'}"
        inherits = "own" if source else "context"
        if left is None:
            return self._front(cue, source, rule, inherits)
        content, quoted = left
        return Attribution(content, self._chars(at, at + 1), source, rule, inherits=inherits, quoted=quoted)

    def _words_before(self, at: int) -> tuple[list[tuple[int, int]], bool] | None:
        """The words that the cue at ``at`` closes, and whether they are a quotation alone."""
        view, start = self.view, self.a
        for lo, hi in self.claimed:
            if hi <= at:
                start = max(start, hi)
        end = at
        while end > start and (view.words[end - 1] in ",;:-–—" or view.words[end - 1] in self.lexicon.reporting.words.closers or view.blank(end - 1)):
            end -= 1
        if end <= start:
            return None
        last = view.quote_at[end - 1]
        if last is not None and view.start[end - 1] >= last.end - 1:
            return self._quoted_before(last, start, end)
        begin = self._skip_openers(start, end)
        self.claimed.append((start, at))
        return [self._trimmed(view.start[begin], view.end[end - 1])], False

    def _quoted_before(self, last: Quotation, start: int, end: int) -> tuple[list[tuple[int, int]], bool] | None:
        """The quotation that ends right before the cue, with the quotations and the words that lead up to it."""
        view = self.view
        lead = view.text[view.start[start] : last.outer_start].strip(_TRIM + _MARKS)
        quotations = [q for q in self.sentence.quotations if view.start[start] <= q.outer_start <= last.outer_start]
        self.claimed.append((start, end))
        if len(view.text[last.start : last.end].split()) < _SCARE or (lead and not self._is_lead_in(lead, quotations)):
            begin = self._skip_openers(start, end)
            return [self._trimmed(view.start[begin], last.end)], False
        return [(last.start, last.end)] if lead else [(q.start, q.end) for q in quotations], True

    def _is_lead_in(self, lead: str, quotations: list[Quotation]) -> bool:
        """Whether the words before a quotation only lead up to it, or are quotations too."""
        between = self.view.text[self.view.start[self.a] : quotations[-1].outer_start]
        if between.rstrip().endswith((",", ":")) and len(quotations) == 1:
            return True
        quoted = sum(q.end - q.start for q in quotations[:-1])
        return quoted >= 0.8 * len(lead)

    def _front(self, cue: Cue, source: Source | None, rule: str, inherits: str) -> Attribution | None:
        """A cue at the start of its sentence: "Kata X, ...", "Menurutnya, ..."."""
        view = self.view
        at = source.end if source else cue.at + 1
        while at < self.b and view.words[at] != ",":
            at += 1
        if at + 1 >= self.b or at - cue.at > 20:
            return None
        content = self._to_end(at + 1)
        return content and Attribution([content], self._at(cue), source, rule + "-front", inherits=inherits)

    # "Menurut X, ...", "..., menurut X"

    def _preposition(self, cue: Cue) -> Attribution | None:
        view, at, data = self.view, cue.at, self.lexicon.reporting.preposition
        enclitic = view.words[at] in data.enclitic
        source, end = None, at + 1
        if not enclitic:
            while end < self.b and view.words[end] in data.carriers:
                end += 1
            if end < self.b and view.words[end] in data.not_source:
                return None
            source = source_after(view, self.lexicon, end, self.b)
            if source is None and end > at + 1:
                source = source_after(view, self.lexicon, at + 1, self.b)
            if source is None or (view.words[at] != "menurut" and source.label not in ("PER", "PRON") and at > self.a):
                return None
            end = source.end
        comma = end
        while comma < self.b and view.words[comma] not in ",." and comma - end < 24 and not view.quote_at[comma]:
            comma += 1
        head = view.start[self.a] if at == self.a else None
        inherits = "context" if enclitic else "own"
        spans: list[tuple[int, int]] = []
        begins = at == self.a or self._only_openers(self.a, at)
        if not begins and at > self.a and (view.words[at - 1] == "," or enclitic or view.quote_at[at - 1]):
            left = self._words_before(at)
            if left:
                spans.extend(left[0])
        elif not begins:
            start = self._clause_start(at)
            if start is None:
                return None
        if comma < self.b and view.words[comma] == "," and comma + 1 < self.b:
            rest = self._to_end(comma + 1)
            if rest:
                spans.append(rest)
        elif begins or not spans:
            rest = self._to_end(end)
            if rest is None:
                return None
            spans.append(rest)
        del head
        if not spans:
            return None
        self.last = (at, source)
        return Attribution(spans, self._chars(at, at + 1), source, "according-to", inherits=inherits)

    # Cues that open their words: X mengatakan (bahwa) ...

    def _opening(self, cue: Cue, later: list[Cue]) -> Attribution | None:
        view, at = self.view, cue.at
        if cue.kind == "judged":
            return self._judged(cue)
        if cue.kind == "noun":
            return self._noun(cue, later)
        if cue.kind == "passive":
            return self._passive(cue, later)
        content = content_after(view, self.lexicon.reporting, at, self.b)
        if content is None:
            return self._closing_verb(cue)
        source, inherits = self._subject(at)
        if self._is_aside(at) or self._is_agreement(at, source):
            return None
        span, quoted = self._content(content, later)
        if span is None:
            return None
        self.claimed[-1] = (at, self.claimed[-1][1])
        stance = "denied" if view.words[at] in self.lexicon.reporting.active.deny else "asserted"
        self.last = (at, source)
        return Attribution(
            [span], self._chars(at, at + 1), source, f"verb-{content.mark}", inherits=inherits, stance=stance, quoted=quoted
        )

    def _is_aside(self, at: int) -> bool:
        """Whether the cue only accompanies a main verb that reports nothing: "memberi bantuan, sambil menegaskan"."""
        return self.view.words[at - 1] in self.lexicon.reporting.words.simultaneous and not self.claimed

    def _is_agreement(self, at: int, source: Source | None) -> bool:
        """Whether two sides promise each other: "kedua pemimpin itu berjanji untuk ..."."""
        if source is None or self.view.words[at] not in self.lexicon.reporting.words.promises:
            return False
        return self.view.words[source.start] in self.lexicon.reporting.pronouns.pairs

    def _closing_verb(self, cue: Cue) -> Attribution | None:
        """A verb after the quotation that it reports: "...," Anies menandaskan."""
        view = self.view
        source = subject_of(view, self.lexicon, cue.at, self.a)
        if source is None or source.start <= self.a:
            return None
        before = source.start - 1
        while before > self.a and view.words[before] == ",":
            before -= 1
        quotation = view.quote_at[before]
        if quotation is None or len(view.text[quotation.start : quotation.end].split()) < _SCARE:
            return None
        left = self._words_before(source.start)
        if left is None or not left[1]:
            return None
        return Attribution(left[0], self._at(cue), source, "after-verb", quoted=True)

    def _subject(self, at: int) -> tuple[Source | None, str]:
        """The source of the verb at ``at``: its subject, or that of the cue before it in the sentence."""
        low = self.a
        for lo, hi in self.claimed:
            if hi <= at:
                low = max(low, hi)
        source = subject_of(self.view, self.lexicon, at, low)
        if source is not None and (source.label != "DESC" or self._is_nominal(source)):
            return source, "own"
        if self.last is not None:
            return self.last[1], "sentence"
        return None, "context"

    def _is_nominal(self, source: Source) -> bool:
        return any(self.view.pos[i] in ("NOUN", "PROPN", "NUM", "X") for i in range(source.start, source.end))

    def _content(self, content: Content, later: list[Cue]) -> tuple[tuple[int, int] | None, bool]:
        """The characters of the content, up to the next cue of its own or the sentence's end."""
        view = self.view
        end = self._split(content.start, later)
        if content.quotation is not None:
            last = content.quotation
            following = view.tokens(last.outer_end, last.outer_end + 1)[0]
            after = view.text[last.outer_end : last.outer_end + 2].strip()
            goes_on = bool(after) and after[0] not in ',.;!?"”' and following < end
            if not goes_on or view.words[following] in self.lexicon.reporting.words.coordinators:
                self.claimed.append((content.start, max(following, content.start + 1)))
                return (last.start, last.end), True
        stop = content_end(view, self.lexicon.reporting, content.start, end)
        if stop <= content.start:
            return None, False
        self.claimed.append((content.start, stop))
        return self._trimmed(view.start[content.start], view.end[stop - 1]), False

    def _split(self, start: int, later: list[Cue]) -> int:
        """Where content that begins at ``start`` must end, because another attribution begins: "... dan menambahkan"."""
        view, words = self.view, self.lexicon.reporting.words
        for cue in later:
            if cue.at <= start or cue.kind not in ("active",):
                continue
            if content_after(view, self.lexicon.reporting, cue.at, self.b) is None:
                continue
            j = cue.at - 1
            while j > start and view.words[j] in words.adverbs and view.words[j] not in words.coordinators:
                j -= 1
            if view.words[j] in words.coordinators or view.words[j] == ",":
                while j - 1 > start and view.words[j - 1] in (*words.coordinators, ","):
                    j -= 1
                return j
            subject = subject_of(view, self.lexicon, cue.at, start)
            if subject is None or subject.start - 1 <= start:
                continue
            j = subject.start - 1
            if view.words[j] in words.contrast or (view.words[j] == "," and view.words[j + 1] not in words.relative):
                while j - 1 > start and (view.words[j - 1] in words.contrast or view.words[j - 1] == ","):
                    j -= 1
                return j
        return self.b

    def _noun(self, cue: Cue, later: list[Cue]) -> Attribution | None:
        """A noun of saying with its content: "pernyataan X bahwa ..."."""
        view, words = self.view, self.lexicon.reporting.words
        if cue.at == self.a + 1 and view.words[self.a] in words.closers:
            start = cue.at + 1 + (cue.at + 1 < self.b and view.words[cue.at + 1] in words.inner_prepositions)
            source = source_after(view, self.lexicon, start, self.b) if start < self.b else None
            return source and Attribution([], self._at(cue), source, "noun-back", confidence=0.6)
        for k in range(cue.at + 1, min(self.b, cue.at + 12)):
            if view.words[k] in words.that:
                break
            if view.pos[k] in ("VERB", "AUX") or view.quote_at[k] or view.words[k] == ",":
                return None
        else:
            return None
        source = source_after(view, self.lexicon, cue.at + 1, k) if k > cue.at + 1 else None
        if source is None or source.label not in ("PER", "ORG", "LOC", "PRON"):
            return None
        span, quoted = self._content(Content(k + 1, "that"), later)
        if span is None:
            return None
        self.last = (cue.at, source)
        return Attribution([span], self._at(cue), source, "noun-that", quoted=quoted, confidence=0.7)

    def _judged(self, cue: Cue) -> Attribution | None:
        """A passive of judgement with its agent: "X dinilai ... oleh Y"."""
        view, by = self.view, self.lexicon.reporting.words.by
        agent = next((k for k in range(cue.at + 1, min(self.b, cue.at + 30)) if view.words[k] in by), None)
        if agent is None:
            return None
        source = source_after(view, self.lexicon, agent + 1, self.b)
        start = self._skip_openers(self.a, cue.at)
        if source is None or source.label == "DESC" or agent == cue.at + 1 or start == cue.at:
            return None
        if any(view.words[k] == "," or view.pos[k] == "VERB" for k in range(start, cue.at)):
            return None
        self.claimed.append((start, source.end))
        spans = [self._trimmed(*self._chars(start, cue.at)), self._trimmed(*self._chars(cue.at + 1, agent))]
        return Attribution(spans, self._at(cue), source, "judged-by", confidence=0.6)

    def _passive(self, cue: Cue, later: list[Cue]) -> Attribution | None:
        """A passive of saying: "Ditegaskan X bahwa ...", "tuduhan bahwa ... dibantah X", "Hal itu disampaikan X"."""
        view, data, words = self.view, self.lexicon.reporting.passive, self.lexicon.reporting.words
        enclitic = view.words[cue.at] in data.enclitic
        start = cue.at + 1 + (cue.at + 1 < self.b and view.words[cue.at + 1] in words.by)
        source = None if enclitic or start >= self.b else source_after(view, self.lexicon, start, self.b)
        if view.words[cue.at] in data.denied:
            return self._denied_before(cue, source)
        that = next((k for k in range(cue.at + 1, min(self.b, cue.at + 16)) if view.words[k] in words.that), None)
        if that is not None:
            if source is not None and source.start >= that:
                source = None
            span, quoted = self._content(Content(that + 1, "that"), later)
            inherits = "own" if source else "context"
            self.last = (cue.at, source)
            return span and Attribution([span], self._at(cue), source, "passive-that", inherits=inherits, quoted=quoted)
        if cue.at > self.a and source and all(view.words[i] in data.anaphors for i in range(self.a, cue.at)):
            return Attribution([], self._at(cue), source, "passive-back", confidence=0.6)
        return None

    def _denied_before(self, cue: Cue, source: Source | None) -> Attribution | None:
        """What stands between "bahwa" and a passive denial."""
        view, words = self.view, self.lexicon.reporting.words
        that = next((k for k in range(self.a, cue.at) if view.words[k] in words.that), None)
        if that is None or source is None or that + 1 >= cue.at:
            return None
        self.claimed.append((that, source.end))
        span = self._trimmed(*self._chars(that + 1, cue.at))
        return Attribution([span], self._at(cue), source, "denied-by", stance="denied", confidence=0.7)

    # "Dilansir Antara, ...", "..., dikutip dari Reuters": only where nobody else speaks

    def _outlet(self, cue: Cue) -> Attribution | None:
        view, at, data = self.view, cue.at, self.lexicon.reporting.outlet
        end = at + 1
        while end < self.b and view.words[end] in data.particles:
            end += 1
        source = source_after(view, self.lexicon, end, self.b) if end < self.b else None
        if source is None or not view.forms[source.start][0].isupper() and source.label not in ("ORG", "PER"):
            return None
        comma = source.end
        while comma < self.b and view.words[comma] != ",":
            comma += 1
        if at - self.a <= 2:
            while comma < self.b and (self._is_date(comma + 1)):
                comma += 1
                while comma < self.b and view.words[comma] != ",":
                    comma += 1
            content = self._to_end(comma + 1) if comma + 1 < self.b else None
            spans = [content] if content else []
        else:
            left = self._words_before(self._credit_start(at))
            spans = left[0] if left else []
        if not spans:
            return None
        return Attribution(spans, self._chars(at, at + 1), source, "outlet", outlet=True, confidence=0.7)

    def _credit_start(self, at: int) -> int:
        likes = self.lexicon.reporting.words.likes
        while at > self.a and (self.view.words[at - 1] in likes or self.view.words[at - 1] == ","):
            at -= 1
        return at

    def _is_date(self, i: int) -> bool:
        return i < self.b and self.view.words[i] in self.lexicon.reporting.words.days

    # Helpers

    def _is_claimed(self, at: int) -> bool:
        return any(lo <= at < hi for lo, hi in self.claimed)

    def _only_openers(self, a: int, b: int) -> bool:
        words = self.lexicon.reporting.words
        return all(self.view.words[i] in words.openers or self.view.words[i] in ",“\"" for i in range(a, b))

    def _clause_start(self, at: int) -> int | None:
        words = self.lexicon.reporting.words
        previous = self.view.words[at - 1]
        return at if previous in words.contrast or previous in words.coordinators else None

    def _skip_openers(self, start: int, end: int) -> int:
        """Past a connective that belongs to the article: "Namun ...", "Sementara itu, ..."."""
        view, words = self.view, self.lexicon.reporting.words
        i = start
        while i < end and view.words[i] in words.openers and i - start < 5:
            i += 1
        if i < end and i > start and view.words[i] == ",":
            return i + 1
        if i > start and view.words[start] in words.coordinators | words.contrast:
            return start + 1
        return start

    def _to_end(self, start: int) -> tuple[int, int] | None:
        """The content from token ``start`` to the end of the sentence, credits left out."""
        view = self.view
        stop = content_end(view, self.lexicon.reporting, start, self.b)
        if stop <= start:
            return None
        self.claimed.append((start, stop))
        return self._trimmed(view.start[start], view.end[stop - 1])

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Less the space, commas and unpaired marks at both ends."""
        text = self.view.text
        while start < end and (text[start].isspace() or text[start] in ",;:"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
            end -= 1
        inner = text[start:end]
        if inner and inner[0] in _MARKS and sum(c in _MARKS for c in inner) == 1:
            start += 1
        elif inner and inner[-1] in _MARKS and sum(c in _MARKS for c in inner) == 1:
            end -= 1
        return start, end

    def _at(self, cue: Cue) -> tuple[int, int]:
        return self._chars(cue.at, cue.at + 1)

    def _chars(self, a: int, b: int) -> tuple[int, int]:
        return self.view.start[a], self.view.end[b - 1]
