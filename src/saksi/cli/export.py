"""`saksi export`: records or a desk, in the formats of other tools."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli import filtering as f

if TYPE_CHECKING:
    from saksi.record import Record


class Out(StrEnum):
    """What can be exported; parquet, csv, gdelt and gold are folders."""

    parquet = "parquet"
    csv = "csv"
    jsonl = "jsonl"
    plover = "plover"
    webannotation = "webannotation"
    gdelt = "gdelt"
    ftm = "ftm"
    conllu = "conllu"
    gold = "gold"


_FOLDERS = {Out.parquet: "parquet", Out.csv: "csv_folder", Out.gdelt: "gdelt", Out.gold: "gold"}


def export(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Records as JSON Lines; without any, the desk.", show_default=False),
    ] = None,
    format: Annotated[Out, typer.Option("--format", "-f", help="The format; docs/exports.md has each.")] = Out.jsonl,  # noqa: A002
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="A file; for parquet, csv, gdelt and gold a folder."),
    ] = None,
    desk: f.Desk = None,
    actor: f.Actor = None,
    speaker: f.Speaker = None,
    status: f.Status = None,
    kind: f.Type = None,
    quad: f.Quad = None,
    outlet: f.Outlet = None,
    language: f.Language = None,
    since: f.Since = None,
    until: f.Until = None,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only articles that people have corrected.")] = False,
) -> None:
    """Write records for other tools: from files of records, or from a desk, those of a filter."""
    from saksi.cli.output import output
    from saksi.desk import Filter, open_desk
    from saksi.errors import OptionError

    wanted = Filter(
        actors=tuple(actor or ()), speaker=speaker, status=status, type=kind, quad=quad, outlet=outlet,
        language=language, since=since, until=until, reviewed=reviewed,
    )  # fmt: skip
    if paths and wanted != Filter():
        raise OptionError("a filter asks a desk, and records are given as files", hint="load them into a desk first")
    if format in _FOLDERS and out is None:
        raise OptionError(f"{format.value} is a folder", hint="name it with -o FOLDER")

    def write(records: Iterable[Record]) -> None:
        if format in _FOLDERS:
            import_module(f"saksi.exports.{_FOLDERS[format]}").write_folder(records, out)
            return
        with output(out) as stream:
            import_module(f"saksi.exports.{format.value}").write(records, stream)

    if paths:
        write(_records(paths))
        return
    with open_desk(desk) as opened:
        write(opened.records(wanted))


def _records(paths: list[str]) -> Iterable[Record]:
    """The records of files; anything else in them is an error.

    Raises:
        SourceError: a file cannot be read, or a line is no record.
    """
    from saksi.errors import SourceError
    from saksi.record import Record
    from saksi.sources import Unread, read_records

    for one in read_records(paths):
        if isinstance(one, Unread):
            place = f"{one.path}, {one.where}" if one.where else one.path
            raise SourceError(f"{place}: {one.reason}", code=one.code, hint=one.hint)
        if not isinstance(one, Record):
            raise SourceError(
                "it is an article, not a record", code="S235", hint="`saksi read --format jsonl` makes records"
            )
        yield one
