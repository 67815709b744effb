"""The cards beside an article in HTML: one for each statement and each event, and the numbers that lead to them.

Statements are told apart from events by their numbers: 1, 2 ... and e1, e2 ...; these are the only values that become
ids, classes or data. Everything that comes from the record is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from saksi.exports.visible import clipped, visible
from saksi.exports.wording import (
    STATUSES,
    content_text,
    dates,
    quad,
    sides,
    speaker_name,
    standing,
    status,
    tellers,
    where,
)
from saksi.plover import TYPES
from saksi.record import Event, Record, Statement

_FORMS = ("direct", "indirect", "mixed")
_END = "</li>\n"
Tools = Callable[[Statement | Event], str]  # what a page puts at the end of a card: markup, escaped already
_WORDS_SHOWN, _NAMES_SHOWN = 240, 120


def text(value: str | None) -> str:
    """Return text that is harmless between tags and in quoted attributes."""
    return escape(visible(value or ""), quote=True)


def cards(record: Record, key: str, tools: Tools | None = None) -> Iterator[str]:
    """Yield the cards in the order of the article; where a statement and an event begin together, it comes first."""
    placed = [
        (said.content[0].start if said.content else 0, 0, number, _statement(record, number, key))
        for number, said in enumerate(record.statements, 1)
    ]
    placed += [
        (act.trigger.start, 1, number, _event(record, number, key)) for number, act in enumerate(record.events, 1)
    ]
    for _, kind, number, card in sorted(placed):
        if tools is None:
            yield card
        else:
            item = record.events[number - 1] if kind else record.statements[number - 1]
            yield card.removesuffix(_END) + tools(item) + _END


def statement_number(record: Record, number: int, *, goes_to: str, own: str = "") -> str:
    """Return the number of a statement, as a link between its words and its card."""
    said = record.statements[number - 1]
    denied = said.stance == "denied"
    label = f"Statement {number}, {form(said)}{', denied' if denied else ''}, {speaker_name(record, said)}"
    classes = f"no {form(said)}{' denied' if denied else ''}"
    return _link(str(number), str(number), classes, label, goes_to, own)


def event_badge(record: Record, number: int, *, goes_to: str, own: str = "", brief: bool = False) -> str:
    """Return the number of an event, with its status in a word unless it is told as a fact (or ``brief`` is set)."""
    event = record.events[number - 1]
    how = status(event)
    label = f"Event {number}, {clipped(event.type, 40)}, {how}: {_who_to_whom(record, event)}"
    shown = f"e{number}" if brief or how == "occurred" else f"e{number} {how}"
    return _link(f"e{number}", shown, f"no act-no {quad(event)}", label, goes_to, own)


def form(said: Statement) -> str:
    """Return the form of a statement; a record made in Python is not checked, and this becomes a class."""
    return said.form if said.form in _FORMS else "indirect"


def _link(number: str, shown: str, classes: str, label: str, goes_to: str, own: str) -> str:
    own = f'id="{own}" ' if own else ""
    attributes = f'class="{classes}" data-s="{number}" href="{goes_to}" aria-label="{text(label)}"'
    return f'<a {own}{attributes} title="{text(label)}">{shown}</a>'


def _statement(record: Record, number: int, key: str) -> str:
    said = record.statements[number - 1]
    actor = record.actor(said.speaker)
    place = standing(record, said)
    how = [f"<b>{form(said)}</b>"]
    how += ['<span class="no-said">⊘ denied</span>'] if said.stance == "denied" else []
    how += [f"<span>“{text(clipped(said.cue.text, 40))}”</span>"] if said.cue else []
    told = [n for n, act in enumerate(record.events, 1) if said.id in act.according_to]
    links = " ".join(event_badge(record, n, goes_to=f"#{key}-ec{n}", brief=True) for n in told)
    own = statement_number(record, number, goes_to=f"#{key}-s{number}", own=f"{key}-n{number}")
    return (
        f'<li class="card {form(said)}" id="{key}-c{number}" data-s="{number}">'
        f'<div dir="auto">{own}'
        f'<span class="who{"" if actor else " nobody"}">{text(speaker_name(record, said))}</span></div>'
        + (f'<div class="role" dir="auto">{text(place)}</div>' if place else "")
        + f'<div class="words" dir="auto">{text(clipped(content_text(said), _WORDS_SHOWN))}</div>'
        + (f'<p class="tells">tells {links}</p>' if told else "")
        + _how(how, said.by, said.confidence)
    )


def _event(record: Record, number: int, key: str) -> str:
    event = record.events[number - 1]
    own = event_badge(record, number, goes_to=f"#{key}-e{number}", own=f"{key}-en{number}", brief=True)
    gloss = TYPES[event.type].english if event.type in TYPES else "not a type of PLOVER's"
    return (
        f'<li class="card event {quad(event)}" id="{key}-ec{number}" data-s="e{number}">'
        f'<div>{own}<span class="who">{text(clipped(event.type, 40))}</span> <span class="role">{gloss}</span></div>'
        f'<div class="words" dir="auto">{text(clipped(event.trigger.text, _WORDS_SHOWN))}</div>'
        f'<dl class="facts">{"".join(_facts(record, event, key))}</dl>'
        + _how([f"<b>{quad(event).replace('-', ' ')}</b>"], event.by, event.confidence)
    )


def _facts(record: Record, event: Event, key: str) -> Iterator[str]:
    """Yield what an event is made of, a name and its value each; a side that is not told is a dash."""
    how = status(event)
    for name, side in zip(("source", "target"), sides(record, event, codes=True), strict=True):
        yield _fact(name, text(clipped(side, _NAMES_SHOWN)))
    sample = f'<span class="act {quad(event)} is-{how}">{how}</span>'
    yield _fact("status", f"{sample} <span>{STATUSES.get(how, '')}</span>")
    yield _fact("according to", _according(record, event, key) or "the article itself")
    words = event.date.text
    basis = [text(event.date.basis)] if event.date.basis != "none" else []
    basis += [f"“{text(clipped(words.text, 60))}”"] if words else []
    day = text(clipped(dates(event), 60)) or ("no date" if basis else "")
    if day:
        yield _fact("date", f"{day} <span>{' '.join(basis)}</span>")
    if place := where(event):
        yield _fact("place", text(clipped(place, 80)))


def _fact(name: str, value: str) -> str:
    return f'<dt>{name}</dt><dd dir="auto">{value or "–"}</dd>'


def _according(record: Record, event: Event, key: str) -> str:
    """Return the names of those on whose word the event rests, each with a link to what they say."""
    return ", ".join(
        (statement_number(record, each.number, goes_to=f"#{key}-c{each.number}") if each.number else "")
        + text(clipped(each.name, _NAMES_SHOWN))
        for each in tellers(record, event)
    )


def _who_to_whom(record: Record, event: Event) -> str:
    return " → ".join(clipped(side, _NAMES_SHOWN) or "–" for side in sides(record, event))


def _how(how: list[str], by: str, confidence: float) -> str:
    how += [f'<span title="the rule that found it"><code>{text(by)}</code></span>'] if by else []
    how.append(f'<span title="confidence, 0 to 1">{confidence:.2f}</span>')
    return f'<p class="how">{"".join(how)}</p>{_END}'
