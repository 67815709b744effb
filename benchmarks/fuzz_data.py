"""Cases for fuzzing: bytes as the source of every choice, and records made from them.

The same bytes make the same case, so that a crash can be kept as bytes, and hypothesis and atheris can steer by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar, get_args

from saksi.plover import TYPES
from saksi.record import (
    Actor,
    ActorType,
    Article,
    Basis,
    Event,
    Form,
    Mention,
    MentionKind,
    Period,
    Place,
    ReaderInfo,
    Record,
    Span,
    Stance,
    Statement,
    Status,
)

T = TypeVar("T")
# What news is made of, and what breaks programs: marks, breaks, directions, invisible letters, halves of pairs.
_WORDS: Final = "kata said Rusia menurut yang tidak told < > <p> </p> <br> &amp; &#0; { } [ ] ( ) \\ 1 2023-09-13 13/10"
_MORE: Final = "http://a.b/c @x #y =1+1 aaaaaaaaaaaaaaaaaaaaaaaa A.B.C. Dr. İ ß ﬁ ǅ 😀 👩\u200d👩\u200d👧 漢字 العربية"
_MARKS: Final = " \"'“”‘’«».,!?…:;-—\n\r\t\xa0\u2028\u2029\x0b\x0c\x85\0\x1b\u200b\u200d\u202e\u2066\ufeff\ufffd\u0301"
PIECES: Final = (*_WORDS.split(), *_MORE.split(), *_MARKS, "Kim Jong Un", "\\ \\ ", "\r\n", ". ", ", ")
HALF: Final = "\ud83d"


class Choices:
    """Choices by the bytes of a case; when they are used up, the first of everything."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self, below: int) -> int:
        """A number from 0, less than ``below`` (256 at most)."""
        if self.at >= len(self.data):
            return 0
        self.at += 1
        return self.data[self.at - 1] % below

    def of(self, values: Sequence[T]) -> T:
        """One of some values."""
        return values[self.number(len(values))]

    def text(self, most: int = 24, *, half: bool = False) -> str:
        """Some pieces of text; ``half``: it may hold half of a surrogate pair."""
        pieces = [self.of(PIECES) for _ in range(self.number(most + 1))]
        if half and self.number(8) == 1:
            pieces.append(HALF)
        return "".join(pieces)

    def maybe(self) -> str | None:
        """A text or null."""
        return self.text(6) if self.number(2) else None

    def span(self, text: str) -> Span:
        """Some words of a text."""
        start = self.number(len(text) + 1)
        return Span.of(text, start, min(len(text), start + self.number(40)))


def record(choices: Choices) -> Record:
    """A record that follows the schema and whose offsets hold, whatever its texts are."""
    text = choices.text(60) or "."
    refs = [f"a{n}" for n in range(choices.number(4))]

    def mention() -> Mention:
        one = choices.span(text)
        return Mention(one.start, one.end, one.text, choices.of(get_args(MentionKind)))

    def ref() -> str | None:
        return choices.of(refs) if refs and choices.number(2) else choices.maybe()

    actors = tuple(
        Actor(
            one, choices.of(get_args(ActorType)), choices.text(6), choices.maybe(), choices.maybe(), choices.maybe(),
            mentions=tuple(mention() for _ in range(choices.number(3))),
        )
        for one in refs
    )  # fmt: skip
    statements = tuple(
        Statement(
            f"s{n}", choices.of(get_args(Form)), tuple(choices.span(text) for _ in range(1 + choices.number(2))),
            choices.span(text) if choices.number(2) else None, choices.span(text) if choices.number(2) else None,
            ref(), choices.maybe(), choices.of(get_args(Stance)), choices.maybe(), choices.maybe(), choices.text(2),
        )
        for n in range(choices.number(4))
    )  # fmt: skip
    return Record(
        article=Article(text, choices.text(3), choices.maybe(), choices.maybe(), title=choices.maybe()),
        actors=actors,
        statements=statements,
        events=tuple(_event(choices, text, refs, n) for n in range(choices.number(4))),
        reader=ReaderInfo("0", "id", "none-0"),
    )


def _event(choices: Choices, text: str, refs: list[str], n: int) -> Event:
    where = choices.span(text)
    begin = choices.of(("2023-09-13", "2023-09", "2023", None))
    date = Period(begin, begin, choices.span(text) if choices.number(2) else None, choices.of(get_args(Basis)))
    return Event(
        f"e{n}", choices.of(list(TYPES)), choices.span(text), tuple(refs[:1]), tuple(refs[1:]),
        choices.of(get_args(Status)), ("s0",) if choices.number(2) else (), date,
        Place(where.start, where.end, where.text, choices.maybe()) if choices.number(2) else None,
    )  # fmt: skip
