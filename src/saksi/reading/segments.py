"""Segments: paragraphs, and sentences that know about quotation marks.

A sentence of the article runs over the sentences quoted inside it: '"A. B," kata X.' is one. ``starts`` also holds
the sentence starts within quotations, which is what a parser wants.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from saksi.reading.quotations import Quotation, find_quotations

# A line feed ends a line, and so does what some pages leave of one: "disepakati.\\ \\ Keinginan".
_BREAK = r"\n|\\[ \xa0]*\\"
_LINE = re.compile(rf"[^\s\\](?:(?:(?!{_BREAK}).)*[^\s\\])?")
_NO_START = ",;.)"  # nothing begins with these: the line before goes on
DASHES = ("-", "--", "–", "—")
_FINAL_STOPS = '.!?…:;"”»)'
_LINK, _LINK_WORDS = 60, 4  # characters and words of a line that may be the text of a link
_END = re.compile(
    r"""[.!?…]+["”’»'“)\]]*\s+"""
    r"""|["”»]\s+(?=["“„«]?[A-Z])"""
    r"""|(?:(?<=[a-z)])|(?<=[A-Z]{3}))["”»]?[.!?]["”»]?(?=["“„«]?[A-Z][a-z])"""  # a lost space
)
_LAST_WORD = re.compile(r"[\w.]+$")
_HEADING_WORDS, _QUOTED_HEADING = 18, 8
_FINAL = tuple('.!?…,:;"”»)-')


class Sentence(NamedTuple):
    """A sentence: ``start:end`` in the text, and the quotations that begin in it."""

    start: int
    end: int
    quotations: tuple[Quotation, ...]


class Paragraph(NamedTuple):
    """A paragraph: ``start:end`` in the text, its sentences, and whether it is a heading rather than prose."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    heading: bool


class Segments(NamedTuple):
    """The paragraphs of a text, and the offsets where its sentences start (quoted ones too)."""

    paragraphs: tuple[Paragraph, ...]
    starts: frozenset[int]


def segment(text: str, abbreviations: frozenset[str], letters: frozenset[str] = frozenset()) -> Segments:
    """Cut a text into paragraphs and sentences.

    Args:
        text: the article's text; paragraphs end at a line feed.
        abbreviations: words after which a full stop ends no sentence, without their last stop.
        letters: single capitals that are words and no initials: "on X. He".
    """
    paragraphs, starts = [], set()
    for start, end in _paragraphs(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        quotations = find_quotations(text, start, end)
        opens = frozenset(q.outer_start for q in quotations)
        ends = list(_sentence_ends(text, start, end, abbreviations, letters, opens))
        starts.add(start)
        starts.update(at for at, _ in ends)
        sentences = tuple(_outer(text, start, end, ends, quotations))
        paragraphs.append(Paragraph(start, end, sentences, _is_heading(text, start, end, quotations)))
    return Segments(tuple(paragraphs), frozenset(starts))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, those joined that a page broke in the middle of a sentence (often around a link)."""
    lines = [match.span() for match in _LINE.finditer(text)]
    broken = [False] * (len(lines) + 1)  # broken[i]: line i goes on in line i + 1
    for i in range(len(lines) - 1):
        (a, b), (following, last) = lines[i], lines[i + 1]
        goes_on = text[following].islower() or text[following] in _NO_START or text[following:last] in DASHES
        broken[i] = not _ends(text, b) and (goes_on or (i > 0 and broken[i - 1] and b - a < _LINK))
    for i in range(len(lines) - 2, -1, -1):
        (_, b), (start, end) = lines[i], lines[i + 1]
        if broken[i + 1] and end - start < _LINK and len(text[start:end].split()) <= _LINK_WORDS and not _ends(text, b):
            broken[i] = True
    begin = 0
    for i, (_, end) in enumerate(lines):
        if not broken[i]:
            yield lines[begin][0], end
            begin = i + 1


def _ends(text: str, end: int) -> bool:
    return text[end - 1] in _FINAL_STOPS


def _sentence_ends(
    text: str, start: int, end: int, abbreviations: frozenset[str], letters: frozenset[str], opens: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """(where the next sentence starts, where this one's last stop begins)."""
    for match in _END.finditer(text, start, end):
        following = text[match.end() : match.end() + 1]
        if not following or following.islower() or following in ",;)":
            continue
        if text[match.start()] == ".":
            word = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
            initial = word is not None and len(word.group()) == 1 and word.group().isupper()
            if word and (word.group() in abbreviations or (initial and word.group() not in letters)):
                continue
        elif text[match.start()] in '"”»' and text[match.start() - 1] not in ".!?…":
            continue
        last = match.end() - 1
        yield (last if last in opens else match.end()), match.start()


def _outer(
    text: str, start: int, end: int, ends: list[tuple[int, int]], quotations: list[Quotation]
) -> Iterator[Sentence]:
    opens = [q.outer_start for q in quotations]

    def covered(at: int, stop: int) -> bool:
        """Whether the boundary lies inside a quotation, rather than at its end."""
        index = bisect_right(opens, stop) - 1
        return index >= 0 and at < quotations[index].outer_end

    bounds = [start, *(at for at, stop in ends if not covered(at, stop)), end]
    taken = 0
    for begin, stop in pairwise(bounds):
        own = []
        while taken < len(quotations) and quotations[taken].outer_start < stop:
            own.append(quotations[taken])
            taken += 1
        last = stop
        while last > begin and text[last - 1].isspace():
            last -= 1
        if last > begin:
            yield Sentence(begin, last, tuple(own))


def _is_heading(text: str, start: int, end: int, quotations: list[Quotation]) -> bool:
    """Whether a paragraph is a headline or a subheading: short, and without a stop at its end."""
    words = text[start:end].split()
    if len(quotations) == 1 and quotations[0].outer_end - quotations[0].outer_start == end - start:
        return len(words) <= _QUOTED_HEADING and text[quotations[0].end - 1].isalnum()
    return len(words) <= _HEADING_WORDS and not text[start:end].endswith(_FINAL) and not quotations
