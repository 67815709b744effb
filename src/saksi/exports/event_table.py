"""Events on the terminal: how their words look in the text, and a table of who did what to whom, on whose word.

Cooperation is blue and conflict red, which colour-blind readers tell apart; deeds are bold, mere words are not. What is
not told as a fact is slanted, what is denied or not done is struck through; the table says it in words.
"""

from __future__ import annotations

from rich.style import Style
from rich.table import Table
from rich.text import Text

from saksi.exports.visible import clipped
from saksi.exports.wording import dates, quad, sides, status, tellers, where
from saksi.record import Event, Record

_WORDS_SHOWN, _NAMES_SHOWN = 100, 80
_RAISED = str.maketrans("e0123456789", "ᵉ⁰¹²³⁴⁵⁶⁷⁸⁹")
_STRUCK = ("denied", "negated")


def event_mark(number: int) -> str:
    """Return the raised number that opens an event: it leads from the text to the table, and back."""
    return f"e{number}".translate(_RAISED)


def event_style(event: Event) -> Style:
    """Return how the words of an event look."""
    how = status(event)
    slanted = how not in ("occurred", *_STRUCK)
    return _class_style(event) + Style(underline=True, italic=slanted or None, strike=how in _STRUCK or None)


def event_table(record: Record) -> Table:
    """Return the table of a record's events, a row each, in the order of the record."""
    table = Table(box=None, padding=(0, 1, 0, 0), expand=False, header_style="bold dim", pad_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("type", overflow="fold", min_width=4)
    table.add_column("who", max_width=20, overflow="fold")
    table.add_column("to whom", max_width=20, overflow="fold")
    table.add_column("status", overflow="fold")
    table.add_column("according to", max_width=20, overflow="fold")
    table.add_column("when", max_width=14, overflow="fold")
    table.add_column("words", overflow="fold", ratio=1)
    for number, event in enumerate(record.events, 1):
        colour = _class_style(event)
        who, to_whom = sides(record, event)
        table.add_row(
            Text(f"e{number}", style=colour),
            Text(clipped(event.type, 20), style=colour),
            Text(clipped(who, _NAMES_SHOWN) or "–"),
            Text(clipped(to_whom, _NAMES_SHOWN) or "–"),
            _status(event),
            _according(record, event),
            _when(event),
            Text(clipped(event.trigger.text, _WORDS_SHOWN)),
        )
    return table


def _class_style(event: Event) -> Style:
    depth, _, side = quad(event).partition("-")
    colour = {"cooperation": "bright_blue", "conflict": "bright_red"}.get(side)
    return Style(color=colour, bold=depth == "material" or None)


def _status(event: Event) -> Text:
    how = status(event)
    return Text(f"⊘ {how}" if how in _STRUCK else how, style="bold red" if how in _STRUCK else "default")


def _according(record: Record, event: Event) -> Text:
    """Return the names of those on whose word it rests, each with the number of the statement."""
    told = [f"{clipped(one.name, 60)}{f' ({one.number})' if one.number else ''}" for one in tellers(record, event)]
    return Text(", ".join(told)) if told else Text("the article", style="dim")


def _when(event: Event) -> Text:
    """Return the date, what it rests on, and the place beneath it; a dash where the article tells neither."""
    day, place, basis = dates(event), clipped(where(event), 40), clipped(event.date.basis, 20)
    told = Text(clipped(day, 40))
    if basis != "none":
        told.append(f"{' ' if day else ''}{basis}", style="dim")
    if place:
        told.append(f"{chr(10) if told.plain else ''}{place}", style="dim")
    return told if told.plain else Text("–")
