"""The terminal view."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from saksi.exports import table
from saksi.record import Record

from .making import record, said


def drawn(made: Record, *, width: int = 80, color: bool = False) -> str:
    stream = io.StringIO()
    system = "standard" if color else None
    console = Console(file=stream, width=width, force_terminal=color, color_system=system, highlight=False)  # type: ignore[arg-type]
    console.print(table.view(made, plain=not color))
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))


def test_view_at_80_columns(natuna: Record, golden: Callable[[str, str], None]) -> None:
    golden("natuna.txt", drawn(natuna))


def test_view_in_colour(natuna: Record, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    golden("natuna.ansi", drawn(natuna, color=True))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(natuna: Record, width: int) -> None:
    assert max(len(line) for line in drawn(natuna, width=width).split("\n")) <= width


def test_a_file_gets_no_colours(natuna: Record) -> None:
    stream = io.StringIO()
    table.write([natuna], stream)
    assert "\x1b" not in stream.getvalue()
    assert "[Kami tidak ingin" in stream.getvalue()


def test_an_article_cannot_command_the_terminal() -> None:
    text = "\x1b]0;owned\x07 [red]merah[/red] \u202eterbalik"
    shown = drawn(record(text, said(text, "merah", unresolved="\x1b[2J"), title="\x1b[2J"))
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert "[red]¹[merah][/red]" in shown


def test_nothing_found_is_said() -> None:
    assert "No statements found." in drawn(record("Hujan turun."))


def test_overlaps_close_where_they_end() -> None:
    text = "satu dua tiga"
    shown = drawn(record(text, said(text, "satu dua"), said(text, "dua tiga", number=2)))
    assert "¹[satu ²[dua] tiga]" in shown
