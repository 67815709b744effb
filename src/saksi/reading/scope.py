"""The scope of one sentence: its tokens, whose words are taken already, and who spoke last in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from saksi.reading.cues import Trace
from saksi.reading.draft import Source
from saksi.reading.ends import content_end
from saksi.reading.lexicon import Lexicon
from saksi.reading.segments import Sentence
from saksi.reading.subjects import subject_of
from saksi.reading.view import View

SCARE = 3  # fewer words than this in marks are a term, not an utterance
_CREDIT = 12  # tokens of a credit that opens a sentence, up to its comma
TRIM = " \t\n\xa0,;:–—-"
MARKS = "\"“”„«»‘’'"
Chars = tuple[int, int]


@dataclass(slots=True)
class Scope:
    """One sentence while it is read: tokens ``a:b`` of ``view``.

    ``claimed`` are the token ranges that are somebody's words already, ``last`` the source of the last cue accepted
    (a cue without a subject of its own shares it), ``heard`` whether there was one. ``trace``, if somebody asks, keeps
    why words that can be cues are none.
    """

    view: View
    lexicon: Lexicon
    sentence: Sentence
    a: int = 0
    b: int = 0
    claimed: list[Chars] = field(default_factory=list)
    last: Source | None = None
    heard: bool = False
    trace: Trace | None = None

    def __post_init__(self) -> None:
        self.a, self.b = self.view.tokens(self.sentence.start, self.sentence.end)

    def is_claimed(self, at: int) -> bool:
        """Whether the token is somebody's words already."""
        return any(lo <= at < hi for lo, hi in self.claimed)

    def hear(self, source: Source | None) -> None:
        """Note that a cue with this source was accepted."""
        self.last, self.heard = source, True

    def note(self, at: int, why: str) -> None:
        """Keep why the word at ``at`` attributes nothing, if somebody asks."""
        if self.trace is not None:
            self.trace.setdefault(at, why)

    def floor(self, at: int) -> int:
        """Where the free words before ``at`` begin: after the last that are claimed."""
        return max((hi for _, hi in self.claimed if hi <= at), default=self.a)

    def subject(self, at: int) -> tuple[Source | None, str]:
        """The source of the verb at ``at`` and where it comes from: "own", "sentence" or "context"."""
        source = subject_of(self.view, self.lexicon, at, self.floor(at))
        if source is not None and (source.label != "DESC" or self._is_nominal(source)):
            return source, "own"
        return (self.last, "sentence") if self.heard else (None, "context")

    def _is_nominal(self, source: Source) -> bool:
        titles, words = self.lexicon.titles, self.view.words[source.start : source.end]
        named = any(word in titles.roles or word in titles.descriptions for word in words)
        return named or any(self.view.pos[i] in ("NOUN", "PROPN", "NUM", "X") for i in range(source.start, source.end))

    def is_opener(self, a: int, b: int) -> bool:
        """Whether the tokens ``a:b`` are only connectives and marks: "Namun, "."""
        openers = self.lexicon.reporting.words.openers
        return all(self.view.words[i] in openers or self.view.pos[i] == "PUNCT" for i in range(a, b))

    def skip_openers(self, start: int, end: int) -> int:
        """Past a connective that belongs to the article: "Namun ...", "Sementara itu, ..."."""
        words, function = self.view.words, self.lexicon.reporting.words
        if self.lexicon.cues.get(words[start]) == "preposition":  # "According to X, ..., a spokesman said"
            comma = next((k for k in range(start, min(end, start + _CREDIT)) if words[k] == ","), start - 1)
            return comma + 1
        i = start
        while i < end and words[i] in function.openers and i - start < 5:
            i += 1
        if start < i < end and words[i] == ",":
            return i + 1
        if i > start and words[start] in function.coordinators | function.contrast:
            return start + 1
        return start

    def rest(self, start: int, mark: str = "") -> Chars | None:
        """The words from token ``start`` to the end of the sentence, credits left out; claims them."""
        stop = content_end(self.view, self.lexicon.reporting, start, self.b, mark)
        if stop <= start:
            return None
        self.claimed.append((start, stop))
        return self.trimmed(start, stop)

    def trimmed(self, a: int, b: int) -> Chars:
        """The characters of the tokens ``a:b``, less space, commas and unpaired marks at both ends."""
        text = self.view.text
        start, end = self.chars(a, b)
        while start < end and (text[start].isspace() or text[start] in ",;:"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
            end -= 1
        marks = [i for i in range(start, end) if text[i] in MARKS]
        if len(marks) == 1:
            start += marks[0] == start
            end -= marks[0] == end - 1
        return start, end

    def chars(self, a: int, b: int) -> Chars:
        """The characters of the tokens ``a:b``."""
        return self.view.start[a], self.view.end[b - 1]
