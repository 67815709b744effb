"""Entities: the names that the model found, mended by what the lexicon knows.

A model trained on a few thousand sentences takes the verb before a name into it ("Ditegaskan Abbas"), the title's
country ("Inggris Tony Blair"), or overlooks a single name after its title ("Menlu Sugiono"). Each of these is plain
from the words alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from saksi.reading.lexicon import Lexicon
from saksi.reading.view import Entity, View
from saksi.world.states import all_states


def mend_entities(view: View, lexicon: Lexicon) -> None:
    """Mend the entities of a view in place."""
    mended = [e for e in (_trim(view, lexicon, entity) for entity in view.entities) if e is not None]
    view.set_entities(mended)
    view.set_entities(sorted([*view.entities, *_titled(view, lexicon)]))


def _trim(view: View, lexicon: Lexicon, entity: Entity) -> Entity | None:
    """The entity less what is no name at its two ends; null if nothing is left."""
    if entity.label != "PER":
        return entity
    start, end = entity.start, entity.end
    while start < end and _is_no_name(view, lexicon, start):
        start += 1
    start = _past_state(view, lexicon, entity.start, start, end)
    while end > start and not view.forms[end - 1][0].isupper() and view.pos[end - 1] != "PROPN":
        end -= 1
    if start >= end or (end - start == 1 and (view.pos[start] != "PROPN" or view.words[start] in lexicon.reporting.words.openers)):
        return None
    return Entity(start, end, entity.label)


def _is_no_name(view: View, lexicon: Lexicon, i: int) -> bool:
    word = view.words[i]
    return word in lexicon.cues or word in lexicon.titles.roles or word in lexicon.titles.portfolios or not word[0].isalnum()


def _past_state(view: View, lexicon: Lexicon, first: int, start: int, end: int) -> int:
    """Past the name of a state that a title ends with, where a name follows it: "Presiden Rusia Vladimir Putin"."""
    titled = first < start or (first > 0 and (view.words[first - 1] in lexicon.titles.roles or view.words[first - 1] in lexicon.titles.portfolios))
    if titled:
        for length in (3, 2, 1):
            if start + length < end and all_states().by_name(view.span(start, start + length), lexicon.language):
                return start + length
    return start


def _titled(view: View, lexicon: Lexicon) -> Iterator[Entity]:
    """Names that stand after a title and that the model overlooked."""
    titles, taken = lexicon.titles, -1
    for i, word in enumerate(view.words):
        if i < taken or word not in titles.roles or not view.forms[i][0].isupper() or view.entity_at[i]:
            continue
        start = i + 1
        while start < len(view.words) and (view.words[start] in titles.roles or view.words[start] in titles.portfolios):
            start += 1
        end = start
        while end < len(view.words) and _may_be_name(view, lexicon, end):
            end += 1
        if end > start:
            yield Entity(start, end, "PER")
        taken = max(end, i + 1)


def _may_be_name(view: View, lexicon: Lexicon, i: int) -> bool:
    form = view.forms[i]
    if view.entity_at[i] or not form[0].isupper() or form.isupper() or view.pos[i] != "PROPN":
        return False
    return not _is_no_name(view, lexicon, i) and view.words[i] not in lexicon.titles.organisations and not all_states().by_name(form, lexicon.language)
