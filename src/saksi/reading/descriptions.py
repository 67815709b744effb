"""Descriptions: whom "Menlu itu", "kementerian tersebut", "the spokesman", "Turkey's prime minister" mean."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.draft import Source
from saksi.reading.names import Person
from saksi.reading.phrases import phrase_end
from saksi.reading.registry import Registry, Speaker, words_of

_OF_STATE = ("state", "demonym")
_SHORTEST_PLURAL = 4  # letters
_LEDE = 6  # sentences that may speak of somebody who is named only later
_MEMORY = 3  # statements back that "organisasi itu" may reach


class Descriptions:
    """Finds the actor named before, or only elsewhere, whom a description fits."""

    def __init__(self, registry: Registry) -> None:
        self.registry, self.view, self.lexicon = registry, registry.view, registry.lexicon
        sentences = [sentence for paragraph in registry.view.paragraphs for sentence in paragraph.sentences]
        self._lede_end = sentences[:_LEDE][-1].end if sentences else 0

    def known(self, words: list[str], offset: int, source: Source) -> Speaker | None:
        """The actor named before whom a description fits: by role, by the head of a name, or said so before."""
        titles, function = self.lexicon.titles, self.lexicon.reporting.words
        pointing = function.demonstratives | function.definites
        bare = [w for w in words if w not in pointing and w not in titles.address]
        if not bare:
            return None
        definite = len(bare) < len(words)
        wanted = set(self.registry.expand(bare))
        head = bare[-1] if self.lexicon.reporting.syntax.heads_last else bare[0]
        if head in titles.roles or head in titles.short:
            if self.lexicon.reporting.syntax.heads_last and (holder := self._office(bare, offset, definite=definite)):
                return holder
            if definite and (told := self._described(wanted, offset)) is not None:
                return told
            holder = self._holder(wanted, offset) or (self._in_office(source) if len(bare) > 1 else None)
            if holder is not None:
                return holder
        if not definite and (later := self._named_later(words, head, offset)) is not None:
            return later
        if not definite and len(bare) > 2:
            return None
        if (said := self._said_so(bare, wanted, definite=definite)) is not None:
            return said
        if len(bare) == 1 and head in titles.organisations and not definite:
            return self._body_called(bare, offset)
        return self._definite(bare, offset, source) if definite else None

    def _said_so(self, bare: list[str], wanted: set[str], *, definite: bool) -> Speaker | None:
        """Who spoke before and is called by these words, or is the kind of body that they name."""
        heads_last, body = self.lexicon.reporting.syntax.heads_last, bare[0] in self.lexicon.titles.organisations
        body = body and len(bare) == 1
        for _, speaker in reversed(self.registry.said):
            if speaker.person is not None:
                continue
            known = self.registry.expand(words_of(speaker.name))
            proper = speaker.label == "ORG" and speaker.name[0].isupper() and not speaker.name.split()[-1].islower()
            if heads_last and body and definite and proper:
                return speaker  # "the newspaper" is the one that was named last, whatever it is called
            head = known[-1 if heads_last else 0]
            if wanted <= set(known) and (not body or head == self.registry.expand(bare)[0]):
                return speaker
        return None

    def _office(self, bare: list[str], offset: int, *, definite: bool) -> Speaker | None:
        """Who holds the office of a state that is named without him: "Turkey's prime minister", "a British minister".

        The one named last; else the only one whom the article names later. A word that fits neither office nor state
        speaks of somebody else.
        """
        titles, reporting = self.lexicon.titles, self.lexicon.reporting
        small = reporting.syntax.possessives | reporting.words.inner_prepositions | titles.singular
        offices = {word for word in bare if word in titles.roles or word in titles.portfolios}
        states = self._states_in(bare)
        known = offices | small | reporting.words.definites
        strange = [word for word in bare if word not in known and not self._states_in([word])]
        if strange or not (states or definite) or not offices:
            return None
        fitting = [p for p in self.registry.people.persons if p.role and self._holds(p, offices, states)]
        before = [p for p in fitting if p.last_before(offset) >= 0]
        if before:
            return self.registry.of_person(max(before, key=lambda p: p.last_before(offset)))
        return self.registry.of_person(fitting[0]) if len({id(p) for p in fitting}) == 1 and states else None

    def _holds(self, person: Person, offices: set[str], states: set[str]) -> bool:
        words = self.registry.expand(words_of(person.role or ""))
        own = self._states_in(words)
        return offices <= set(words) and (not states or not own or bool(own & states))

    def _states_in(self, words: list[str]) -> set[str]:
        """The codes of the states that single words name or are derived from: "turkish", "iraq's"."""
        bare = (word.removesuffix("'s").removesuffix("’s") for word in words)
        found = (self.registry.world.find(word.title(), self.lexicon.language, None) for word in bare if word.isalpha())
        return {entry.code for entries in found for entry in entries if entry.code and entry.kind in _OF_STATE}

    def _described(self, wanted: set[str], offset: int) -> Speaker | None:
        """Who was described so and spoke since the last holder of such an office was named: "the spokesman"."""
        if not self.lexicon.reporting.syntax.heads_last:
            return None
        at, speaker = next(self._told(wanted), (-1, None))
        holder = self._holder(wanted, offset)
        named = holder.person.last_before(offset) if holder is not None and holder.person is not None else -1
        return speaker if at > named else None

    def _holder(self, wanted: set[str], offset: int) -> Speaker | None:
        """The person of this office who was named last."""
        expand = self.registry.expand
        people = [p for p in self.registry.people.persons if p.role and wanted <= set(expand(words_of(p.role)))]
        named = [p for p in people if p.last_before(offset) >= 0]
        return self.registry.of_person(max(named, key=lambda p: p.last_before(offset))) if named else None

    def _in_office(self, source: Source) -> Speaker | None:
        """Who held a state's office when the article came out, if it names him: "pemimpin tertinggi Iran"."""
        on = self.registry.draft.published[:10] if self.registry.draft.published else None
        entries = self.registry.world.find(self.view.plain(source.start, source.end), self.lexicon.language, on)
        if not entries or entries[0].kind != "leader" or len({entry.name for entry in entries}) > 1:
            return None
        name = set(words_of(entries[0].name))
        return next((self.registry.of_person(p) for p in self.registry.people.persons if name <= set(p.tokens)), None)

    def _named_later(self, words: list[str], head: str, offset: int) -> Speaker | None:
        """Who an article opens with before it names him: "A government spokesman said ... the spokesman, X, said".

        The only person of that office, or the only body that its kind is put before: "The newspaper Chosun Ilbo".
        """
        titles, view, people = self.lexicon.titles, self.view, self.registry.people.persons
        opens = offset < self._lede_end and self.lexicon.reporting.syntax.heads_last
        if not opens or words[0] not in titles.singular or f"{head}s" in titles.descriptions:
            return None
        if head in titles.roles:
            holders = [p for p in people if head in self.registry.expand(words_of(p.role or "")) and p.mentions]
            return self.registry.of_person(holders[0]) if len(holders) == 1 else None
        if head not in titles.organisations:
            return None
        apposed = [e for e in view.entities if e.label == "ORG" and e.start and view.words[e.start - 1] == head]
        names = {view.plain(e.start, e.end): e for e in apposed if view.start[e.start] > offset}
        if len(names) != 1:
            return None
        ((name, entity),) = names.items()
        return self.registry.named(name, "ORG", (view.start[entity.start], view.end[entity.end - 1]))

    def _group(self, bare: list[str], offset: int) -> Speaker | None:
        """The armed group or party named last, which "the militant group" means."""
        if bare[-1] not in self.lexicon.titles.groups:
            return None
        for start, end in self._organisations_before(offset):
            name = self.view.plain(start, end)
            if any(entry.kind == "group" for entry in self.registry.world.find(name, self.lexicon.language, None)):
                return self.registry.named(name, "ORG", (self.view.start[start], self.view.end[end - 1]))
        return None

    def _definite(self, bare: list[str], offset: int, source: Source) -> Speaker | None:
        """Who "kementerian itu", "juru bicara tersebut", "politikus itu" is, none of which fits a name said before."""
        if called := self._body_called(bare, offset) or self._group(bare, offset):
            return called
        if self.lexicon.reporting.syntax.heads_last and len(bare) > 1:
            return None  # "the first security source" may be named for the first time
        head = bare[-1] if self.lexicon.reporting.syntax.heads_last else bare[0]
        body = self._last_body() if head in self.lexicon.titles.organisations else None
        if found := body or self._told_before(bare, source):
            return found
        if head in self.lexicon.titles.roles:
            return next((s for _, s in reversed(self.registry.said) if s.person), None)
        return None

    def _body_called(self, bare: list[str], offset: int) -> Speaker | None:
        """The body named last whose name begins with the same word: "kementerian itu"."""
        for start, end in self._organisations_before(offset):
            name = self.view.plain(start, end)
            head = -1 if self.lexicon.reporting.syntax.heads_last else 0
            expand = self.registry.expand
            if end - start > len(bare) and expand(words_of(name))[head] == expand(bare)[head]:
                return self.registry.named(name, "ORG", (self.view.start[start], self.view.end[end - 1]))
        return None

    def _last_body(self) -> Speaker | None:
        """The institution that spoke last: "organisasi itu"."""
        return next((s for _, s in reversed(self.registry.said[-_MEMORY:]) if s.label == "ORG"), None)

    def _told_before(self, bare: list[str], source: Source) -> Speaker | None:
        """What "juru bicara tersebut" was called in full before: the last longer phrase that begins with its words."""
        view, n = self.view, len(bare)
        for i in range(source.start - n, -1, -1):
            if view.words[i : i + n] == bare:
                end = phrase_end(view, self.lexicon, i, source.start)
                if end > i + n and view.words[end - 1] not in self.lexicon.reporting.words.demonstratives:
                    name = self.of_owner(Source(i, end, i, "DESC")) or view.plain(i, end)
                    return self.registry.named(name, "DESC", (view.start[i], view.end[end - 1]))
        return None

    def of_owner(self, source: Source) -> str | None:
        """An office of a body or state that is only pointed at, with its name: "juru bicara kementeriannya"."""
        view, suffix = self.view, self.lexicon.reporting.words.object_suffix
        last = view.words[source.end - 1]
        if (
            not suffix
            or source.label != "DESC"
            or not last.endswith(suffix)
            or view.words[source.start] not in self.lexicon.titles.roles
        ):
            return None
        for i in range(source.start - 1, -1, -1):
            entity = view.entity_at[i]
            if view.blank(i) or (entity is not None and entity.label == "PER"):
                return None
            if entity is not None and view.quote_at[i] is None:
                office = view.plain(source.start, source.end).removesuffix(suffix)
                return f"{office} {view.plain(entity.start, entity.end)}"
        return None

    def told_of(self, words: list[str]) -> Speaker | None:
        """The people who were called so when they spoke before."""
        return next((speaker for _, speaker in self._told(set(words))), None)

    def _told(self, wanted: set[str]) -> Iterator[tuple[int, Speaker]]:
        """Those without a name who spoke before and were called so, the last one first; one is as good as many."""
        single = {_singular(word) for word in wanted}
        for at, speaker in reversed(self.registry.said):
            if speaker.person is None and single <= {_singular(word) for word in words_of(speaker.name)}:
                yield at, speaker

    def _organisations_before(self, offset: int) -> list[tuple[int, int]]:
        view = self.view
        return [(e.start, e.end) for e in reversed(view.entities) if e.label == "ORG" and view.start[e.start] < offset]


def _singular(word: str) -> str:
    """A word without the mark of the plural, and of an abbreviation: "officials", "u.s."."""
    word = word.rstrip(".")
    return word[:-1] if word.endswith("s") and len(word) > _SHORTEST_PLURAL else word
