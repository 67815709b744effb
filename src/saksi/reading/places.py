"""Places: where an act happens, as its own clause says it.

A place is a named one in a phrase of where ("di Moskwa", "ke Pyongyang") that the parse hangs on the act, on the people
it is done to, or on a verb that only carries it out. Datelines and places of other clauses are passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from saksi.reading.dating import VERBS, climb, root_of, sentence_at
from saksi.reading.language_data import Words, load_data
from saksi.reading.lexicon import Lexicon
from saksi.reading.time_rules import load_time_rules
from saksi.reading.view import Entity, View
from saksi.record import Place
from saksi.world.states import all_states

CountryOf = Callable[[str, str], str | None]
_LOOK_BACK = 8  # tokens from a place back to its preposition: "di sebuah gereja di kota tua"
_CHAIN = 3  # names of one place: "Istana Merdeka, Jakarta, Indonesia"


class PlaceRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"away": "from"}):
    """places.toml; what each list is for is said there."""

    at: Words
    to: Words
    away: Words
    leaving: Words
    kinds: Words
    people: Words
    sides: Words


@cache
def load_place_rules(language: str) -> PlaceRules:
    """The words around places of an installed language, read once.

    Raises:
        ModelError: the file is missing or does not fit.
    """
    return load_data(language, "places.toml", PlaceRules)


def country_of(name: str, language: str) -> str | None:
    """The country that a place names or is the capital of, where the name alone is enough; else null."""
    states = all_states()
    state = states.by_name(name, language) or states.by_capital(name)
    return state.code if state and not state.is_ambiguous(name) else None


def place_of(
    view: View, lexicon: Lexicon, first: int, last: int, *, country_of: CountryOf = country_of
) -> Place | None:
    """Where the act of the tokens ``first:last`` happens; null if its clause does not say.

    Args:
        view: the parsed article.
        lexicon: the lexicon of its language.
        first: the first token of the trigger.
        last: the token after its last.
        country_of: what tells the country (ISO 3166-1 alpha-3) of a name in a language.
    """
    rules = load_place_rules(lexicon.language)
    a, b = view.tokens(*sentence_at(view, view.start[first]))
    best: tuple[int, int] | None = None
    chosen: Entity | None = None
    for entity in view.entities:
        inside = a <= entity.start and entity.end <= b and not (first <= entity.start and entity.end <= last)
        if entity.label != "LOC" or not inside or view.quote_at[entity.start] is not view.quote_at[first]:
            continue
        tie = _tie(view, lexicon, rules, entity, (first, last))
        if tie is None:
            continue
        order = (tie, abs(entity.start - first))
        if best is None or order < best:
            best, chosen = order, entity
    return _named(view, lexicon, rules, chosen, country_of) if chosen else None


def _tie(view: View, lexicon: Lexicon, rules: PlaceRules, entity: Entity, act: tuple[int, int]) -> int | None:
    """How a place belongs to an act: 0 it is where it happens, 1 where it goes to; null: not at all."""
    at = preposition(view, rules, entity.start)
    if at is None:
        return None
    word = view.words[at]
    leaves = any(view.words[i] in rules.leaving for i in range(*act))
    if word in rules.away and not leaves:
        return None
    path = climb(view, entity.start, entity.end)
    reached = next((n for n, i in enumerate(path) if act[0] <= i < act[1]), None)
    if reached is None:
        root = root_of(view, *act)
        light = load_time_rules(lexicon.language).data.words.light
        carried = bool(path) and view.head[root] == path[-1] and view.words[path[-1]] in light
        if not carried or view.pos[root] in VERBS:
            return None
        reached = len(path) - 1
    # What stands between the place and the act is itself a place, or people that the act is done to.
    for i in path[:reached]:
        if preposition(view, rules, i) is None and view.words[i] not in rules.people and not _is_place(view, i):
            return None
    return int(word in rules.to)


def preposition(view: View, rules: PlaceRules, at: int) -> int | None:
    """The preposition of where before a noun or name, over its own words and the names it is listed with."""
    for i in range(at - 1, max(at - _LOOK_BACK, 0) - 1, -1):
        word = view.words[i]
        if word in rules.at or word in rules.to or word in rules.away:
            return i
        listed = word == "," and view.forms[i - 1][:1].isupper()
        if not listed and view.pos[i] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
            return None
    return None


def _is_place(view: View, i: int) -> bool:
    entity = view.entity_at[i]
    return entity is not None and entity.label == "LOC"


def _named(view: View, lexicon: Lexicon, rules: PlaceRules, entity: Entity, tell: CountryOf) -> Place:
    """The place with the names that follow it ("St Petersburg, Rusia"), and the country that the last known one is."""
    names = [entity]
    for _ in range(_CHAIN - 1):
        comma = names[-1].end
        following = view.entity_at[comma + 1] if comma + 1 < len(view.words) else None
        if view.words[comma] not in (",", "(") or following is None or following.label != "LOC":
            break
        if view.quote_at[comma + 1] is not view.quote_at[entity.start]:
            break
        names.append(following)
    countries = (_country(view.span(n.start, n.end), lexicon.language, rules, tell) for n in reversed(names))
    start, end = view.start[names[0].start], view.end[names[-1].end - 1]
    return Place(start, end, view.text[start:end], next((c for c in countries if c), None))


def _country(name: str, language: str, rules: PlaceRules, tell: CountryOf) -> str | None:
    """The country of a name, or of the name without what kind of place or which part of it it is."""
    words = name.split()
    while words:
        if found := tell(" ".join(words), language):
            return found
        if words[0].lower() in rules.kinds:
            words = words[1:]
        elif words[-1].islower() and words[-1] in rules.sides:
            words = words[:-1]
        else:
            return None
    return None
