"""The article cut into pieces at every border of a mark, so that marks may overlap, nest and have several spans.

Each piece says which statements cover it, as content, cue or source, and which events have their trigger in it. Marking
up is done here, in code points, and never again by offset: a browser would count them otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from saksi.record import Record, Statement

_HEADLINE_WORDS, _NO_HEADLINE = 18, '.,:;"”»)'
_LINE_FEEDS = re.compile(r"\n+")


class Piece(NamedTuple):
    """Words with one and the same cover; statements and events stand by their place in the record, counted from 1.

    ``contents`` are ordered from the longest statement to the shortest, so the last is the innermost; so are the events
    in ``acts``. ``opens`` and ``begins`` are the statements whose content and the events whose trigger begin here.
    """

    start: int
    end: int
    contents: tuple[int, ...] = ()
    cues: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    acts: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()

    @property
    def statements(self) -> tuple[int, ...]:
        """Every statement that the piece belongs to, the innermost content first."""
        return tuple(dict.fromkeys((*reversed(self.contents), *self.cues, *self.sources)))


class _Mark(NamedTuple):
    start: int
    end: int
    role: Literal["content", "cue", "source", "act"]
    number: int


def paragraphs(record: Record) -> Iterator[list[Piece]]:
    """Yield the pieces of each paragraph of the article that is not empty."""
    text = record.article.text
    for breaks, group in groupby(_pieces(record), key=lambda piece: text[piece.start] == "\n"):
        pieces = list(group)
        if not breaks and not text[pieces[0].start : pieces[-1].end].isspace():
            yield pieces


def headline(record: Record) -> str:
    """Return what stands above the article: its title, or a first line that looks like one, or its id."""
    article = record.article
    first = article.text.lstrip().split("\n", 1)[0].strip()
    looks_like_one = 0 < len(first.split()) <= _HEADLINE_WORDS and first[-1] not in _NO_HEADLINE
    return (article.title or "").strip() or (first if looks_like_one else f"Article {article.id or article.text_hash}")


def body(record: Record) -> Iterator[list[Piece]]:
    """Yield the paragraphs as above, without a first one that only repeats the headline."""
    title = headline(record)
    for number, pieces in enumerate(paragraphs(record)):
        bare = number == 0 and not any(piece.statements or piece.acts for piece in pieces)
        if not (bare and record.article.text[pieces[0].start : pieces[-1].end].strip() == title):
            yield pieces


def _pieces(record: Record) -> Iterator[Piece]:
    """One sweep over the borders in order: what each opens and closes changes the cover of what follows."""
    text = record.article.text
    said = {number: _length(said) for number, said in enumerate(record.statements, 1)}
    done = {number: act.trigger.end - act.trigger.start for number, act in enumerate(record.events, 1)}
    opening: dict[int, list[_Mark]] = defaultdict(list)
    closing: dict[int, list[_Mark]] = defaultdict(list)
    for mark in _marks(record):
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    breaks = {at for match in _LINE_FEEDS.finditer(text) for at in match.span()}
    borders = sorted({0, len(text)} | breaks | opening.keys() | closing.keys())
    cover: set[_Mark] = set()
    opened: set[int] = set()
    begun: set[int] = set()
    for start, end in pairwise(borders):
        cover.difference_update(closing.get(start, ()))
        cover.update(opening.get(start, ()))
        under: dict[str, set[int]] = defaultdict(set)
        for mark in cover:
            under[mark.role].add(mark.number)
        contents, acts = _outermost_first(under["content"], said), _outermost_first(under["act"], done)
        opens, begins = under["content"] - opened, under["act"] - begun
        opened |= opens
        begun |= begins
        yield Piece(
            start,
            end,
            contents,
            cues=tuple(sorted(under["cue"])),
            sources=tuple(sorted(under["source"])),
            opens=tuple(sorted(opens)),
            acts=acts,
            begins=tuple(number for number in acts if number in begins),
        )


def _outermost_first(numbers: set[int], sizes: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers, key=lambda number: (-sizes[number], number)))


def _marks(record: Record) -> Iterator[_Mark]:
    length = len(record.article.text)
    marks = [_Mark(act.trigger.start, act.trigger.end, "act", number) for number, act in enumerate(record.events, 1)]
    for number, said in enumerate(record.statements, 1):
        marks += [_Mark(span.start, span.end, "content", number) for span in said.content]
        marks += [_Mark(said.cue.start, said.cue.end, "cue", number)] if said.cue else []
        marks += [_Mark(said.source.start, said.source.end, "source", number)] if said.source else []
    # A record from elsewhere may hold spans that lie outside its text: they mark nothing.
    yield from (mark for mark in marks if 0 <= mark.start < mark.end <= length)


def _length(said: Statement) -> int:
    return sum(span.end - span.start for span in said.content)
