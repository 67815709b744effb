"""A parsed article as plain arrays: what the steps look at, made once.

Python lists of words are several times quicker to walk than spaCy's token objects, and every step walks them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.attrs import DEP, HEAD, IDX, LOWER, ORTH, POS
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc

from saksi.reading.quotations import Quotation
from saksi.reading.segments import Paragraph, Segments

_UNSIGNED = 1 << 64
_POS: dict[int, str] = dict(NAMES)


class Entity(NamedTuple):
    """A named entity: tokens ``start:end`` and its label (PER, ORG, LOC)."""

    start: int
    end: int
    label: str


class View:
    """Words, parts of speech, heads, entities and quotations of a Doc, by token index."""

    def __init__(self, doc: Doc, segments: Segments, text: str | None = None) -> None:
        self.text = doc.text if text is None else text  # a doc puts its text together again, token by token
        values = doc.to_array([ORTH, LOWER, POS, IDX, DEP, HEAD]).T.tolist() if len(doc) else [[]] * 6
        strings = doc.vocab.strings
        self.forms: list[str] = [strings[key] for key in values[0]]
        self.words: list[str] = [strings[key] for key in values[1]]
        self.pos: list[str] = [_POS[key] for key in values[2]]
        self.start: list[int] = values[3]
        self.dep: list[str] = [strings[key] for key in values[4]]
        # spaCy gives each head as its distance, in 64 unsigned bits.
        self.head: list[int] = [i + (d - _UNSIGNED if d >= _UNSIGNED // 2 else d) for i, d in enumerate(values[5])]
        self.end = [i + len(form) for i, form in zip(self.start, self.forms, strict=True)]
        self.paragraphs: tuple[Paragraph, ...] = segments.paragraphs
        self.set_entities([Entity(ent.start, ent.end, ent.label_) for ent in doc.ents])
        self.quote_at: list[Quotation | None] = [None] * len(self.words)
        for paragraph in segments.paragraphs:
            for sentence in paragraph.sentences:
                for quotation in sentence.quotations:
                    a, b = self.tokens(quotation.outer_start, quotation.outer_end)
                    self.quote_at[a:b] = [quotation] * (b - a)

    def set_entities(self, entities: list[Entity]) -> None:
        """Take ``entities``, in order and not overlapping, for those of the article."""
        self.entities = entities
        self.entity_at: list[Entity | None] = [None] * len(self.words)
        for entity in entities:
            self.entity_at[entity.start : entity.end] = [entity] * (entity.end - entity.start)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens ``a:b`` that overlap the characters ``start:end``."""
        return bisect_right(self.end, start), bisect_left(self.start, end)

    def span(self, a: int, b: int) -> str:
        """The exact text of the tokens ``a:b``."""
        return self.text[self.start[a] : self.end[b - 1]] if a < b else ""

    def plain(self, a: int, b: int) -> str:
        """The text of the tokens ``a:b`` on one line, with the spaces put back that were lost between words."""
        glued = [i for i in range(a, b) if i > a and self.start[i] == self.end[i - 1]]
        parts, begin = [], a
        for i in glued:
            if self.forms[i][0].isalnum() and self.forms[i - 1][-1].isalnum():
                parts.append(self.span(begin, i))
                begin = i
        return " ".join(" ".join([*parts, self.span(begin, b)]).split())

    def blank(self, i: int) -> bool:
        """Whether a token is nothing but space."""
        return not self.words[i].strip()


def without(entities: list[Entity], others: list[Entity]) -> list[Entity]:
    """Those of the entities that overlap none of the others."""
    return [e for e in entities if not any(o.start < e.end and e.start < o.end for o in others)]
