"""Codes: for whom an actor acts, by the tables of the world and by the roles that the article tells."""

from __future__ import annotations

from collections import Counter

from saksi.reading.events.frames import ActorWords
from saksi.reading.lexicon import Lexicon
from saksi.reading.speakers import Speaker
from saksi.reading.view import View
from saksi.world.dates import DAY, span
from saksi.world.entry import Entry
from saksi.world.world import World

LONGEST_NAME = 5  # words of a name looked up without the model's help


def day_of(published: str | None) -> str | None:
    """The day that an article says it was published on; null where what it says is no ISO date ("13 Sep 2023")."""
    try:
        span(published and published[:DAY])
    except ValueError:
        return None
    return published[:DAY] if published else None


class Codes:
    """Looks names up in the light of one article: its date, and the states that it names plainly."""

    def __init__(self, view: View, lexicon: Lexicon, words: ActorWords, published: str | None, world: World) -> None:
        self.lexicon, self.words, self.world = lexicon, words, world
        self.on = day_of(published)
        self._found: dict[str, Entry | None] = {}
        self._codes: dict[str, str | None] = {}
        self.countries: Counter[str] = Counter()
        names = (" ".join(view.span(entity.start, entity.end).split()) for entity in view.entities)
        self.countries.update(entry.country or entry.code for name in names if (entry := self.entry(name)))
        self._found.clear()  # what was in doubt may be plain beside the states that the article names

    def entry(self, name: str) -> Entry | None:
        """What a name means in the world's tables, if it means one thing, or one beside the states of the article."""
        if name not in self._found:
            self._found[name] = self._choose(self.world.find(name, self.lexicon.language, self.on))
        return self._found[name]

    def _choose(self, entries: tuple[Entry, ...]) -> Entry | None:
        if not entries:
            return None
        if len({entry.name for entry in entries}) == 1 and entries[0].kind == "leader":
            return entries[0]  # who leads a state and a party acts for the state, which comes first
        if len(entries) == 1 and not entries[0].ambiguous:
            return entries[0]
        near = [entry for entry in entries if self.countries[entry.country or entry.code]]
        return near[0] if len({entry.code for entry in near}) == 1 else None

    def code(self, speaker: Speaker) -> str | None:
        """For whom an actor acts: the code of a state, body or group, or null."""
        if speaker.code:
            return speaker.code
        if speaker.key not in self._codes:
            self._codes[speaker.key] = self._code(speaker)
        return self._codes[speaker.key]

    def note(self, speaker: Speaker, code: str | None) -> None:
        """Keep a code that the words of a mention tell, unless one is known."""
        self._codes.setdefault(speaker.key, code)

    def _code(self, speaker: Speaker) -> str | None:
        if (person := speaker.person) is None:
            if entry := self.entry(speaker.name):
                return entry.code
            words = speaker.name.casefold().split()
            private = any(word in self.words.private for word in words[:3])
            return None if private else self._code_in(speaker.name)
        words = (person.role or "").casefold().split()
        if any(word in self.words.private for word in words[:2]):
            return None
        if found := self._code_in(person.role or "") or self._code_in(person.affiliation or ""):
            return found
        names = person.name.split()
        # A title may stick to a name ("Serikat Donald Trump"); a surname by itself is no proof of who bears it.
        for i in range(max(1, len(names) - 1)):
            if entry := self.entry(" ".join(names[i:])):
                return entry.code
        return self.words.home if words and words[0] in self.words.offices else None

    def _code_in(self, text: str) -> str | None:
        """The first state, body or group named in a role or a description."""
        words = text.replace(",", " ").split()
        for i in range(len(words)):
            for j in range(min(len(words), i + LONGEST_NAME), i, -1):
                name = " ".join(words[i:j])
                if name[:1].isupper() and (entry := self.entry(name)) and entry.kind != "leader":
                    return entry.code
        return None
