"""Roles: how each actor near a trigger stands to its act, by the construction it stands in."""

from __future__ import annotations

from saksi.reading.events.cast import Cast
from saksi.reading.events.frames import Frames
from saksi.reading.events.mentions import Part
from saksi.reading.events.parse_roles import PARSED, ParsedRoles
from saksi.reading.events.subjects import Subjects
from saksi.reading.events.trigger import Trigger
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import phrase_end, phrase_start
from saksi.reading.speakers import Speaker
from saksi.reading.view import View

_AGENT_REACH = 6  # tokens after a passive verb in which "oleh" shows
_CLAUSE_REACH = 24  # tokens after a trigger in which its prepositions are looked for

Standing = dict[str, list[Speaker]]


class Roles:
    """Finds how actors stand to the triggers of one article.

    The names of the ways: ``subject`` and ``object`` of the verb, ``agent`` of a passive, ``own`` (the possessor of a
    noun), ``by`` (behind a preposition of doers) and ``behind`` (behind a preposition of those acted upon).
    """

    def __init__(self, view: View, lexicon: Lexicon, frames: Frames, cast: Cast) -> None:
        self.view, self.lexicon, self.frames, self.cast = view, lexicon, frames, cast
        self.subjects = Subjects(view, lexicon, frames)
        relatives = lexicon.reporting.words.relative | lexicon.reporting.words.that
        self.parsed = ParsedRoles(view, relatives, self._at) if frames.roles.parse else None

    def of(self, trigger: Trigger, a: int, b: int) -> Standing:
        """The actors by the way they stand to a trigger in the sentence of the tokens ``a:b``."""
        found: Standing = {"behind": self._behind(trigger, b)}
        if trigger.voice == "noun":
            found |= self._of_noun(trigger, a, b)
        elif trigger.voice == "passive":
            found |= {"agent": self._agent(trigger.end, b), "subject": self._subject(trigger.start, a, b)}
        else:
            found |= {"subject": self._subject(trigger.start, a, b), "object": self._object(trigger.end, b)}
        if self.parsed is not None:
            found |= {PARSED + way: actors for way, actors in self.parsed.of(trigger, a, b).items()}
        return {way: actors for way, actors in found.items() if actors}

    def _at(self, k: int) -> tuple[Speaker, ...]:
        part = self.cast.at[k]
        return part.actors if part is not None else ()

    def _of_noun(self, trigger: Trigger, a: int, b: int) -> Standing:
        view, end = self.view, phrase_end(self.view, self.lexicon, trigger.end, b)
        found: Standing = {"own": self._actors(trigger.end, end), "by": self._by(trigger.end, b)}
        if self.frames.roles.before_noun:
            found["own"] = self._actors(phrase_start(self.view, self.lexicon, trigger.start, a), trigger.start)
        carrier = trigger.carrier
        if carrier is not None:
            prefixes = self.frames.morphology.passive
            passive = carrier > trigger.start or bool(prefixes and view.words[carrier].startswith(prefixes))
            found["agent" if passive else "subject"] = (
                self._agent(carrier + 1, b) if passive else self._subject(carrier, a, b)
            )
        return found

    def _subject(self, verb: int, a: int, b: int) -> list[Speaker]:
        phrase = self.subjects.find(verb, a, b)
        return self._actors(phrase.start, phrase.end) if phrase else []

    def _object(self, i: int, b: int) -> list[Speaker]:
        return self._actors(i, self._group_end(i, b))

    def _agent(self, i: int, b: int) -> list[Speaker]:
        """The doer of a passive verb: behind "oleh", or right behind the verb."""
        view = self.view
        for k in range(i, min(b, i + _AGENT_REACH)):
            if view.words[k] in self.frames.roles.doer:
                return self._object(k + 1, b)
            if view.pos[k] in ("VERB", "PUNCT"):
                break
        return self._object(i, b)

    def _by(self, i: int, b: int) -> list[Speaker]:
        """The doer of a noun behind "oleh", "dari"."""
        for k in range(i, min(b, i + _CLAUSE_REACH)):
            if self._ends_clause(k):
                return []
            if self.view.words[k] in self.frames.roles.nominal_doer:
                return self._object(k + 1, b)
        return []

    def _behind(self, trigger: Trigger, b: int) -> list[Speaker]:
        """Those behind a preposition that the type of the act knows."""
        view, known = self.view, self.frames.targets[trigger.type]
        for k in range(trigger.end, min(b, trigger.end + _CLAUSE_REACH)):
            if self._ends_clause(k):
                break
            if view.words[k] in known and (found := self._actors(k + 1, self._group_end(k + 1, b))):
                return found
        return []

    def _ends_clause(self, k: int) -> bool:
        view, words = self.view, self.lexicon.reporting.words
        return (
            view.pos[k] in ("VERB", "SCONJ")
            or view.words[k] in words.that
            or view.words[k] in words.contrast - words.joiners
            or view.blank(k)
        )

    def _group_end(self, i: int, b: int) -> int:
        """Where the phrase that begins at ``i`` ends, with those coordinated to its right: "AS, Israel, dan Iran"."""
        view, joiners = self.view, self.lexicon.reporting.words.joiners
        end = whole = phrase_end(view, self.lexicon, i, b)
        while end + 1 < b and (view.words[end] in joiners or view.words[end] == ","):
            joined = view.words[end] in joiners or view.words[end + 1] in joiners
            start = end + 1 + (view.words[end] == "," and joined)
            if start >= b or view.pos[start] in ("VERB", "AUX") or not self._names_one(start, b):
                break
            more = phrase_end(view, self.lexicon, start, b)
            if more <= start:
                break
            end = more
            if joined:  # commas alone join nothing
                whole = end
        return whole

    def _names_one(self, i: int, b: int) -> bool:
        """Whether a mention stands at token ``i``, or right behind it: "kelompok Hizbullah"."""
        return any(self.cast.at[k] is not None for k in range(i, min(i + 2, b)))

    def _actors(self, a: int, b: int) -> list[Speaker]:
        """The actors named in a phrase; a title's state gives way to the person who holds it."""
        parts = self.cast.within(a, b)
        kept = [p for p, after in zip(parts, [*parts[1:], None], strict=False) if not self._is_title_of(p, after)]
        return [actor for part in kept for actor in part.actors]

    def _is_title_of(self, part: Part, after: Part | None) -> bool:
        if after is None or after.actors[0].person is None or part.actors[0].person is not None:
            return False
        joined = self.view.words[part.end : after.start]
        return not any(w == "," or w in self.lexicon.reporting.words.joiners for w in joined)
