"""What the views say of a record, in words: who speaks and acts, on whose word, when and where."""

from __future__ import annotations

from typing import NamedTuple

from saksi.plover import TYPES
from saksi.record import Event, Record, Statement

# What a view says of each status beside the word itself.
STATUSES = {
    "occurred": "told as a fact",
    "planned": "promised, announced or agreed for later",
    "possible": "conditional, hypothetical or predicted",
    "alleged": "claimed against someone",
    "denied": "claimed, and denied",
    "negated": "told as not done",
}


class Teller(NamedTuple):
    """One statement that tells an event: who says it, and its place in the record, counted from 1 (0: not there)."""

    name: str
    number: int


def standing(record: Record, said: Statement) -> str:
    """Return the speaker's role and affiliation, the affiliation only where the role does not name it already."""
    actor = record.actor(said.speaker)
    role = (actor.role if actor else None) or ""
    affiliation = said.affiliation or (actor.affiliation if actor else None) or ""
    return role if affiliation.casefold() in role.casefold() else ", ".join(filter(None, (role, affiliation)))


def content_text(said: Statement) -> str:
    """Return the words of a statement, its spans joined by an ellipsis."""
    return " … ".join(_words(span.text) for span in said.content)


def speaker_name(record: Record, said: Statement) -> str:
    """Return who says it, or why that is not known."""
    actor = record.actor(said.speaker)
    return actor.name if actor else f"speaker not resolved{f': {said.unresolved}' if said.unresolved else ''}"


def names(record: Record, refs: tuple[str, ...], *, codes: bool = False) -> str:
    """Return the names of actors, with their codes if asked for; an id that is no actor of the record as it stands."""
    found = [(ref, record.actor(ref)) for ref in refs]
    return ", ".join(
        ref if not one else f"{one.name} ({one.code})" if codes and one.code and one.code != one.name else one.name
        for ref, one in found
    )


def sides(record: Record, event: Event, *, codes: bool = False) -> tuple[str, str]:
    """Return who acts and who is acted upon; of an act that all do to each other the second says just that."""
    mutual = len(event.sources) > 1 and set(event.sources) == set(event.targets)
    sources, targets = (names(record, refs, codes=codes) for refs in (event.sources, event.targets))
    return sources, "each other" if mutual else targets


def tellers(record: Record, event: Event) -> list[Teller]:
    """Return on whose word an event rests, the outermost first; nobody where the article itself tells it."""
    numbered = {said.id: (number, said) for number, said in enumerate(record.statements, 1)}
    return [
        Teller(speaker_name(record, numbered[ref][1]), numbered[ref][0]) if ref in numbered else Teller(ref, 0)
        for ref in event.according_to
    ]


def dates(event: Event) -> str:
    """Return the day or the days of an event, empty where no date is known."""
    begin, end = event.date.begin, event.date.end
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    return f"since {begin}" if begin else f"until {end}" if end else ""


def where(event: Event) -> str:
    """Return the place of an event and its country, empty where no place is named."""
    place = event.place
    return "" if not place else _words(place.text) + (f" ({place.country})" if place.country else "")


def quad(event: Event) -> str:
    """Return the quad class of an event, ``other`` where its type is none of PLOVER's."""
    return TYPES[event.type].quad if event.type in TYPES else "other"


def status(event: Event) -> str:
    """Return the status of an event; a record made in Python is not checked, and this becomes a class."""
    return event.status if event.status in STATUSES else "unknown"


def _words(text: str) -> str:
    return " ".join(text.split())
