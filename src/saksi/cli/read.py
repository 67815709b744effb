"""`saksi read`: articles in, records out."""

from __future__ import annotations

import sys
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What `saksi read` can write."""

    table = "table"
    jsonl = "jsonl"
    json = "json"
    html = "html"


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files or folders of articles; - reads stdin.", show_default=False),
    ],
    format: Annotated[  # noqa: A002 - the option is --format
        Format | None,
        typer.Option(
            "--format", "-f", help="By default what the ending of -o says; else table on a terminal, jsonl in a pipe."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write here, not to stdout; an old file stays until all is done."
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="Read at most N articles.")] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", "-l", metavar="CODE", help="The language of the articles; by default found for each."
        ),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline to parse with: a folder or a package.")
    ] = None,
    world: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Your own table of names, actors and leaders; it comes before those shipped."
        ),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A TOML file of options; those given here come first.")
    ] = None,
    batch_size: Annotated[
        int | None, typer.Option(metavar="N", help="Articles that go through the model at once (32).")
    ] = None,
    max_chars: Annotated[
        int | None, typer.Option(metavar="N", help="Refuse an article longer than this (1,000,000 characters).")
    ] = None,
) -> None:
    """Read articles and write a record of who said what in each.

    Exit code: 0 all were read, 3 some were not, 1 none was. Those not read are named on stderr.
    """
    from saksi.cli.output import output
    from saksi.cli.progress import shown
    from saksi.cli.report import Report
    from saksi.exports import writer
    from saksi.options import Options

    options = Options.load(
        config, language=language, limit=limit, model=model, world=world, batch_size=batch_size, max_chars=max_chars
    )
    chosen = _format(format, out)
    if options.world is not None:
        from saksi.world.world import World

        # What is wrong with the user's table is said before anything is read.
        World.load(Path(options.world))

    from saksi.reading import Reader
    from saksi.sources import read_paths

    report = Report()
    articles = report.articles(read_paths(paths, max_chars=options.max_chars))
    records = report.records(Reader(options.language, options=options).pipe(islice(articles, options.limit)))
    # Where the records themselves appear on the terminal, a bar would only run through them.
    to_terminal = _to_stdout(out) and sys.stdout.isatty()
    try:
        with output(out) as stream:
            writer(chosen)(shown(records, total=options.limit, wanted=not to_terminal), stream)
            if not report.read:
                raise typer.Exit(report.code)
    finally:
        report.tell()
    if report.code:
        raise typer.Exit(report.code)


def _format(given: Format | None, out: Path | None) -> str:
    from saksi.exports import ENDINGS

    if given:
        return given.value
    if _to_stdout(out):
        return "table" if sys.stdout.isatty() else "jsonl"
    return ENDINGS.get(out.suffix.lower(), "jsonl") if out else "jsonl"


def _to_stdout(out: Path | None) -> bool:
    return out is None or str(out) == "-"
