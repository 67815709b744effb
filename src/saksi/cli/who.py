"""`saksi who`: what a name means to Saksi, and on a day."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.guard import Code, say

if TYPE_CHECKING:
    from saksi.world.entry import Entry


class Format(StrEnum):
    """What `saksi who` can write."""

    table = "table"
    json = "json"


def who(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A name as newspapers write it.", show_default=False)
    ],
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that it is read for: 2023-05-17, 2023-05 or 2023.")
    ] = None,
    language: Annotated[str, typer.Option("--language", "-l", metavar="CODE", help="The language of the name.")] = "id",
    world: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own table of names; it comes before those shipped.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.table,  # noqa: A002
) -> None:
    """Say which state, body, group or person a name means: code, name, role, term, and why.

    Every candidate is given where a name is ambiguous. Exit code: 0 known, 1 unknown.
    """
    import msgspec

    from saksi.world.world import World, known_languages

    if language not in known_languages():
        from saksi.errors import LanguageError

        known = ", ".join(known_languages())
        raise LanguageError(f"names in {language!r} are not known; known are: {known}", code="S301", hint="choose one")
    text = " ".join(name)
    found = World.load(world).find(text, language, on)
    if format is Format.json:
        typer.echo(msgspec.json.encode({"name": text, "on": on, "entries": found}).decode())
    else:
        _tell(found)
    if not found:
        say(f"saksi: {text!r} is not in the tables - add it to a file of your own and name that with --world")
        raise typer.Exit(Code.FAILED)


def _tell(found: tuple[Entry, ...]) -> None:
    from saksi.exports.visible import visible

    if not found:
        return
    rows = [("code", "kind", "name", "role", "from", "to", "why")]
    rows += [(e.code, e.kind, e.name, e.role or "", e.begin or "", e.end or "", e.why) for e in found]
    widths = [max(len(visible(row[column])) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (visible(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())
    if any(entry.ambiguous for entry in found):
        typer.echo(
            "ambiguous: the name alone does not tell" + ("" if len(found) > 1 else ", it has other meanings too")
        )
