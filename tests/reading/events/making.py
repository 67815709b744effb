"""What tests of the coder of events share: a text inspected by the shipped model, and the parts of it by words."""

from __future__ import annotations

from saksi.reading.assemble import Assembled
from saksi.reading.events.find import sentences
from saksi.reading.events.roles import Standing
from saksi.reading.events.trigger import Trigger
from saksi.reading.events.triggers import find_triggers
from saksi.reading.speakers import Speaker
from saksi.record import Article

from ..parsing import reader


def inspect(text: str, published: str | None = "2025-06-15") -> Assembled:
    return reader().inspect(Article(text=text, published=published))


def trigger_of(made: Assembled, words: str) -> tuple[Trigger, int, int]:
    """The trigger that begins with ``words``, with its sentence."""
    view = made.draft.view
    for a, b in sentences(made.draft):
        for trigger in find_triggers(view, made.finder.frames, a, b):
            if view.span(trigger.start, trigger.end).startswith(words):
                return trigger, a, b
    raise AssertionError(f"no trigger {words!r} in {view.text!r}")


def code(made: Assembled, actor: Speaker) -> str:
    return made.finder.cast.code(actor) or actor.name


def standing(text: str, words: str) -> dict[str, list[str]]:
    """How actors stand to a trigger, by code."""
    made = inspect(text)
    found: Standing = made.finder.roles.of(*trigger_of(made, words))
    return {way: [code(made, actor) for actor in actors] for way, actors in found.items()}


def doer(text: str, words: str) -> str | None:
    """The phrase that names the doer of a trigger's verb."""
    made = inspect(text)
    trigger, a, b = trigger_of(made, words)
    assert trigger.verb is not None
    phrase = made.finder.roles.subjects.find(trigger.verb, a, b)
    return made.draft.view.span(*phrase) if phrase else None


def cast(text: str) -> list[tuple[str, list[str], str]]:
    """Every mention as (words, codes, kind)."""
    made = inspect(text)
    view = made.draft.view
    return [
        (view.span(part.start, part.end), [code(made, actor) for actor in part.actors], part.kind)
        for part in made.finder.cast.parts
    ]


def told(text: str) -> list[tuple[str, set[str], set[str], str]]:
    """Each event as (type, sources, targets, status)."""
    made = inspect(text)
    return [
        (act.trigger.type, {code(made, a) for a in act.sources}, {code(made, a) for a in act.targets}, act.status)
        for act in made.acts
    ]
