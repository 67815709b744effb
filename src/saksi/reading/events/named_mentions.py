"""Named mentions: actors by their names, by the capital or seat that stands for them, and two that a hyphen joins."""

from __future__ import annotations

from saksi.reading.events.codes import LONGEST_NAME, Codes
from saksi.reading.events.frames import Frames
from saksi.reading.events.mentions import Part, Said, voice_at
from saksi.reading.names import Person
from saksi.reading.registry import Registry
from saksi.reading.speakers import Speaker
from saksi.reading.view import View
from saksi.record import MentionKind
from saksi.world.entry import Entry
from saksi.world.states import all_states


class NamedMentions:
    """Finds who is named at a token."""

    def __init__(self, view: View, registry: Registry, frames: Frames, said: list[Said], codes: Codes) -> None:
        self.view, self.registry, self.frames, self.said = view, registry, frames, said
        self.codes, self.entry = codes, codes.entry

    def at(self, i: int) -> Part | None:
        """The mention by name that begins at token ``i``: a person, state, body, group or place; null if none does."""
        view = self.view
        entity = view.entity_at[i]
        if view.words[i] in self.frames.actors.own:
            return self._at_home(i)
        if entity is not None and entity.start == i:
            if entity.label == "PER":
                if person := self.registry.people.of_entity.get(i):
                    return Part(i, entity.end, (self.registry.of_person(self._other_than_voice(person, i)),), "name")
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
        voice = voice_at(self.said, self.view.start[i])
        word = self.view.words[i]
        if voice is None or voice.person is not person or len(person.tokens) < 2:
            return person
        others = [p for p in self.registry.people.persons if p is not person and word in p.tokens]
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
        speaker = self.registry.by_name(self.registry.aliases.in_full(name), "ORG")
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
            name = self.registry.aliases.in_full(name)
            key, label = f"n:{name.casefold()}", "DESC" if entry.kind == "group" else "ORG"
        speaker = self.registry.speakers.get(key)
        if speaker is None:
            state = all_states().by_code(entry.code) if label == "LOC" else None
            name = self.registry.name_of(state) if state else name
            speaker = self.registry.speakers[key] = Speaker(key, name, label)
        speaker.code = entry.code
        return speaker
