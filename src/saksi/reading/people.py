"""People: the persons of an article, each once, joined by name, with what the article calls them."""

from __future__ import annotations

from saksi.reading.lexicon import Lexicon
from saksi.reading.names import SHORTEST_ALIKE, Person, alike, name_tokens
from saksi.reading.person_roles import affiliation_in, role_after, role_before
from saksi.reading.view import Entity, View


class People:
    """The persons of an article, joined by name."""

    def __init__(self, view: View, lexicon: Lexicon) -> None:
        self.view, self.lexicon = view, lexicon
        self.persons: list[Person] = []
        self._by_token: dict[str, list[Person]] = {}
        self._by_initial: dict[str, list[str]] = {}
        mentions = [(e, name_tokens(view.plain(e.start, e.end), lexicon)) for e in view.entities if e.label == "PER"]
        mentions = [(e, tokens) for e, tokens in mentions if tokens]
        self.of_entity: dict[int, Person] = {}
        for entity, tokens in sorted(mentions, key=lambda m: (-len(m[1]), m[0].start)):
            if len(tokens) > 1:
                self._add(entity, self._same(tokens) or self._new(entity, tokens))
        self._add_nicknames()
        for entity, tokens in mentions:
            if len(tokens) == 1:
                self._add(entity, self.by_short(tokens[0], view.start[entity.start]) or self._new(entity, tokens))
        for person in self.persons:
            person.mentions.sort()
        for entity, _ in mentions:
            self._describe(entity)

    def _new(self, entity: Entity, tokens: tuple[str, ...]) -> Person:
        person = Person(self.view.plain(entity.start, entity.end).strip(" .,\"'"), tokens)
        self.persons.append(person)
        for token in tokens:
            self._index(token, person)
        return person

    def _add_nicknames(self) -> None:
        """Short names that the article gives in brackets: "Joko Widodo (Jokowi)"."""
        view = self.view
        for start, person in list(self.of_entity.items()):
            entity = view.entity_at[start]
            i = entity.end if entity else start
            if (
                i + 2 < len(view.words)
                and view.words[i] == "("
                and view.words[i + 2] == ")"
                and view.forms[i + 1][0].isupper()
            ):
                self._index(view.words[i + 1], person, first=True)

    def _index(self, token: str, person: Person, *, first: bool = False) -> None:
        if token not in self._by_token:
            self._by_initial.setdefault(token[0], []).append(token)
        known = self._by_token.setdefault(token, [])
        if first:
            known.clear()
        known.append(person)

    def _add(self, entity: Entity, person: Person) -> None:
        person.mentions.append((self.view.start[entity.start], self.view.end[entity.end - 1]))
        self.of_entity[entity.start] = person

    def _same(self, tokens: tuple[str, ...]) -> Person | None:
        """The person whose fuller name holds all of ``tokens``, or one that is spelt nearly so."""
        for person in self._with(tokens[0]) + self._with(tokens[-1]):
            if set(tokens) <= set(person.tokens):
                return person
            if len(tokens) == len(person.tokens) and all(map(alike, tokens, person.tokens)):
                return person
        return None

    def by_short(self, token: str, offset: int) -> Person | None:
        """The person of whose name ``token`` is a part: of several, the one named last before ``offset``."""
        return max(self._with(token), key=lambda p: p.last_before(offset), default=None)

    def _with(self, token: str) -> list[Person]:
        """The persons with ``token`` in their name; only if there are none, those with a word spelt nearly so."""
        if found := self._by_token.get(token):
            return found
        near = self._by_initial.get(token[0], ()) if len(token) >= SHORTEST_ALIKE else ()
        return [person for known in near if alike(token, known) for person in self._by_token[known]]

    def at(self, a: int, b: int) -> Person | None:
        """The person named last among the tokens ``a:b``."""
        for i in range(b - 1, a - 1, -1):
            entity = self.view.entity_at[i]
            if entity is not None and entity.label == "PER" and entity.start in self.of_entity:
                return self.of_entity[entity.start]
        return None

    def _describe(self, entity: Entity) -> None:
        """Give the person of a mention the role and affiliation that stand beside it, unless better known."""
        person = self.of_entity[entity.start]
        role = role_before(self.view, self.lexicon, entity.start) or role_after(self.view, self.lexicon, entity.end)
        if role is None:
            return
        a, b = role
        relative = self.lexicon.reporting.words.relative
        text = self.view.span(a, b)
        if person.role is None or (len(text) > len(person.role) and person.affiliation is None):
            person.role = text
            goes_on = b > entity.end and self.view.words[b : b + 1] and self.view.words[b] in relative
            place = affiliation_in(self.view, a, min(b + 8, len(self.view.words)) if goes_on else b)
            person.affiliation = place or person.affiliation
