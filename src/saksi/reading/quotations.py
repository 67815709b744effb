"""Quotations: which marks open and close which words.

Each paragraph is read alone, so that one stray mark never spoils more than its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

OPENING, CLOSING, STRAIGHT = "“„«‟", "”»", '"″'
_DOUBLE = re.compile("|".join((f"[{OPENING}{CLOSING}{STRAIGHT}]", "``", "''")))
_SINGLE_OPEN = re.compile(r"(?<![\w’'])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…)])['’](?=[\s,.!?;:)]|$)")
_LONGEST = 3_000  # characters
_SENTENCE_END = ".!?…,"


class Quotation(NamedTuple):
    """Words in quotation marks.

    ``start:end`` are the words without the marks, ``outer_start:outer_end`` with them. ``whole`` is false where a
    mark is missing and its place was assumed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    whole: bool = True


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of the paragraph ``text[start:end]``, in order, not overlapping."""
    marks = [(m.start(), m.end()) for m in _DOUBLE.finditer(text, start, end)]
    found = list(_match(text, start, end, marks)) if marks else list(_single(text, start, end))
    return [q for q in (_trim(text, q) for q in found) if q.end > q.start]


def _match(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> Iterator[Quotation]:
    opened: list[tuple[int, int]] = []
    free = start  # the end of the last quotation: a missing opening mark is never assumed before it
    for at, after in marks:
        if opened and at - opened[0][0] > _LONGEST:
            opened.clear()  # nobody is quoted at such length in one paragraph: the mark that opens was a stray
        role = _role(text, at, after, start, end, bool(opened))
        if role == "open":
            if opened and _ends_sentence(text, opened[0][1], at):
                # A mark that opens inside a quotation whose sentence has ended: the closing mark was lost.
                yield Quotation(opened[0][1], at, opened[0][0], at, whole=False)
                opened.clear()
            opened.append((at, after))
        elif opened:
            first = opened[0]
            opened.pop()
            if not opened:
                yield Quotation(first[1], at, first[0], after)
                free = after
        elif text[at - 1 : at] in (",", ".", "!", "?", "…") or text[after : after + 1] == ",":
            begin = _last_sentence_start(text, free, at)
            yield Quotation(begin, at, begin, after, whole=False)
            free = after
    if opened and _may_run_on(text, start, opened[0][0]):
        yield Quotation(opened[0][1], end, opened[0][0], end, whole=False)


def _role(text: str, at: int, after: int, start: int, end: int, inside: bool) -> str:
    """What the mark at ``at`` does, by its make and by the spaces around it."""
    free_left = at == start or text[at - 1].isspace() or text[at - 1] in "([—–-/:"
    free_right = after >= end or text[after].isspace() or text[after] in ",.;:!?)]…—–"
    mark = text[at]
    if mark in OPENING:
        return "close" if inside and free_right and not free_left else "open"
    if mark in CLOSING:
        return "open" if not inside and free_left and not free_right else "close"
    if free_left and not free_right:
        return "open"
    if free_right and not free_left:
        return "close"
    return "close" if inside else "open"


def _ends_sentence(text: str, start: int, at: int) -> bool:
    before = text[start:at].rstrip()
    return bool(before) and before[-1] in _SENTENCE_END


def _may_run_on(text: str, start: int, at: int) -> bool:
    """Whether an unclosed mark opens speech that may run to the paragraph's end; inside a clause it is a stray."""
    before = text[start:at].rstrip()
    return not before or before[-1] in ".!?…:,"


def _last_sentence_start(text: str, free: int, at: int) -> int:
    """The start of the text since the last quotation, less the space and punctuation before it."""
    while free < at and (text[free].isspace() or text[free] in ".,;:"):
        free += 1
    return free


def _single(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Single marks count only where the paragraph has no double ones: else they are nested, or apostrophes."""
    at = start
    while opening := _SINGLE_OPEN.search(text, at, end):
        closing = _SINGLE_CLOSE.search(text, opening.end(), end)
        if not closing:
            return
        yield Quotation(opening.end(), closing.start(), opening.start(), closing.end())
        at = closing.end()


def _trim(text: str, quotation: Quotation) -> Quotation:
    start, end = quotation.start, quotation.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return quotation._replace(start=start, end=end)
