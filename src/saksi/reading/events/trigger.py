"""A trigger: the tokens that may tell an act, with its frame, its voice and what carries it."""

from __future__ import annotations

from dataclasses import dataclass

from saksi.reading.events.frames import Frame, Voice


@dataclass(slots=True)
class Trigger:
    """A possible act: tokens ``start:end``; ``verb`` is the token whose subject does it, or null for a bare noun.

    ``carrier`` is the light verb of a noun, ``voice`` the voice of the verb that counts. ``receives``: the subject is
    acted upon ("menerima bantuan"). ``own`` says that the trigger has an enclitic possessor or object ("serangannya").
    """

    start: int
    end: int
    frame: Frame
    voice: Voice
    carrier: int | None = None
    receives: bool = False
    own: bool = False
    object_at: int | None = None

    @property
    def verb(self) -> int | None:
        """The token of the verb that the doer is the subject of."""
        return self.carrier if self.voice == "noun" or self.carrier is not None else self.start

    @property
    def type(self) -> str:
        """The PLOVER type of the act."""
        return self.frame.type or ""
