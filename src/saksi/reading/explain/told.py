"""What an explanation is made of: plain structs, with offsets into the text of the article as in records."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.record import ReaderInfo, Span, Stance, Status

Part = Literal["prose", "heading", "furniture"]
Side = Literal["source", "target"]


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A word of the parse; ``head`` is the index of another token of the article, ``entity`` a label or null."""

    index: int
    start: int
    text: str
    pos: str
    dep: str
    head: int
    head_text: str
    entity: str | None


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the record that has words or its cue in the sentence, and where its speaker comes from."""

    id: str
    rule: str
    form: str
    stance: Stance
    confidence: float
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    speaker_from: str
    unresolved: str | None


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """A word that could have made a statement or an act and did not, what it could have been, and why."""

    word: Span
    kind: str
    why: str


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """A feature that a judge went by, and what it weighs: above 0 for yes, below for no."""

    feature: str
    weight: float


class Chance(msgspec.Struct, frozen=True, kw_only=True):
    """How likely a judge finds something, with the features that weighed most."""

    probability: float
    reasons: tuple[Reason, ...]


class Operator(msgspec.Struct, frozen=True, kw_only=True):
    """What stands over an act, and the word that says so; null where the statement around the sentence does."""

    kind: str
    word: Span | None


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that may take part in an act.

    ``words`` are its mentions in the sentence, ``ways`` the constructions by which it stands to the act, ``context``
    what of the article speaks for it. ``source`` and ``target`` are the chances of its being either, ``taken`` what
    it was taken for, and why: because it is "likely", or only "likeliest", where nobody is likely.
    """

    name: str
    code: str | None
    words: tuple[str, ...]
    ways: tuple[str, ...]
    context: tuple[str, ...]
    source: Chance
    target: Chance
    taken: dict[Side, Literal["likely", "likeliest"]]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A possible act of the sentence; ``event`` is the id of the event that it is in the record, or null.

    ``type`` and ``cameo`` are those of the frame, ``form`` how the act is told; ``carrier`` is the light verb of a
    noun, ``object`` the word that the frame asks for. ``operators`` stand from the outermost to the innermost.
    """

    trigger: Span
    type: str
    cameo: str
    voice: str
    form: str
    carrier: str | None
    object: str | None
    standing: dict[str, tuple[str, ...]]
    operators: tuple[Operator, ...]
    status: Status
    candidates: tuple[Candidate, ...]
    chance: Chance
    event: str | None
    outcome: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why the record of an article holds what it holds for one sentence, and not what it does not.

    ``part`` says what of the article the sentence is; only in prose statements and events are looked for. ``cues``
    and ``words`` are words that could have made a statement, or an act, and did not.
    """

    article: str
    offset: int
    sentence: Span
    part: Part
    notes: tuple[str, ...]
    tokens: tuple[Token, ...]
    statements: tuple[Said, ...]
    cues: tuple[Left, ...]
    acts: tuple[Act, ...]
    words: tuple[Left, ...]
    reader: ReaderInfo
