"""The cast: every place of an article where someone who can act is named or meant, and who that is."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.draft import Draft
from saksi.reading.events.anaphoric_mentions import AnaphoricMentions
from saksi.reading.events.codes import Codes
from saksi.reading.events.frames import Frames
from saksi.reading.events.mentions import Part, Said
from saksi.reading.events.named_mentions import NamedMentions
from saksi.reading.speakers import Resolver
from saksi.world.world import World


class Cast:
    """The mentions of an article in the order of the text, by token."""

    def __init__(self, draft: Draft, resolver: Resolver, frames: Frames, said: list[Said], world: World) -> None:
        self.view = draft.view
        codes = Codes(draft.view, draft.lexicon, frames.actors, draft.published, world)
        self.entry, self.code = codes.entry, codes.code
        self.parts: list[Part] = []
        self.named = NamedMentions(draft.view, resolver.registry, frames, said, codes)
        self.meant = AnaphoricMentions(draft, resolver, frames, said, self.named, self.parts)
        self.at: list[Part | None] = [None] * len(self.view.words)
        for part in self._find():
            self.parts.append(part)
            self.at[part.start : part.end] = [part] * (part.end - part.start)

    def within(self, a: int, b: int) -> list[Part]:
        """The mentions that begin among the tokens ``a:b``."""
        found = []
        i = a
        while i < b:
            part = self.at[i]
            if part is not None and part.start == i:
                found.append(part)
                i = part.end
            else:
                i += 1
        return found

    def _find(self) -> Iterator[Part]:
        view, meaning = self.view, self.meant.words
        i, n = 0, len(view.words)
        while i < n:
            word = view.words[i]
            if view.entity_at[i] is None and word not in meaning and not view.forms[i][0].isupper():
                i += 1
                continue
            part = self.named.at(i) or self.meant.at(i)
            if part is not None and part.actors:
                yield part
                i = part.end
            else:
                i += 1
