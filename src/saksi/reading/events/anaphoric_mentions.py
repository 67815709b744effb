"""Anaphoric mentions: actors by a pronoun or a description, "they", "kedua negara", "the group", "pemerintah".

Whom one means is sought among those named before it, or it is the one whose words are quoted.
"""

from __future__ import annotations

from collections.abc import Callable

from saksi.reading.draft import Draft
from saksi.reading.events.frames import Frames
from saksi.reading.events.mentions import Part, Said, voice_at
from saksi.reading.events.named_mentions import NamedMentions
from saksi.reading.speakers import Resolver, Speaker

_PAIR_REACH = 1_200  # characters back that "kedua negara" may reach for their names
_RELATIVE_REACH = 6  # tokens of a relative clause that "itu" may close
_STATE_REACH = 2_500  # the same for "negara itu"


class AnaphoricMentions:
    """Finds who is meant at a token; ``parts`` are the mentions found so far and grow as the article is read."""

    def __init__(
        self,
        draft: Draft,
        resolver: Resolver,
        frames: Frames,
        said: list[Said],
        named: NamedMentions,
        parts: list[Part],
    ) -> None:
        self.view, self.lexicon, self.resolver, self.registry = draft.view, draft.lexicon, resolver, resolver.registry
        self.frames, self.said, self.named, self.codes, self.parts = frames, said, named, named.codes, parts
        pronouns, words = self.lexicon.reporting.pronouns, frames.actors
        self.words: frozenset[str] = frozenset().union(
            pronouns.first, pronouns.plural, pronouns.singular, words.both, words.people, words.groups,
            words.government, words.nations, words.own, words.things,
        )  # fmt: skip

    def at(self, i: int) -> Part | None:
        """The mention by pronoun or description at token ``i``; null if none stands there or it means nobody known."""
        view, words = self.view, self.frames.actors
        word = view.words[i]
        if word not in self.words:
            return None
        offset = view.start[i]
        pronouns = self.lexicon.reporting.pronouns
        following = view.words[i + 1] if i + 1 < len(view.words) else ""
        if word in pronouns.first:
            speaker = voice_at(self.said, offset)
            return Part(i, i + 1, (speaker,), "pronoun") if speaker else None
        if word in words.both and (following in words.sides or word in pronouns.plural):
            return Part(i, i + 1, self._pair(offset), "description")
        if word in words.things:
            found = self._last(offset, lambda s: s.person is None)
            return Part(i, i + 1, (found,), "pronoun") if found else None
        if word in pronouns.plural:
            speaker, _ = self.resolver.anaphora.plural([word], offset, i)
            return Part(i, i + 1, (speaker,), "pronoun") if speaker else None
        if word in pronouns.singular:
            speaker, _ = self.resolver.anaphora.floor(offset, pronoun=word)
            return Part(i, i + 1, (speaker,), "pronoun") if speaker else None
        definite = following in self.lexicon.reporting.words.demonstratives or self._is_pointed_at(i)
        if self.frames.roles.before_noun and i:
            definite = view.words[i - 1] in self.lexicon.reporting.words.demonstratives
        if word in words.people and not (i + 1 < len(view.words) and self.named.at(i + 1)):
            return Part(i, i + 1, (self.registry.by_name(word, "DESC"),), "description")
        if word in words.groups and definite:
            found = self._last(offset, lambda s: s.label != "LOC" and s.person is None)
            return Part(i, i + 1, (found,), "description") if found else None
        if (word in words.government or word in words.nations) and definite:
            voice = voice_at(self.said, offset)
            found = (
                voice if voice is not None and voice.label == "LOC" else self._last(offset, lambda s: s.label == "LOC")
            )
            return Part(i, i + 1, (found,), "description") if found else None
        if word in words.government and not self._is_stated(i):
            found = self._last(offset, lambda s: s.label == "LOC")
            return Part(i, i + 1, (found,), "description") if found else None
        return None

    def _is_pointed_at(self, i: int) -> bool:
        """Whether a relative clause of one actor at most leads to "itu": "kelompok yang didukung Iran itu"."""
        words, function = self.view.words, self.lexicon.reporting.words
        if i + 1 >= len(words) or words[i + 1] not in function.relative:
            return False
        reach = words[i + 2 : i + 2 + _RELATIVE_REACH]
        for word in reach:
            if word in function.demonstratives:
                return True
            if not word[0].isalnum():
                return False
        return False

    def _is_stated(self, i: int) -> bool:
        """Whether a state is named right behind "pemerintah"."""
        near = range(i + 1, min(i + 4, len(self.view.words)))
        return any(self.view.forms[k][:1].isupper() and self.named.at(k) is not None for k in near)

    def _pair(self, offset: int) -> tuple[Speaker, ...]:
        """The two states named last before ``offset``, each by itself or by its leader."""
        found: list[Speaker] = []
        codes: list[str | None] = []
        for part in reversed(self.parts):
            if offset - self.view.start[part.start] > _PAIR_REACH:
                break
            for actor in part.actors:
                code = self.codes.code(actor)
                if part.kind in ("name", "metonym") and code and code not in codes:
                    codes.append(code)
                    found.append(actor)
            if len(found) >= 2:
                return tuple(found[:2][::-1])
        return ()

    def _last(self, offset: int, fits: Callable[[Speaker], bool]) -> Speaker | None:
        """The actor named last before ``offset`` of those that fit."""
        for part in reversed(self.parts):
            if offset - self.view.start[part.start] > _STATE_REACH:
                return None
            if part.kind == "name" and len(part.actors) == 1 and fits(part.actors[0]):
                return part.actors[0]
        return None
