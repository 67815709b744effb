"""The terminal view: the article with its statements and events marked, then a table of the ones and of the others.

Where there are no colours (NO_COLOR, a file), brackets stand for them, so that no end is lost: [] around what is said,
{} around the words of an event.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from saksi.exports.event_table import event_mark, event_style, event_table
from saksi.exports.marks import Piece, body, headline
from saksi.exports.visible import clipped, visible
from saksi.exports.wording import content_text, standing
from saksi.record import Record, Statement

_COLOURS = {"direct": "cyan", "indirect": "yellow", "mixed": "magenta"}
_WIDTH_OF_FILES = 100
_WORDS_SHOWN = 150
_NOTHING = Piece(0, 0)
_UNMARKED = Style(underline=False, strike=False, italic=False, bold=True)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Draw each record as it comes; in colour where the stream is a terminal and NO_COLOR is not set."""
    known = stream.isatty() or "COLUMNS" in os.environ
    console = Console(file=stream, highlight=False, width=None if known else _WIDTH_OF_FILES)
    plain = console.no_color or console.color_system is None
    for record in records:
        console.print(view(record, plain=plain))


def view(record: Record, *, plain: bool = False) -> RenderableType:
    """Return what rich can print of a record; ``plain`` puts brackets where colours would be."""
    parts = [_title(record)]
    parts += [Padding(_paragraph(record, pieces, plain), (0, 0, 1, 0)) for pieces in body(record)]
    parts.append(_table(record) if record.statements else Text("No statements found.", style="dim"))
    parts += [Text(), event_table(record)] if record.events else []
    return Group(*parts, Text())


def _title(record: Record) -> RenderableType:
    article = record.article
    title = clipped(headline(record), 200)
    facts = [article.outlet, article.dateline, article.published, article.language]
    about = " · ".join(clipped(fact, 60) for fact in facts if fact)
    return Group(Rule(style="dim"), Text(title, style="bold"), *([Text(about, style="dim")] if about else []), Text())


def _paragraph(record: Record, pieces: list[Piece], plain: bool) -> Text:
    line = Text()
    for before, piece, after in zip([_NOTHING, *pieces], pieces, [*pieces[1:], _NOTHING], strict=False):
        for number in piece.opens:
            line.append(_mark(number), style=Style(color=_colour(record.statements[number - 1]), bold=True))
        line.append("[" * (plain * len(set(piece.contents) - set(before.contents))))
        for number in piece.acts:
            if number in piece.begins:
                line.append(event_mark(number), style=event_style(record.events[number - 1]) + _UNMARKED)
            line.append("{" * (plain and number not in before.acts))
        line.append(visible(record.article.text[piece.start : piece.end]), style=_style(record, piece))
        line.append("}" * (plain * len(set(piece.acts) - set(after.acts))))
        line.append("]" * (plain * len(set(piece.contents) - set(after.contents))))
    return line


def _mark(number: int) -> str:
    """Return the raised number that opens a statement: it leads from the text to the table, and back."""
    return str(number).translate(_RAISED)


def _style(record: Record, piece: Piece) -> Style:
    """Return how a piece looks: the inner statement's colour, an outer one beneath it, cue, source, event besides."""
    style = Style()
    if piece.contents:
        *outer, inner = (record.statements[number - 1] for number in piece.contents)
        style += Style(color=_colour(inner), strike=inner.stance == "denied" or None, underline=bool(outer) or None)
    if piece.cues:
        style += Style(bold=True)
    if piece.sources:
        style += Style(italic=True, underline=True)
    if piece.acts:
        style += event_style(record.events[piece.acts[-1] - 1])
    return style


def _table(record: Record) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), expand=False, header_style="bold dim", pad_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("speaker", max_width=24, overflow="fold", ratio=None)
    table.add_column("said", overflow="fold", ratio=1)
    table.add_column("how", overflow="fold", max_width=14)
    table.add_column("status", no_wrap=True)
    known: set[str] = set()
    for number, said in enumerate(record.statements, 1):
        colour = _colour(said)
        denied = said.stance == "denied"
        table.add_row(
            Text(str(number), style=colour),
            _speaker(record, said, known),
            Text(clipped(content_text(said), _WORDS_SHOWN)),
            _how(said),
            Text("⊘ denied" if denied else "asserted", style="bold red" if denied else "dim"),
        )
    return table


def _speaker(record: Record, said: Statement, known: set[str]) -> Text:
    """Return the speaker's name, with role and affiliation where the table has not given them yet."""
    actor = record.actor(said.speaker)
    if not actor:
        return Text(clipped(said.unresolved or "not resolved", 60), style="dim italic")
    text = Text(clipped(actor.name, 60), style="bold")
    place = standing(record, said)
    shown = f"{actor.id} {place}"
    if place and shown not in known:
        text.append(f"\n{clipped(place, 70)}", style="not bold dim")
    known.add(shown)
    return text


def _how(said: Statement) -> Text:
    text = Text(said.form, style=_colour(said))
    return text.append(f"\n{clipped(said.cue.text, 24)}", style="default") if said.cue else text


def _colour(said: Statement) -> str:
    return _COLOURS.get(said.form, "default")
