"""Events of the record: acts with their actors listed, the statements that they lie in, their time and place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from saksi.reading.dating import time_of
from saksi.reading.draft import Draft
from saksi.reading.events.act import Act
from saksi.reading.events.cast import Cast
from saksi.reading.places import place_of
from saksi.reading.speakers import Speaker
from saksi.reading.time_rules import load_time_rules
from saksi.reading.times import find_times
from saksi.record import Event, Period, Span, Statement

Listing = Callable[[Speaker], str]


class EventRecorder:
    """Turns the acts of one article into events of its record.

    Args:
        draft: the article.
        cast: its actors.
        statements: those of the record.
        listing: gives an actor's id in the record.
    """

    def __init__(self, draft: Draft, cast: Cast, statements: Sequence[Statement], listing: Listing) -> None:
        self.draft, self.view, self.lexicon, self.cast = draft, draft.view, draft.lexicon, cast
        self.statements, self.listing = statements, listing
        self.rules = load_time_rules(draft.lexicon.language)
        self.times = find_times(draft.view.text, draft.published, self.rules)

    def event(self, act: Act, ref: str) -> Event:
        """The event of an act; ``ref`` is its id."""
        view, trigger = self.view, act.trigger
        first = trigger.start if trigger.carrier is None else min(trigger.carrier, trigger.start)
        start, end = view.start[first], view.end[trigger.end - 1]
        spoken = self._chain(start)
        return Event(
            id=ref,
            type=trigger.type,
            trigger=Span.of(view.text, start, end),
            sources=tuple(self.listing(actor) for actor in act.sources),
            targets=tuple(self.listing(actor) for actor in act.targets),
            status=act.status,
            according_to=spoken,
            date=time_of(self.times, view, self.lexicon, self.rules, first, trigger.end) or Period(),
            place=place_of(view, self.lexicon, first, trigger.end, country_of=self._country),
            by=f"{trigger.voice}:{trigger.frame.cameo}",
            confidence=round(act.confidence, 3),
        )

    def _chain(self, offset: int) -> tuple[str, ...]:
        """The statements that an offset lies in, the outermost first."""
        within = [s for s in self.statements if any(c.start <= offset < c.end for c in s.content)]
        within.sort(key=lambda s: min(c.start for c in s.content) - max(c.end for c in s.content))
        return tuple(s.id for s in within)

    def _country(self, name: str, language: str) -> str | None:
        del language  # the cast knows it
        entry = self.cast.entry(name)
        return entry.country or entry.code if entry and entry.kind in ("state", "capital", "city", "metonym") else None
