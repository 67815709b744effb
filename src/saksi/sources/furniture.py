"""Furniture: the parts of an article's text that are not the report (dateline, credits, links, captions).

It stays in the text, for the text is never altered, but no statement or event lies in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from saksi.sources.furniture_rules import FurnitureKind, FurnitureRules, Rule
from saksi.sources.glued_links import link_end

# A dateline stands in one of so many first lines; it is matched within this many characters.
_HEAD_LINES = 4
_HEAD_CHARS = 160
# No line of furniture is longer; what is longer is a paragraph, and only its end is looked at.
_MAX_LINE = 320
_TAIL_CHARS = 110
_HEADLINE_WORDS = 22
_AFTER_CLOSING_WORDS = 10
_FULL_STOPS = (".", '."', ".”")
_SENTENCE_ENDS = (".", "!", "?", '"', "”", "…", "’", "»")


class FurnitureSpan(msgspec.Struct, frozen=True):
    """A stretch of furniture, ``text[start:end]``, and its kind."""

    start: int
    end: int
    kind: FurnitureKind


class Furniture(msgspec.Struct, frozen=True):
    """What was found: spans in order, none overlapping, and what they tell about the article (null: nothing).

    ``dateline`` is the place as written, ``links`` are the texts of links without their marker ("Baca juga:").
    """

    spans: tuple[FurnitureSpan, ...] = ()
    outlet: str | None = None
    dateline: str | None = None
    wire: str | None = None
    byline: str | None = None
    links: tuple[str, ...] = ()

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character of ``text[start:end]`` is furniture."""
        index = bisect_right(self.spans, start, key=lambda span: span.end)
        return index < len(self.spans) and self.spans[index].start < end


def find_furniture(text: str, rules: FurnitureRules) -> Furniture:
    """The furniture of ``text`` by the rules of its language, in time linear in the length of the text."""
    search = _Search(text, rules)
    search.head()
    search.lines_and_tails()
    search.inside()
    return search.result()


def _position(span: FurnitureSpan) -> tuple[int, int]:
    return span.start, -span.end


class _Line(msgspec.Struct):
    start: int
    text: str  # without white space at its ends

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            yield _Line(position + raw.index(stripped[0]), stripped)
        position += len(raw) + 1


class _Search:
    """One pass over one text."""

    def __init__(self, text: str, rules: FurnitureRules) -> None:
        self.text = text
        self.rules = rules
        self.lines = list(_lines(text))
        self.spans: list[FurnitureSpan] = []
        self.facts: dict[str, str] = {}
        self.links: list[str] = []

    def head(self) -> None:
        """The dateline in one of the first lines, and a headline above it."""
        rules = self.rules.head.rules
        for index, line in enumerate(self.lines[:_HEAD_LINES]):
            found = self._match(self.text[line.start : line.start + _HEAD_CHARS], rules)
            if found:
                self._add(line.start, line.start + found[1], found[0].kind)
                self._headline(index)
                return
            if line.text.endswith(_FULL_STOPS):
                # The report has begun (or a caption): a bare place and a dash may now be part of a sentence.
                rules = tuple(rule for rule in rules if "outlet" in rule.pattern.groupindex)

    def _headline(self, below: int) -> None:
        for line in self.lines[:below]:
            short = len(line.text.split(None, _HEADLINE_WORDS)) <= _HEADLINE_WORDS
            if short and not line.text.endswith(_FULL_STOPS) and not self.rules.line.gate.match(line.text):
                self._add(line.start, line.end, "headline")

    def lines_and_tails(self) -> None:
        """Lines that are furniture as a whole, and what closes a line after its last sentence."""
        ended, closed = True, False
        head = Furniture(tuple(sorted(self.spans, key=_position)))
        for index, line in enumerate(self.lines):
            left = len(self.lines) - index
            headed = head.overlaps(line.start, line.start + 1)
            rule = None if headed else self._whole_line(line, left, ended=ended)
            if rule:
                closed = closed or rule.closes
                ended = True
            elif closed and self._is_short(line):
                self._add(line.start, line.end, "link")
            else:
                closed = False
                ended = line.text.endswith(_SENTENCE_ENDS)
                self._tail(line, left)

    def _whole_line(self, line: _Line, left: int, *, ended: bool) -> Rule | None:
        if len(line.text) > _MAX_LINE or not self.rules.line.gate.match(line.text):
            return None
        rules = (r for r in self.rules.line.rules if (ended or not r.after_sentence) and (not r.last or left <= r.last))
        found = self._match(line.text, rules)
        if found:
            self._add(line.start, line.end, found[0].kind)
        return found and found[0]

    @staticmethod
    def _is_short(line: _Line) -> bool:
        return not line.text.endswith(_SENTENCE_ENDS) and len(line.text.split(None, _AFTER_CLOSING_WORDS)) <= (
            _AFTER_CLOSING_WORDS
        )

    def _tail(self, line: _Line, left: int) -> None:
        if line.text[-1] not in ")]":
            return
        end = line.text[-_TAIL_CHARS:]
        opened = max(end.rfind("("), end.rfind("["))
        if opened < 1 or not end[:opened].rstrip().endswith(_SENTENCE_ENDS):
            return
        rules = (rule for rule in self.rules.tail.rules if not rule.last or left <= rule.last)
        found = self._match(end[opened:], rules)
        if found:
            self._add(line.end - len(end) + opened, line.end, found[0].kind)

    def inside(self) -> None:
        """Marks within paragraphs: films, adverts, glued links."""
        lowered = self.text.lower()
        for rule in self.rules.inside:
            if any(needle in lowered for needle in rule.needles):
                for match in rule.pattern.finditer(self.text):
                    self._keep(match.groupdict())
                    self._add(match.start(), match.end(), rule.kind)
        glued = self.rules.glued
        if glued and any(needle in lowered for needle in glued.needles):
            covered = Furniture(tuple(sorted(self.spans, key=_position)))
            for match in glued.pattern.finditer(self.text):
                if not covered.overlaps(match.start(), match.end()):
                    end = link_end(self.text, match.end(), glued)
                    self._keep({"link": self.text[match.end() : end]})
                    self._add(match.start(), end, "link")

    def _match(self, text: str, rules: Iterator[Rule] | tuple[Rule, ...]) -> tuple[Rule, int] | None:
        for rule in rules:
            match = rule.pattern.match(text)
            if match:
                self._keep(match.groupdict())
                return rule, match.end()
        return None

    def _keep(self, groups: dict[str, str | None]) -> None:
        for name, value in groups.items():
            value = value and value.strip(" :-–—,.*'‘’")
            if value and name == "link":
                self.links.append(value)
            elif value:
                self.facts.setdefault(name, value)  # the first that is named: the head comes before the foot

    def _add(self, start: int, end: int, kind: FurnitureKind) -> None:
        end = start + len(self.text[start:end].rstrip())
        if start < end:
            self.spans.append(FurnitureSpan(start, end, kind))

    def result(self) -> Furniture:
        """Spans sorted, and where two overlap the earlier one kept whole."""
        spans: list[FurnitureSpan] = []
        for span in sorted(self.spans, key=_position):
            floor = spans[-1].end if spans else 0
            if span.end > floor:
                spans.append(span if span.start >= floor else FurnitureSpan(floor, span.end, span.kind))
        return Furniture(
            spans=tuple(spans),
            outlet=self.facts.get("outlet"),
            dateline=self.facts.get("place"),
            wire=self.facts.get("wire"),
            byline=self.facts.get("byline"),
            links=tuple(self.links),
        )
