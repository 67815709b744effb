"""Words put in the place of others in an article, and its record with every span where its words are then."""

from __future__ import annotations

from bisect import bisect_right
from typing import TypeVar

from msgspec.structs import replace

from saksi.record import Actor, Event, Mention, Place, Record, Span, Statement

Where = TypeVar("Where", Span, Mention, Place)


class Places:
    """A text in which words are replaced, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.old, self._parts, self._done, self._length = text, [""], 0, 0
        self._from: list[int] = [0]
        self._to: list[int] = [0]

    def put(self, start: int, end: int, new: str) -> None:
        """Put words in the place of what stands there; each call is further on in the text."""
        before = self.old[self._done : start]
        self._parts += [before, new]
        self._length += len(before)
        self._from += [start, end]
        self._to += [self._length, self._length + len(new)]
        self._length += len(new)
        self._done = end

    def text(self) -> str:
        """The text as it is now."""
        return "".join([*self._parts, self.old[self._done :]])

    def at(self, old: int) -> int:
        """Where a place is now; one within a word that was replaced lies within the new one."""
        n = bisect_right(self._from, old) - 1
        found = self._to[n] + old - self._from[n]
        return min(found, self._to[n + 1]) if n + 1 < len(self._to) else found


def placed(record: Record, places: Places, end: int | None = None) -> Record:
    """The record of the new text; what lies beyond ``end`` in the old one is left out."""
    text = places.text()
    last = len(places.old) if end is None else end

    def there(one: Span | Mention | Place | None) -> bool:
        return one is None or one.end <= last

    def put(one: Where) -> Where:
        start, stop = places.at(one.start), places.at(one.end)
        return replace(one, start=start, end=stop, text=text[start:stop])

    def actor(one: Actor) -> Actor:
        return replace(one, mentions=tuple(put(m) for m in one.mentions if there(m)))

    def said(one: Statement) -> Statement:
        cue, source = one.cue and put(one.cue), one.source and put(one.source)
        return replace(one, content=tuple(map(put, one.content)), cue=cue, source=source)

    def act(one: Event) -> Event:
        date = replace(one.date, text=one.date.text and put(one.date.text))
        chain = tuple(ref for ref in one.according_to if ref in told)
        place = one.place and put(one.place)
        return replace(one, trigger=put(one.trigger), date=date, place=place, according_to=chain)

    kept = [one for one in record.statements if all(map(there, (*one.content, one.cue, one.source)))]
    told = {one.id for one in kept}
    acts = [one for one in record.events if all(map(there, (one.trigger, one.date.text, one.place)))]
    return replace(
        record, article=replace(record.article, text=text), actors=tuple(map(actor, record.actors)),
        statements=tuple(map(said, kept)), events=tuple(map(act, acts)),
    )  # fmt: skip
