"""Speakers: who each attribution's source is, within the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from saksi.reading.aliases import Aliases
from saksi.reading.draft import Attribution, Draft, Source
from saksi.reading.leads import Leads
from saksi.reading.names import People, Person, alike
from saksi.reading.phrases import classify, phrase_end
from saksi.reading.view import Entity
from saksi.world.states import State, all_states
from saksi.world.world import World

_PAIR_REACH = 1_200  # characters back that "kedua menteri" may reach for their names
_SHORT = 4  # letters of an abbreviation
_BEFORE = 20  # characters
_OF_STATE = ("state", "demonym")
_POSSESSIVE = re.compile(r"[A-Z]\w+['’]s\s\Z")
_MEMORY = 3  # statements back that a pronoun may reach over an institution to a person


@dataclass(slots=True)
class Speaker:
    """A resolved source: ``key`` is the same for the same actor; ``person`` is set for persons."""

    key: str
    name: str
    label: str
    person: Person | None = None
    code: str | None = None
    mentions: list[tuple[int, int, str]] = field(default_factory=list)


class Resolver:
    """Resolves the sources of one article in the order of the text, keeping in mind who spoke last."""

    def __init__(self, draft: Draft, world: World) -> None:
        self.draft, self.view, self.lexicon, self.world = draft, draft.view, draft.lexicon, world
        self.people = People(draft.view, draft.lexicon)
        self.speakers: dict[str, Speaker] = {}
        self.said: list[tuple[int, Speaker]] = []
        self.leads = Leads(draft, self.people)
        self.aliases = Aliases(draft.view, draft.lexicon)

    def resolve(self, found: Attribution, previous: Speaker | None) -> tuple[Speaker | None, str | None]:
        """The speaker of an attribution, or null and the reason.

        ``previous`` is the speaker of the attribution before, for cues that share its subject.
        """
        offset = found.cue[0] if found.cue else found.content[0][0]
        reason: str | None = None
        if found.inherits == "sentence" and previous is not None:
            speaker: Speaker | None = previous
        elif found.source is None:
            speaker, reason = self.floor(min(offset, found.content[0][0]), offset)
        else:
            speaker, reason = self._of_source(found.source)
        if speaker is not None and not found.outlet:
            self.said.append((offset, speaker))
        return speaker, reason

    def _of_source(self, source: Source) -> tuple[Speaker | None, str | None]:
        view, offset = self.view, self.view.start[source.start]
        span = (view.start[source.head], view.end[source.end - 1])
        if source.label == "PER" and (person := self.people.at(source.start, source.end)):
            return self.of_person(person), None
        if source.label == "PRON":
            return self._of_pronoun(source, span)
        source = self._bare(self._of_words(source))
        words = view.words[source.start : source.end]
        if self._is_owned(words) or self._is_owned(words + view.words[source.end : source.end + 2]):
            return self.floor(offset, offset)
        definite = words[0] in self.lexicon.reporting.words.definites and view.forms[source.end - 1].islower()
        pair = definite and len(words) > 1 and words[1] in self.lexicon.reporting.pronouns.pairs
        if pair and (told := self._told_of(words[1:])) is not None:
            return told, None  # "the two officials" are those who spoke, not the last two that were named
        if (words[0] in self.lexicon.reporting.pronouns.both or pair) and source.label == "DESC":
            speaker, _ = self.plural(words[bool(pair) :], offset, source.start)
            return speaker or self._named(view.plain(source.head, source.end), "DESC", span), None
        if person := self._untagged(source):
            person.mentions.append(span)
            return self.of_person(person), None
        if source.label in ("LOC", "ORG") and self._state(view.plain(source.head, source.end)):
            return self._named(view.plain(source.head, source.end), "LOC", span), None
        if source.label == "DESC" and (body := self.aliases.survey_by(words)):
            return self._named(body, "ORG", span), None
        if known := self._known(words, offset, source):
            known.mentions.append((*span, "description"))
            return known, None
        if name := self._of_owner(source):
            return self._named(name, source.label, span), None
        return self._named(view.plain(source.head, source.end), source.label, span), None

    def _of_pronoun(self, source: Source, span: tuple[int, int]) -> tuple[Speaker | None, str | None]:
        offset, word, pronouns = span[0], self.view.words[source.start], self.lexicon.reporting.pronouns
        if word in pronouns.plural:
            return self.plural([word], offset, source.start)
        if word in pronouns.neuter:
            return self._of_body(offset, source.start)
        speaker, reason = self.floor(offset, offset, own=word not in pronouns.sides)
        if speaker is not None:
            speaker.mentions.append((*span, "pronoun"))
        return speaker, reason

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

    def _told_of(self, words: list[str]) -> Speaker | None:
        """The people who were called so when they spoke before."""
        wanted = set(words)
        return next((s for _, s in reversed(self.said) if s.person is None and wanted <= set(_words(s.name))), None)

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
        if source.label == "LOC" and self._state(view.plain(words[0], words[-1] + 1)):
            return None
        wanted = [view.words[k] for k in words]
        people = reversed(self.people.persons)
        return next((p for p in people if all(any(alike(w, t) for t in p.tokens) for w in wanted)), None)

    def _of_owner(self, source: Source) -> str | None:
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

    def of_person(self, person: Person) -> Speaker:
        """The actor that a person is."""
        return self.speakers.setdefault(f"p:{id(person)}", Speaker(f"p:{id(person)}", person.name, "PER", person))

    def _named(self, name: str, label: str, span: tuple[int, int]) -> Speaker:
        """The actor of a name that is no person's, or of a description."""
        name = " ".join(name.split())
        first, _, rest = name.partition(" ")
        if rest and label in ("ORG", "LOC") and first.lower() in self.lexicon.reporting.words.definites:
            name = rest
        if name.split(" ")[0].lower() in self.lexicon.titles.descriptions:
            name = name[0].lower() + name[1:]  # "Seorang pejabat" at a sentence's start
        if state := self._state(name):
            speaker = self.speakers.setdefault(
                f"s:{state.code}", Speaker(f"s:{state.code}", self.name_of(state), "LOC")
            )
            speaker.code = state.code
        else:
            name = self.aliases.in_full(name)
            speaker = self.speakers.setdefault(f"n:{name.casefold()}", Speaker(f"n:{name.casefold()}", name, label))
        speaker.mentions.append((*span, "name" if label in ("ORG", "LOC", "PER") else "description"))
        return speaker

    def _state(self, name: str) -> State | None:
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

    # Context: who a pronoun or an enclitic means

    def floor(self, offset: int, at: int, *, own: bool = True) -> tuple[Speaker | None, str | None]:
        """Whoever has the floor at ``offset``: the last speaker, or the person whom a sentence since is about."""
        del at
        last = next(((o, s) for o, s in reversed(self.said) if o < offset), None)
        lead = self.leads.before(offset)
        if lead is not None and (last is None or lead[0] > last[0]):
            return self.of_person(lead[1]), None
        if last is None:
            return None, "nobody named before it"
        if last[1].person is None and own and not self._is_human(last[1]):
            for _, speaker in reversed(self.said[-_MEMORY:]):
                if speaker.person is not None:
                    return speaker, None
            if lead is not None and self.lexicon.reporting.pronouns.neuter:
                return self.of_person(lead[1]), None
        return last[1], None

    def _of_body(self, offset: int, at: int) -> tuple[Speaker | None, str | None]:
        """Whom "it" means: the body or state that opens its sentence, else the last one that spoke or was spoken of."""
        if (opening := self._opens_sentence(at)) is not None:
            return self._named(self.view.plain(opening.start, opening.end), opening.label, self._chars(opening)), None
        spoke = next(((o, s) for o, s in reversed(self.said) if o < offset and not self._is_somebody(s)), None)
        told = next((e for e in self._openings_before(offset)), None)
        if told is not None and (spoke is None or spoke[0] < self.view.start[told.start]):
            return self._named(self.view.plain(told.start, told.end), told.label, self._chars(told)), None
        return (spoke[1], None) if spoke is not None else (None, "no body or state named before it")

    def _is_somebody(self, speaker: Speaker) -> bool:
        return speaker.person is not None or self._is_human(speaker)

    def _openings_before(self, offset: int) -> Iterator[Entity]:
        """The bodies and states that open the last few sentences before ``offset``, the nearest first."""
        starts = [s.start for p in self.view.paragraphs for s in p.sentences if s.start < offset]
        for start in reversed(starts[-_MEMORY:]):
            first, last = self.view.tokens(start, offset)
            while first < last and (self.view.pos[first] in ("DET", "PUNCT") or self.view.blank(first)):
                first += 1
            entity = self.view.entity_at[first] if first < last else None
            if entity is not None and entity.label in ("ORG", "LOC") and entity.start == first:
                yield entity

    def _is_human(self, speaker: Speaker) -> bool:
        """Whether a description is of one person, whom a pronoun may mean: "seorang pejabat"."""
        words = speaker.name.lower().split()
        titles = self.lexicon.titles
        if self.lexicon.reporting.syntax.heads_last and any(word in titles.roles for word in words):
            return speaker.label == "DESC"
        return speaker.label == "DESC" and (words[0] in titles.singular or words[0] in titles.roles)

    def plural(self, words: list[str], offset: int, at: int) -> tuple[Speaker | None, str | None]:
        """Whom "mereka" or "kedua menteri" means: the last speaker that is no single person, or the last pair named.

        Within a sentence it is the body or the state that opens it: "Israel menyerang ... yang menurut mereka".
        """
        if words[0] in self.lexicon.reporting.pronouns.pairs - self.lexicon.reporting.pronouns.plural and (
            pair := self._pair(words, offset)
        ):
            return pair, None
        if self.lexicon.reporting.pronouns.neuter:
            return self._of_many()
        if opening := self._opens_sentence(at):
            return self._named(self.view.plain(opening.start, opening.end), opening.label, self._chars(opening)), None
        for _, speaker in reversed(self.said[-_MEMORY:]):
            if speaker.person is None:
                return speaker, None
        if people := self._people_before(at):
            return self._named(self.view.plain(people.start, people.end), "DESC", self._span(people)), None
        return None, "a plural pronoun without a group named before it"

    def _of_many(self) -> tuple[Speaker | None, str | None]:
        """Whom "they" means where a state is "it": the people or the body that spoke last."""
        for _, speaker in reversed(self.said[-_MEMORY * 2 :]):
            if speaker.label in ("DESC", "ORG") and not self._is_somebody(speaker):
                return speaker, None
        return None, "a plural pronoun without a group named before it"

    def _people_before(self, at: int) -> Source | None:
        """The people who open the sentence before the one of the token ``at``: "Warga AS berunjuk rasa. Mereka ..."."""
        view, sentences = self.view, [s for p in self.view.paragraphs for s in p.sentences]
        before = [s for s in sentences if s.end <= view.start[at]]
        if not before:
            return None
        first, last = view.tokens(before[-1].start, before[-1].end)
        if view.words[first] not in self.lexicon.titles.descriptions - self.lexicon.titles.singular:
            return None
        return classify(view, self.lexicon, first, phrase_end(view, self.lexicon, first, last))

    def _span(self, source: Source) -> tuple[int, int]:
        return self.view.start[source.start], self.view.end[source.end - 1]

    def _chars(self, entity: Entity) -> tuple[int, int]:
        return self.view.start[entity.start], self.view.end[entity.end - 1]

    def _opens_sentence(self, at: int) -> Entity | None:
        """The body or state that is the first word of the sentence of the token ``at``, if that is not the token."""
        view = self.view
        first = at
        while (
            first > 0 and view.words[first - 1] not in ".!?" and not view.blank(first - 1) and not view.quote_at[first]
        ):
            first -= 1
        first += view.pos[first] == "DET"
        entity = view.entity_at[first] if first < at else None
        return entity if entity is not None and entity.label in ("ORG", "LOC") else None

    def _pair(self, words: list[str], offset: int) -> Speaker | None:
        """The two persons, or else the two states, named last before ``offset``."""
        persons = len(words) > 1 and words[1] in self.lexicon.titles.roles
        label = "PER" if persons else "LOC"
        names: list[str] = []
        for entity in reversed(self.view.entities):
            start = self.view.start[entity.start]
            if start >= offset or entity.label != label or offset - start > _PAIR_REACH:
                continue
            person = self.people.of_entity.get(entity.start)
            name = person.name if person else self.view.plain(entity.start, entity.end)
            if name not in names:
                names.append(name)
            if len(names) == 2:
                joined = f" {self.lexicon.titles.joiner} ".join(reversed(names))
                return self.speakers.setdefault(
                    f"n:{joined.casefold()}", Speaker(f"n:{joined.casefold()}", joined, "DESC")
                )
        return None

    # Descriptions: "Menlu itu", "kementerian tersebut", "sang presiden"

    def _known(self, words: list[str], offset: int, source: Source) -> Speaker | None:
        """The actor named before whom a description fits: by role, by the head of a name, or said so before."""
        titles, function = self.lexicon.titles, self.lexicon.reporting.words
        pointing = function.demonstratives | function.definites
        bare = [w for w in words if w not in pointing and w not in titles.address]
        if not bare:
            return None
        definite = len(bare) < len(words)
        wanted = set(self._expand(bare))
        head = bare[-1] if self.lexicon.reporting.syntax.heads_last else bare[0]
        if head in titles.roles or head in titles.short:
            if self.lexicon.reporting.syntax.heads_last and (holder := self._office(bare, offset, definite=definite)):
                return holder
            if definite and (told := self._described(wanted, offset)) is not None:
                return told
            holder = self._holder(wanted, offset) or (self._in_office(source) if len(bare) > 1 else None)
            if holder is not None:
                return holder
        if not definite and len(bare) > 2:
            return None
        body = len(bare) == 1 and bare[0] in titles.organisations
        heads_last = self.lexicon.reporting.syntax.heads_last
        for _, speaker in reversed(self.said):
            known = self._expand(_words(speaker.name))
            if speaker.person is not None:
                continue
            if heads_last and body and definite and speaker.label == "ORG" and speaker.name[0].isupper():
                return speaker  # "the newspaper" is the one that was named last, whatever it is called
            first = -1 if heads_last else 0
            if wanted <= set(known) and (not body or known[first] == self._expand(bare)[0]):
                return speaker
        if body and not definite:
            return self._body_called(bare, offset)
        return self._definite(bare, offset, source) if definite else None

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
        fitting = [p for p in self.people.persons if p.role and self._holds(p, offices, states)]
        before = [p for p in fitting if p.last_before(offset) >= 0]
        if before:
            return self.of_person(max(before, key=lambda p: p.last_before(offset)))
        return self.of_person(fitting[0]) if len({id(p) for p in fitting}) == 1 and states else None

    def _holds(self, person: Person, offices: set[str], states: set[str]) -> bool:
        words = self._expand(_words(person.role or ""))
        own = self._states_in(words)
        return offices <= set(words) and (not states or not own or bool(own & states))

    def _states_in(self, words: list[str]) -> set[str]:
        """The codes of the states that single words name or are derived from: "turkish", "iraq's"."""
        bare = (word.removesuffix("'s").removesuffix("’s") for word in words)
        found = (self.world.find(word.title(), self.lexicon.language, None) for word in bare if word.isalpha())
        return {entry.code for entries in found for entry in entries if entry.code and entry.kind in _OF_STATE}

    def _described(self, wanted: set[str], offset: int) -> Speaker | None:
        """Who was described so and spoke since the last holder of such an office was named: "the spokesman"."""
        if not self.lexicon.reporting.syntax.heads_last:
            return None
        told = ((at, s) for at, s in reversed(self.said) if s.person is None and wanted <= set(_words(s.name)))
        at, speaker = next(told, (-1, None))
        holder = self._holder(wanted, offset)
        named = holder.person.last_before(offset) if holder is not None and holder.person is not None else -1
        return speaker if at > named else None

    def _holder(self, wanted: set[str], offset: int) -> Speaker | None:
        """The person of this office who was named last."""
        people = (p for p in self.people.persons if p.role and wanted <= set(self._expand(_words(p.role))))
        named = [p for p in people if p.last_before(offset) >= 0]
        return self.of_person(max(named, key=lambda p: p.last_before(offset))) if named else None

    def _in_office(self, source: Source) -> Speaker | None:
        """Who held a state's office when the article came out, if it names him: "pemimpin tertinggi Iran"."""
        on = self.draft.published[:10] if self.draft.published else None
        entries = self.world.find(self.view.plain(source.start, source.end), self.lexicon.language, on)
        if not entries or entries[0].kind != "leader" or len({entry.name for entry in entries}) > 1:
            return None
        name = set(_words(entries[0].name))
        return next((self.of_person(p) for p in self.people.persons if name <= set(p.tokens)), None)

    def _definite(self, bare: list[str], offset: int, source: Source) -> Speaker | None:
        """Who "kementerian itu", "juru bicara tersebut", "politikus itu" is, none of which fits a name said before."""
        if called := self._body_called(bare, offset):
            return called
        if self.lexicon.reporting.syntax.heads_last and len(bare) > 1:
            return None  # "the first security source" may be named for the first time
        head = bare[-1] if self.lexicon.reporting.syntax.heads_last else bare[0]
        body = self._last_body() if head in self.lexicon.titles.organisations else None
        if found := body or self._told_before(bare, source):
            return found
        if head in self.lexicon.titles.roles:
            return next((s for _, s in reversed(self.said) if s.person), None)
        return None

    def _body_called(self, bare: list[str], offset: int) -> Speaker | None:
        """The body named last whose name begins with the same word: "kementerian itu"."""
        for start, end in self._organisations_before(offset):
            name = self.view.plain(start, end)
            head = -1 if self.lexicon.reporting.syntax.heads_last else 0
            if end - start > len(bare) and self._expand(_words(name))[head] == self._expand(bare)[head]:
                return self._named(name, "ORG", (self.view.start[start], self.view.end[end - 1]))
        return None

    def _last_body(self) -> Speaker | None:
        """The institution that spoke last: "organisasi itu"."""
        return next((s for _, s in reversed(self.said[-_MEMORY:]) if s.label == "ORG"), None)

    def _told_before(self, bare: list[str], source: Source) -> Speaker | None:
        """What "juru bicara tersebut" was called in full before: the last longer phrase that begins with its words."""
        view, n = self.view, len(bare)
        for i in range(source.start - n, -1, -1):
            if view.words[i : i + n] == bare:
                end = phrase_end(view, self.lexicon, i, source.start)
                if end > i + n and view.words[end - 1] not in self.lexicon.reporting.words.demonstratives:
                    name = self._of_owner(Source(i, end, i, "DESC")) or view.plain(i, end)
                    return self._named(name, "DESC", (view.start[i], view.end[end - 1]))
        return None

    def _organisations_before(self, offset: int) -> list[tuple[int, int]]:
        view = self.view
        return [(e.start, e.end) for e in reversed(view.entities) if e.label == "ORG" and view.start[e.start] < offset]

    def _expand(self, words: list[str]) -> list[str]:
        """The words with short forms written out, and plurals made singular: "sumber-sumber"."""
        single = (half if half == rest else word for word in words for half, _, rest in [word.partition("-")])
        return [part for word in single for part in self.lexicon.titles.short.get(word, word).split()]


def _words(text: str) -> list[str]:
    return [w.strip("(),.\"'").lower() for w in text.split()]
