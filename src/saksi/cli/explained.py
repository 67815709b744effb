"""An explanation on the terminal: the parse, the statements and the events of a sentence, each with its reasons."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from saksi.exports.visible import clipped, visible

if TYPE_CHECKING:
    from saksi.reading.explain.told import Act, Candidate, Explanation, Left, Said
    from saksi.record import Span

_WIDTH_OF_FILES = 120
_WORDS = 150  # characters of a statement's words
_LIKELY = 0.05  # candidates below this for both parts, and not taken, are only counted


def write(found: Explanation, stream: TextIO) -> None:
    """Draw an explanation; in colour where the stream is a terminal and NO_COLOR is not set."""
    known = stream.isatty() or "COLUMNS" in os.environ
    Console(file=stream, highlight=False, width=None if known else _WIDTH_OF_FILES).print(view(found))


def view(found: Explanation) -> RenderableType:
    """Return what rich can print of an explanation."""
    sentence = found.sentence
    about = f"characters {sentence.start} to {sentence.end} of article {found.article} · {found.part}"
    parts: list[RenderableType] = [
        Text(clipped(sentence.text, 2_000), style="bold"),
        Text(visible(f"{about} · {found.reader.model}"), style="dim"),
        *(Text(note, style="yellow") for note in found.notes),
        _heading("parse"),
        _parse(found),
    ]
    if found.part == "prose" or found.statements:
        parts += [_heading("statements"), *([_statement(said) for said in found.statements] or [Text("  none")])]
        parts += _left(found.cues, "cues that made no statement", "kind")
    if found.part == "prose":
        parts += [_heading("events"), *([_act(act) for act in found.acts] or [Text("  no word triggers one")])]
        parts += _left(found.words, "words that tell no act", "type")
    return Group(*parts)


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold cyan")


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]], *, numbers: Iterable[str] = ()) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return Padding(table, (0, 0, 0, 2), expand=False)


def _parse(found: Explanation) -> RenderableType:
    rows = [
        (str(t.index), t.text, t.pos, t.dep, "–" if t.head == t.index else f"{t.head_text} {t.head}", t.entity or "")
        for t in found.tokens
    ]
    return _table(("token", "word", "pos", "dependency", "head", "entity"), rows, numbers=("token",))


def _statement(said: Said) -> RenderableType:
    head = Text(f"  {said.id} {said.rule}", style="bold")
    head.append(f"  {said.form}, {said.stance}, confidence {said.confidence:.2f}", style="default")
    who = clipped(said.speaker, 80) if said.speaker else f"nobody: {said.unresolved or 'not resolved'}"
    rows = [
        ("said", " … ".join(clipped(span.text, _WORDS) for span in said.content)),
        ("cue", _span(said.cue)),
        ("source", _span(said.source)),
        ("speaker", f"{who}; from {said.speaker_from}"),
    ]
    return Group(head, Padding(_grid(rows), (0, 0, 0, 4), expand=False))


def _grid(rows: Iterable[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for name, told in rows:
        grid.add_row(Text(name, style="dim"), Text(visible(told)))
    return grid


def _span(span: Span | None) -> str:
    return f"{clipped(span.text, 80)} ({span.start})" if span else "none"


def _left(left: tuple[Left, ...], heading: str, kind: str) -> list[RenderableType]:
    rows = [(_span(one.word), one.kind or "–", one.why) for one in left]
    return [_heading(heading), _table(("word", kind, "why not"), rows)] if rows else []


def _act(act: Act) -> RenderableType:
    head = Text(f"  {clipped(act.trigger.text, 80)} ({act.trigger.start}): {act.type}", style="bold")
    head.append(f" → {f'{act.event}, ' if act.event else ''}{act.outcome}", style="green" if act.event else "yellow")
    frame = f"CAMEO {act.cameo or '–'}, voice {act.voice}, told as {act.form}"
    frame += f", carried by “{act.carrier}”" if act.carrier else ""
    frame += f", with “{act.object}”" if act.object else ""
    over = ", ".join(
        f"{one.kind} ({_span(one.word) if one.word else 'the statement around it'})" for one in act.operators
    )
    weighed = ", ".join(f"{one.feature} {one.weight:+.2f}" for one in act.chance.reasons)
    rows = [
        ("frame", frame),
        ("status", f"{act.status}: {over or 'nothing stands over it'}"),
        (
            "actors stand",
            "; ".join(f"{way}: {', '.join(who)}" for way, who in act.standing.items()) or "in no known way",
        ),
        ("probability", f"{act.chance.probability:.3f}{f'; most weighed {weighed}' if weighed else ''}"),
    ]
    return Group(head, Padding(Group(_grid(rows), *_candidates(act.candidates)), (0, 0, 1, 4)))


def _candidates(people: tuple[Candidate, ...]) -> list[RenderableType]:
    shown = [p for p in people if p.taken or max(p.source.probability, p.target.probability) >= _LIKELY]
    rows = [
        (
            f"{clipped(p.name, 40)} ({p.code})" if p.code else clipped(p.name, 40),
            ", ".join(clipped(word, 24) for word in p.words) or "–",
            ", ".join(p.ways) or "–",
            *(f"{chance.probability:.2f}" for chance in (p.source, p.target)),
            " and ".join(side if why == "likely" else f"{side}, as the likeliest" for side, why in p.taken.items())
            or "–",
        )
        for p in shown
    ]
    columns = ("actor", "in the sentence", "stands as", "source", "target", "taken as")
    parts = [_table(columns, rows, numbers=("source", "target"))] if rows else []
    rest = len(people) - len(shown)
    return [*parts, *([Text(f"  {rest} more with less than {_LIKELY:.2f}", style="dim")] if rest else [])]
