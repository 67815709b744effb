"""The article cut into pieces at every border of a mark, so that marks may overlap, nest and have several spans.

Each piece says which statements cover it, as content, cue or source. Marking up is done here, in code points, and
never again by offset: a browser would count them otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from saksi.record import Record, Span, Statement

_HEADLINE_WORDS, _NO_HEADLINE = 18, '.,:;"”»)'
_LINE_FEEDS = re.compile(r"\n+")


class Piece(NamedTuple):
    """Words with one and the same cover; statements stand by their place in the record, counted from 1.

    ``contents`` are ordered from the longest statement to the shortest, so the last is the innermost. ``opens`` are
    the statements whose content begins with this piece.
    """

    start: int
    end: int
    contents: tuple[int, ...] = ()
    cues: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()

    @property
    def statements(self) -> tuple[int, ...]:
        """Every statement that the piece belongs to, the innermost content first."""
        return tuple(dict.fromkeys((*reversed(self.contents), *self.cues, *self.sources)))


class _Mark(NamedTuple):
    start: int
    end: int
    role: Literal["content", "cue", "source"]
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
        bare = number == 0 and not any(piece.statements for piece in pieces)
        if not (bare and record.article.text[pieces[0].start : pieces[-1].end].strip() == title):
            yield pieces


def _pieces(record: Record) -> Iterator[Piece]:
    """One sweep over the borders in order: what each opens and closes changes the cover of what follows."""
    text = record.article.text
    size = {number: _length(said) for number, said in enumerate(record.statements, 1)}
    opening: dict[int, list[_Mark]] = defaultdict(list)
    closing: dict[int, list[_Mark]] = defaultdict(list)
    for mark in _marks(record):
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    breaks = {at for match in _LINE_FEEDS.finditer(text) for at in match.span()}
    borders = sorted({0, len(text)} | breaks | opening.keys() | closing.keys())
    cover: set[_Mark] = set()
    opened: set[int] = set()
    for start, end in pairwise(borders):
        cover.difference_update(closing.get(start, ()))
        cover.update(opening.get(start, ()))
        content = {mark.number for mark in cover if mark.role == "content"}
        opens = sorted(content - opened)
        opened |= content
        yield Piece(
            start,
            end,
            tuple(sorted(content, key=lambda number: (-size[number], number))),
            tuple(sorted(mark.number for mark in cover if mark.role == "cue")),
            tuple(sorted(mark.number for mark in cover if mark.role == "source")),
            tuple(opens),
        )


def _marks(record: Record) -> Iterator[_Mark]:
    length = len(record.article.text)
    for number, said in enumerate(record.statements, 1):
        marks = [_Mark(span.start, span.end, "content", number) for span in said.content]
        marks += [_Mark(said.cue.start, said.cue.end, "cue", number)] if said.cue else []
        marks += [_Mark(said.source.start, said.source.end, "source", number)] if said.source else []
        # A record from elsewhere may hold spans that lie outside its text: they mark nothing.
        yield from (mark for mark in marks if 0 <= mark.start < mark.end <= length)


def _length(said: Statement) -> int:
    return sum(span.end - span.start for span in said.content)


def standing(record: Record, said: Statement) -> str:
    """Return the speaker's role and affiliation, the affiliation only where the role does not name it already."""
    actor = record.actor(said.speaker)
    role = (actor.role if actor else None) or ""
    affiliation = said.affiliation or (actor.affiliation if actor else None) or ""
    return role if affiliation.casefold() in role.casefold() else ", ".join(filter(None, (role, affiliation)))


def content_text(said: Statement) -> str:
    """Return the words of a statement, its spans joined by an ellipsis."""
    return " … ".join(_words(span) for span in said.content)


def _words(span: Span) -> str:
    return " ".join(span.text.split())
