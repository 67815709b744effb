"""Names: the persons of an article, each with every form by which it names them, and what it calls them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import Entity, View

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")
_ALIKE = 0.84  # "Zelensky" and "Zelenskyy" are one name in two spellings
_SHORTEST_ALIKE = 5  # letters: shorter names differ by a letter and are two
_ROLE_REACH = 14  # tokens before a name that may be its title


@dataclass(slots=True, eq=False)
class Person:
    """One person: ``tokens`` of the fullest name, casefolded; mentions are (start, end) characters."""

    name: str
    tokens: tuple[str, ...]
    mentions: list[tuple[int, int]] = field(default_factory=list)
    role: str | None = None
    affiliation: str | None = None

    def last_before(self, offset: int) -> int:
        """Where the person was last named before ``offset``; -1 if nowhere."""
        index = bisect_right(self.mentions, (offset, 0)) - 1
        return self.mentions[index][0] if index >= 0 else -1


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
        near = self._by_initial.get(token[0], ()) if len(token) >= _SHORTEST_ALIKE else ()
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


def name_tokens(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name, casefolded, forms of address left out."""
    words = [w.casefold() for w in _TOKEN.findall(text)]
    kept = tuple(w for w in words if w not in lexicon.titles.address and w not in lexicon.titles.roles)
    return kept or tuple(words)


@lru_cache(maxsize=20_000)
def alike(a: str, b: str) -> bool:
    """Whether two words are one name, spelt the same or nearly."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST_ALIKE or a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    return SequenceMatcher(None, a, b).ratio() >= _ALIKE


def role_before(view: View, lexicon: Lexicon, start: int) -> tuple[int, int] | None:
    """The title before a name that begins at ``start``: "Wakil Menteri Luar Negeri Rusia" Sergey Ryabkov."""
    roles, words = lexicon.titles.roles, lexicon.reporting.words
    end = start
    while end > 0 and view.words[end - 1] in ",":
        end -= 1
    first, i = None, end - 1
    while i >= 0 and end - i <= _ROLE_REACH:
        word = view.words[i]
        if word == "." and i > 0 and view.words[i - 1] in lexicon.titles.address:
            i -= 1  # "Dr."
            continue
        if view.quote_at[i] or view.blank(i) or word in ".,:;!?":
            break
        if view.pos[i] in ("VERB", "AUX", "SCONJ", "PRON") and word not in roles and view.entity_at[i] is None:
            break
        if word in words.that or word in words.relative or word in words.contrast - words.joiners:
            break
        other = view.entity_at[i]
        if other is not None and other.label == "PER" and word not in roles:
            break
        if word in roles:
            first = i
        i -= 1
    if first is not None and lexicon.reporting.syntax.heads_last:
        first = _whole_office(view, lexicon, first)
    if end < start and first is not None and first > 0 and view.words[first - 1] in lexicon.titles.plural:
        return None  # "kepada para pemimpin redaksi, Putin menyatakan"
    if first is None or first >= end or all(w in lexicon.titles.address for w in view.words[first:end]):
        return None
    return first, end


def _whole_office(view: View, lexicon: Lexicon, first: int) -> int:
    """Where an office begins whose head comes last: "Corporate Affairs Minister", "Turkey's prime minister"."""
    while first > 0:
        before = first - 1
        owner = view.words[before] in lexicon.reporting.syntax.possessives
        inside = view.pos[before] in ("ADJ", "NOUN", "PROPN") and view.words[before] not in lexicon.reporting.words.days
        if not owner and not inside:
            break
        entity = view.entity_at[before]
        if entity is not None and entity.label == "PER":
            break
        first = before
    return first


def role_after(view: View, lexicon: Lexicon, end: int) -> tuple[int, int] | None:
    """The apposition after a name that ends at ``end``: Leif-Eric Easley, "profesor di Universitas Ewha"."""
    n = len(view.words)
    if end + 1 >= n or view.words[end] != ",":
        return None
    first = end + 1
    if view.words[first] in lexicon.titles.descriptions and first + 1 < n:
        first += 1
    if (
        view.words[first] not in lexicon.titles.roles
        and view.words[end + 1] not in lexicon.reporting.words.inner_prepositions
    ):
        return None
    if view.words[end + 1] in lexicon.reporting.words.inner_prepositions and (
        first >= n or view.entity_at[first + 1 if first + 1 < n else first] is None
    ):
        return None
    last = first
    while (
        last < n
        and view.words[last] not in ".,;:\n"
        and not view.blank(last)
        and view.quote_at[last] is None
        and last - first < 16
    ):
        if view.words[last] in lexicon.reporting.words.relative or (view.pos[last] == "VERB" and last > first):
            break
        last += 1
    return (end + 1, last) if last > first else None


def affiliation_in(view: View, a: int, b: int) -> str | None:
    """The organisation or country that a role names: the first organisation, else the last place."""
    found: Entity | None = None
    for i in range(a, b):
        entity = view.entity_at[i]
        if entity is None or entity.label == "PER":
            continue
        if entity.label == "ORG":
            return view.span(entity.start, entity.end)
        found = entity
    return view.span(found.start, found.end) if found else None
