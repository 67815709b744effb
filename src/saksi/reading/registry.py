"""The registry of speakers: every actor of an article once, whatever it is called, and who spoke in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from saksi.reading.aliases import Aliases
from saksi.reading.draft import Draft
from saksi.reading.names import Person
from saksi.reading.people import People
from saksi.world.states import State, all_states
from saksi.world.world import World

_SHORT = 4  # letters of an abbreviation
_BEFORE = 20  # characters
_POSSESSIVE = re.compile(r"[A-Z]\w+['’]s\s\Z")


@dataclass(slots=True)
class Speaker:
    """A resolved source: ``key`` is the same for the same actor; ``person`` is set for persons."""

    key: str
    name: str
    label: str
    person: Person | None = None
    code: str | None = None
    mentions: list[tuple[int, int, str]] = field(default_factory=list)


class Registry:
    """The actors of one article by their key; ``said`` holds who spoke, in the order of the text."""

    def __init__(self, draft: Draft, world: World) -> None:
        self.draft, self.view, self.lexicon, self.world = draft, draft.view, draft.lexicon, world
        self.people = People(draft.view, draft.lexicon)
        self.aliases = Aliases(draft.view, draft.lexicon)
        self.speakers: dict[str, Speaker] = {}
        self.said: list[tuple[int, Speaker]] = []

    def of_person(self, person: Person) -> Speaker:
        """The actor that a person is."""
        return self.speakers.setdefault(f"p:{id(person)}", Speaker(f"p:{id(person)}", person.name, "PER", person))

    def of_state(self, state: State) -> Speaker:
        """The actor that a state is, by the fullest name that the article has for it."""
        key = f"s:{state.code}"
        if key not in self.speakers:
            self.speakers[key] = Speaker(key, self.name_of(state), "LOC")
        self.speakers[key].code = state.code
        return self.speakers[key]

    def by_name(self, name: str, label: str) -> Speaker:
        """The actor of this very name, in whatever letters."""
        key = f"n:{name.casefold()}"
        return self.speakers.setdefault(key, Speaker(key, name, label))

    def named(self, name: str, label: str, span: tuple[int, int]) -> Speaker:
        """The actor of a name that is no person's, or of a description."""
        name = " ".join(name.split())
        first, _, rest = name.partition(" ")
        if rest and label in ("ORG", "LOC") and first.lower() in self.lexicon.reporting.words.definites:
            name = rest
        if name.split(" ")[0].lower() in self.lexicon.titles.descriptions:
            name = name[0].lower() + name[1:]  # "Seorang pejabat" at a sentence's start
        if state := self.state(name):
            speaker = self.of_state(state)
        else:
            speaker = self.by_name(self.aliases.in_full(name), label)
        speaker.mentions.append((*span, "name" if label in ("ORG", "LOC", "PER") else "description"))
        return speaker

    def state(self, name: str) -> State | None:
        """The state that speaks under this name, or under its capital's: "Washington menuduh"."""
        first, _, rest = name.partition(" ")
        if rest and first.lower() in self.lexicon.titles.sides:
            name = rest
        if state := all_states().by_name(name, self.lexicon.language):
            return state
        state = all_states().by_capital(name)
        return state if state and name in state.capitals else None  # the Kremlin speaks in its own name

    def name_of(self, state: State) -> str:
        """The fullest name by which the article calls a state; its usual one where only its capital is named."""
        names = sorted(state.names(self.lexicon.language), key=len, reverse=True)
        text = self.view.text
        named = (name for name in names if name in text and self._stands_alone(name))
        usual = state.names(self.lexicon.language)[0]
        name = usual if self._stands_alone(usual) else next(named, usual)
        short = self.lexicon.titles.spelled_out and name.isupper() and len(name) <= _SHORT
        return usual if short else name

    def _stands_alone(self, name: str) -> bool:
        """Whether the article has the name by itself, not at the end of another: the DPRK is no "Republic of Korea"."""
        text = self.view.text
        found = (match.start() for match in re.finditer(rf"\b{re.escape(name)}\b", text))
        return any(not _POSSESSIVE.search(text, max(0, at - _BEFORE), at) for at in found)

    def expand(self, words: list[str]) -> list[str]:
        """The words with short forms written out, and plurals made singular: "sumber-sumber"."""
        single = (half if half == rest else word for word in words for half, _, rest in [word.partition("-")])
        return [part for word in single for part in self.lexicon.titles.short.get(word, word).split()]


def words_of(text: str) -> list[str]:
    """The words of a name in small letters, without the marks around them."""
    return [w.strip("(),.\"'").lower() for w in text.split()]
