"""Mentions: places of an article where someone who can act is named or meant, and the words that people say."""

from __future__ import annotations

from typing import NamedTuple

from saksi.reading.speakers import Speaker
from saksi.record import MentionKind


class Part(NamedTuple):
    """A mention of an actor: tokens ``start:end``; ``place`` says that it may be no more than a place."""

    start: int
    end: int
    actors: tuple[Speaker, ...]
    kind: MentionKind
    place: bool = False


class Said(NamedTuple):
    """Content of a statement: characters ``start:end``, who says it, and whether to deny it."""

    start: int
    end: int
    speaker: Speaker | None
    denied: bool = False

    def covers(self, offset: int) -> bool:
        """Whether the character at ``offset`` is said here."""
        return self.start <= offset < self.end


def voice_at(said: list[Said], offset: int) -> Speaker | None:
    """Whose words ``offset`` lies in: "kami" and "saya" mean the speaker."""
    return next((one.speaker for one in said if one.covers(offset)), None)
