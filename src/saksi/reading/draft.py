"""The draft of a record: what the steps hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import View
from saksi.record import Stance


class Source(NamedTuple):
    """The words that name a source: tokens ``start:end``, and ``head:end`` of them that are the name proper.

    ``label`` is PER, ORG, LOC, PRON or DESC (a description such as "seorang pejabat").
    """

    start: int
    end: int
    head: int
    label: str


@dataclass(slots=True)
class Attribution:
    """A statement found, before its speaker is resolved; offsets are characters but for ``source``.

    ``inherits`` says where the speaker comes from if there is no source: "sentence" (the subject of the cue before),
    "context" (whoever spoke last) or "own" (``source`` says it).
    """

    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    source: Source | None
    rule: str
    inherits: str = "own"
    stance: Stance = "asserted"
    confidence: float = 0.9
    outlet: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Draft:
    """Everything read so far in one article."""

    view: View
    lexicon: Lexicon
    furniture: list[tuple[int, int]] = field(default_factory=list)
    published: str | None = None
    attributions: list[Attribution] = field(default_factory=list)
