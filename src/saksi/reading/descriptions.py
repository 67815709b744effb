"""Descriptions: whom "Menlu itu", "kementerian tersebut", "the spokesman", "Turkey's prime minister" mean."""

from __future__ import annotations

from saksi.reading.bodies import Bodies
from saksi.reading.draft import Source
from saksi.reading.offices import Offices
from saksi.reading.registry import Registry, Speaker, words_of
from saksi.reading.repeated_descriptions import RepeatedDescriptions

_LEDE = 6  # sentences that may speak of somebody who is named only later


class Descriptions:
    """Finds the actor named before, or only elsewhere, whom a description fits."""

    def __init__(self, registry: Registry) -> None:
        self.registry, self.view, self.lexicon = registry, registry.view, registry.lexicon
        self.offices, self.bodies, self.repeated = Offices(registry), Bodies(registry), RepeatedDescriptions(registry)
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
            if self.lexicon.reporting.syntax.heads_last and (
                holder := self.offices.of_state(bare, offset, definite=definite)
            ):
                return holder
            if definite and (told := self._described(wanted, offset)) is not None:
                return told
            holder = self.offices.holder(wanted, offset) or (self.offices.in_office(source) if len(bare) > 1 else None)
            if holder is not None:
                return holder
        if not definite and (later := self._named_later(words, head, offset)) is not None:
            return later
        if not definite and len(bare) > 2:
            return None
        if (said := self._said_so(bare, wanted, definite=definite)) is not None:
            return said
        if len(bare) == 1 and head in titles.organisations and not definite:
            return self.bodies.called(bare, offset)
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

    def _described(self, wanted: set[str], offset: int) -> Speaker | None:
        """Who was described so and spoke since the last holder of such an office was named: "the spokesman"."""
        if not self.lexicon.reporting.syntax.heads_last:
            return None
        at, speaker = next(self.repeated.told(wanted), (-1, None))
        holder = self.offices.holder(wanted, offset)
        named = holder.person.last_before(offset) if holder is not None and holder.person is not None else -1
        return speaker if at > named else None

    def _named_later(self, words: list[str], head: str, offset: int) -> Speaker | None:
        """Who an article opens with before it names him: "A government spokesman said ... the spokesman, X, said".

        The only person of that office, or the only body that its kind is put before: "The newspaper Chosun Ilbo".
        """
        titles, view, people = self.lexicon.titles, self.view, self.registry.people.persons
        syntax = self.lexicon.reporting.syntax
        opens = offset < self._lede_end and syntax.heads_last
        if not opens or words[0] not in titles.singular or head + syntax.plural in titles.descriptions:
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

    def _definite(self, bare: list[str], offset: int, source: Source) -> Speaker | None:
        """Who "kementerian itu", "juru bicara tersebut", "politikus itu" is, none of which fits a name said before."""
        if called := self.bodies.called(bare, offset) or self.bodies.group(bare, offset):
            return called
        if self.lexicon.reporting.syntax.heads_last and len(bare) > 1:
            return None  # "the first security source" may be named for the first time
        head = bare[-1] if self.lexicon.reporting.syntax.heads_last else bare[0]
        body = self.bodies.last() if head in self.lexicon.titles.organisations else None
        if found := body or self.repeated.in_full(bare, source):
            return found
        if head in self.lexicon.titles.roles:
            return next((s for _, s in reversed(self.registry.said) if s.person), None)
        return None
