"""Speakers: who each attribution's source is, within the article."""

from __future__ import annotations

from saksi.reading.anaphora import Anaphora
from saksi.reading.descriptions import Descriptions
from saksi.reading.draft import Attribution, Draft, Source
from saksi.reading.names import Person, alike
from saksi.reading.registry import Registry, Speaker
from saksi.reading.source_phrases import classify
from saksi.reading.titles import past_titles
from saksi.world.world import World

__all__ = ["Resolver", "Speaker"]


class Resolver:
    """Resolves the sources of one article in the order of the text, keeping in mind who spoke last."""

    def __init__(self, draft: Draft, world: World) -> None:
        self.view, self.lexicon = draft.view, draft.lexicon
        self.registry = Registry(draft, world)
        self.anaphora, self.descriptions = Anaphora(self.registry), Descriptions(self.registry)

    def resolve(self, found: Attribution, previous: Speaker | None) -> tuple[Speaker | None, str | None]:
        """The speaker of an attribution, or null and the reason.

        ``previous`` is the speaker of the attribution before, for cues that share its subject.
        """
        offset = found.cue[0] if found.cue else found.content[0][0]
        limit = min(offset, found.content[0][0])  # nobody in the words themselves has the floor
        reason: str | None = None
        if found.inherits == "sentence" and previous is not None:
            speaker: Speaker | None = previous
        elif found.source is None:
            speaker, reason = self.anaphora.floor(limit)
        else:
            speaker, reason = self._of_source(found.source, limit)
        if speaker is not None and not found.outlet:
            self.registry.said.append((offset, speaker))
        return speaker, reason

    def _of_source(self, source: Source, limit: int) -> tuple[Speaker | None, str | None]:
        view, offset = self.view, self.view.start[source.start]
        span = (view.start[source.head], view.end[source.end - 1])
        if source.label == "PER" and (person := self.registry.people.at(source.start, source.end)):
            return self.registry.of_person(person), None
        if source.label == "PRON":
            return self._of_pronoun(source, span, limit)
        if (person := self._apposed(source)) is not None:
            return self.registry.of_person(person), None
        source = self._bare(self._of_words(source))
        words = view.words[source.start : source.end]
        if self._is_owned(words) or self._is_owned(words + view.words[source.end : source.end + 2]):
            return self.anaphora.floor(offset)
        definite = words[0] in self.lexicon.reporting.words.definites and view.forms[source.end - 1].islower()
        pair = definite and len(words) > 1 and words[1] in self.lexicon.reporting.pronouns.pairs
        if pair and (told := self.descriptions.repeated.told_of(words[1:])) is not None:
            return told, None  # "the two officials" are those who spoke, not the last two that were named
        if (words[0] in self.lexicon.reporting.pronouns.both or pair) and source.label == "DESC":
            speaker, _ = self.anaphora.plural(words[bool(pair) :], offset, source.start)
            return speaker or self.registry.named(view.plain(source.head, source.end), "DESC", span), None
        if person := self._untagged(source):
            person.mentions.append(span)
            return self.registry.of_person(person), None
        if source.label in ("LOC", "ORG") and self.registry.state(view.plain(source.head, source.end)):
            return self.registry.named(view.plain(source.head, source.end), "LOC", span), None
        if source.label == "DESC" and (body := self.registry.aliases.survey_by(words)):
            return self.registry.named(body, "ORG", span), None
        if known := self.descriptions.known(words, offset, source):
            known.mentions.append((*span, "description"))
            return known, None
        if name := self.descriptions.repeated.of_owner(source):
            return self.registry.named(name, source.label, span), None
        return self.registry.named(view.plain(source.head, source.end), source.label, span), None

    def _of_pronoun(self, source: Source, span: tuple[int, int], limit: int) -> tuple[Speaker | None, str | None]:
        offset, word, pronouns = span[0], self.view.words[source.start], self.lexicon.reporting.pronouns
        if word in pronouns.plural:
            return self.anaphora.plural([word], offset, source.start)
        if word in pronouns.neuter:
            return self.anaphora.body(min(offset, limit), source.start)
        speaker, reason = self.anaphora.floor(offset, own=word not in pronouns.sides, pronoun=word)
        if speaker is not None:
            speaker.mentions.append((*span, "pronoun"))
        return speaker, reason

    def _apposed(self, source: Source) -> Person | None:
        """Who is only described, with the name between commas: "His peace envoy, X, said"; "X, the minister, told"."""
        view, people = self.view, self.registry.people
        if not self.lexicon.reporting.syntax.heads_last:
            return None
        behind = source.end + 1 if view.words[source.end : source.end + 1] == [","] else None
        if behind is not None:
            name = past_titles(view, self.lexicon, behind, len(view.words))
            entity = view.entity_at[name] if name < len(view.words) else None
            if entity is not None and entity.start == name and view.words[entity.end : entity.end + 1] == [","]:
                return people.of_entity.get(name)
        office = any(word in self.lexicon.titles.roles for word in view.words[source.start : source.end])
        if not office and view.forms[source.end - 1][0].isupper():
            return None
        before = view.entity_at[source.start - 2] if source.start > 1 and view.words[source.start - 1] == "," else None
        ends = before is not None and before.end == source.start - 1 and behind is not None
        return people.of_entity.get(before.start) if before is not None and ends else None

    def _of_words(self, source: Source) -> Source:
        """The source less what it only says through: "bunyi pernyataan kementerian itu" is the ministry's."""
        view, reporting = self.view, self.lexicon.reporting
        start = source.start
        while start + 1 < source.end and view.words[start] in reporting.after.bare:
            start += 1
        first = start
        if source.label == "DESC" and view.words[start] in reporting.pronouns.nouns:
            while start < source.end and view.words[start] in reporting.preposition.carriers | reporting.pronouns.nouns:
                start += 1
        if start == source.end or view.words[start] in reporting.words.demonstratives:
            start = first
        return classify(view, self.lexicon, start, source.end) if start > source.start else source

    def _bare(self, source: Source) -> Source:
        """A name without its article: "the US" is the US."""
        article = self.view.words[source.start] in self.lexicon.reporting.words.definites
        if not article or source.label not in ("ORG", "LOC") or source.end - source.start < 2:
            return source
        if self._is_pointing(source):
            return source
        return Source(source.start + 1, source.end, max(source.head, source.start + 1), source.label)

    def _is_pointing(self, source: Source) -> bool:
        """Whether the words only point at a body that was named: "the ministry", "the newspaper"."""
        return all(self.view.forms[k].islower() for k in range(source.start + 1, source.end))

    def _untagged(self, source: Source) -> Person | None:
        """The person whose name the model found elsewhere but overlooked here: "Pinkston", "Menlu Natalegawa"."""
        view, titles = self.view, self.lexicon.titles
        words = [k for k in range(source.start, source.end) if view.words[k] not in titles.roles | titles.address]
        if not words or not all(view.forms[k][0].isupper() for k in words):
            return None
        if source.label == "LOC" and self.registry.state(view.plain(words[0], words[-1] + 1)):
            return None
        wanted = [view.words[k] for k in words]
        people = reversed(self.registry.people.persons)
        return next((p for p in people if all(any(alike(w, t) for t in p.tokens) for w in wanted)), None)

    def _is_owned(self, words: list[str]) -> bool:
        """Whether the words are somebody's own speech, "kritiknya", "pernyataan itu"; or mean a human: "wanita itu"."""
        reporting = self.lexicon.reporting
        if words[0] in reporting.pronouns.humans:
            return words[-1] in reporting.words.demonstratives
        if len(words) > 1 and words[0] in reporting.words.definites and words[1] in reporting.pronouns.nouns:
            return len(words) == 2  # "the report said"
        if words[0] in reporting.pronouns.nouns:
            pointing = reporting.words.demonstratives | reporting.pronouns.same | reporting.pronouns.plural
            return all(word in pointing for word in words[1:])
        stem = words[0].removesuffix(reporting.words.object_suffix)
        said = stem in reporting.noun.cues or stem in reporting.preposition.carriers or stem in reporting.after.bare
        return len(words) == 1 and stem != words[0] and said
