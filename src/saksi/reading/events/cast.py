"""The cast: every place of an article where someone who can act is named or meant, and who that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from saksi.reading.draft import Draft
from saksi.reading.events.codes import LONGEST_NAME, Codes
from saksi.reading.events.frames import Frames
from saksi.reading.names import Person
from saksi.reading.speakers import Resolver, Speaker
from saksi.record import MentionKind
from saksi.world.entry import Entry
from saksi.world.states import all_states
from saksi.world.world import World

_PAIR_REACH = 1_200  # characters back that "kedua negara" may reach for their names
_RELATIVE_REACH = 6  # tokens of a relative clause that "itu" may close
_STATE_REACH = 2_500  # the same for "negara itu"


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


class Cast:
    """The mentions of an article in the order of the text, by token."""

    def __init__(self, draft: Draft, resolver: Resolver, frames: Frames, said: list[Said], world: World) -> None:
        self.draft, self.view, self.lexicon = draft, draft.view, draft.lexicon
        self.resolver, self.frames, self.said = resolver, frames, said
        self.codes = Codes(self.view, self.lexicon, frames.actors, draft.published, world)
        self.entry, self.code = self.codes.entry, self.codes.code
        pronouns, words = self.lexicon.reporting.pronouns, frames.actors
        self._meaning: frozenset[str] = frozenset().union(
            pronouns.first, pronouns.plural, pronouns.singular, words.both, words.people, words.groups,
            words.government, words.nations, words.own, words.things,
        )  # fmt: skip
        self.parts: list[Part] = []
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
        view, meaning = self.view, self._meaning
        i, n = 0, len(view.words)
        while i < n:
            word = view.words[i]
            if view.entity_at[i] is None and word not in meaning and not view.forms[i][0].isupper():
                i += 1
                continue
            part = self._named(i) or self._meant(i)
            if part is not None and part.actors:
                yield part
                i = part.end
            else:
                i += 1

    # Names

    def _named(self, i: int) -> Part | None:
        view = self.view
        entity = view.entity_at[i]
        if view.words[i] in self.frames.actors.own:
            return self._at_home(i)
        if entity is not None and entity.start == i:
            if entity.label == "PER":
                if person := self.resolver.registry.people.of_entity.get(i):
                    return Part(i, entity.end, (self._person(self._other_than_voice(person, i)),), "name")
                return None
            return self._entity(i, entity.end, entity.label)
        if entity is None and view.forms[i][:1].isupper():
            last = i + 1
            while last < min(i + LONGEST_NAME, len(view.words)) and self._goes_on(last):
                last += 1
            for end in range(last, i, -1):
                if part := self._known(i, end) or self._hyphened(i, end):
                    return part
        return None

    def _goes_on(self, i: int) -> bool:
        """Whether token ``i`` may belong to a name that began before it."""
        return self.view.entity_at[i] is None and self.view.forms[i][:1].isupper()

    def _at_home(self, i: int) -> Part | None:
        """The citizens of the home state: "WNI"."""
        entry = self.entry(self.frames.actors.home_name)
        return Part(i, i + 1, (self._of_entry(entry, entry.name),), "description") if entry else None

    def _other_than_voice(self, person: Person, i: int) -> Person:
        """Another person of the same short name, where the one found is speaking: nobody calls himself "Kim"."""
        voice = self._voice(self.view.start[i])
        word = self.view.words[i]
        if voice is None or voice.person is not person or len(person.tokens) < 2:
            return person
        others = [p for p in self.resolver.registry.people.persons if p is not person and word in p.tokens]
        return others[0] if others else person

    def _entity(self, a: int, b: int, label: str) -> Part | None:
        if part := self._known(a, b) or self._hyphened(a, b):
            return part
        for i in range(a, b):  # "Kementerian Pertahanan Rusia" acts for Russia
            for end in range(b, i, -1):
                if (part := self._known(i, end)) and not part.place:
                    speaker = self._organisation(a, b, part.actors[0].code)
                    return Part(a, b, (speaker,), "name")
        if label == "ORG":
            return Part(a, b, (self._organisation(a, b, None),), "name")
        return None

    def _organisation(self, a: int, b: int, code: str | None) -> Speaker:
        name = " ".join(self.view.span(a, b).split())
        name = self.resolver.registry.aliases.in_full(name)
        speaker = self.resolver.registry.speakers.setdefault(
            f"n:{name.casefold()}", Speaker(f"n:{name.casefold()}", name, "ORG")
        )
        self.codes.note(speaker, code)
        return speaker

    def _known(self, a: int, b: int) -> Part | None:
        name = " ".join(self.view.span(a, b).split())
        entry = self.entry(name)
        if entry is None or entry.kind == "leader":
            return None
        place = entry.kind in ("capital", "city")
        kind: MentionKind = "metonym" if place or entry.kind == "metonym" else "name"
        return Part(a, b, (self._of_entry(entry, name),), kind, place)

    def _hyphened(self, a: int, b: int) -> Part | None:
        """Two actors that a hyphen joins: "perang Iran-Israel"."""
        text = self.view.span(a, b)
        if "-" not in text and "–" not in text:
            return None
        names = [name.strip() for name in text.replace("–", "-").split("-")]
        entries = [self.entry(name) if name else None for name in names]
        if len(names) != 2 or any(entry is None or entry.kind == "leader" for entry in entries):
            return None
        actors = tuple(self._of_entry(e, n) for e, n in zip(entries, names, strict=True) if e is not None)
        return Part(a, b, actors, "name") if len(actors) == 2 else None

    def _of_entry(self, entry: Entry, name: str) -> Speaker:
        """The actor of an entry: states are one actor, whatever stands for them; bodies keep their own names."""
        if entry.kind in ("state", "capital", "metonym", "demonym", "city"):
            key, label = f"s:{entry.code}", "LOC"
        else:
            name = self.resolver.registry.aliases.in_full(name)
            key, label = f"n:{name.casefold()}", "DESC" if entry.kind == "group" else "ORG"
        speaker = self.resolver.registry.speakers.get(key)
        if speaker is None:
            state = all_states().by_code(entry.code) if label == "LOC" else None
            name = self.resolver.registry.name_of(state) if state else name
            speaker = self.resolver.registry.speakers[key] = Speaker(key, name, label)
        speaker.code = entry.code
        return speaker

    def _person(self, person: Person) -> Speaker:
        return self.resolver.registry.of_person(person)

    # Pronouns and descriptions

    def _meant(self, i: int) -> Part | None:
        view, words = self.view, self.frames.actors
        word = view.words[i]
        if word not in self._meaning:
            return None
        offset = view.start[i]
        pronouns = self.lexicon.reporting.pronouns
        following = view.words[i + 1] if i + 1 < len(view.words) else ""
        if word in pronouns.first:
            speaker = self._voice(offset)
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
        if word in words.people and not (i + 1 < len(view.words) and self._named(i + 1)):
            return Part(i, i + 1, (self._people(word),), "description")
        if word in words.groups and definite:
            found = self._last(offset, lambda s: s.label != "LOC" and s.person is None)
            return Part(i, i + 1, (found,), "description") if found else None
        if (word in words.government or word in words.nations) and definite:
            voice = self._voice(offset)
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
        return any(self.view.forms[k][:1].isupper() and self._named(k) is not None for k in near)

    def _people(self, word: str) -> Speaker:
        key = f"n:{word}"
        return self.resolver.registry.speakers.setdefault(key, Speaker(key, word, "DESC"))

    def _voice(self, offset: int) -> Speaker | None:
        """Whose words ``offset`` lies in: "kami" and "saya" mean the speaker."""
        return next((one.speaker for one in self.said if one.start <= offset < one.end), None)

    def _pair(self, offset: int) -> tuple[Speaker, ...]:
        """The two states named last before ``offset``, each by itself or by its leader."""
        found: list[Speaker] = []
        codes: list[str | None] = []
        for part in reversed(self.parts):
            if offset - self.view.start[part.start] > _PAIR_REACH:
                break
            for actor in part.actors:
                code = self.code(actor)
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
