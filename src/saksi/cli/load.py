"""`saksi load`: articles and records into a desk."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from saksi.desk.load import Loaded
    from saksi.desk.loading import Load
    from saksi.sources import Unread

DESK = typer.Option(
    "--desk", "-d", metavar="FILE|URL", help="The desk: a file, or a PostgreSQL URL (SAKSI_DESK, else saksi.db)."
)


def load(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files or folders of articles, or records as JSON Lines; - reads stdin.",
            show_default=False,
        ),
    ] = None,
    desk: Annotated[str | None, DESK] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help="The language of the articles; else found for each."),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="Take at most N articles.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline to parse with.")] = None,
    world: Annotated[str | None, typer.Option(metavar="FILE", help="Your own table of names and actors.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file of options.")] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Load nothing: tell what the last load could not read, and why.")
    ] = False,
    group: Annotated[bool, typer.Option("--stories/--no-stories", help="Find stories anew when all is loaded.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="The report, or the account of the load, as JSON.")] = False,
) -> None:
    """Read articles into a desk; records that Saksi has written go in as they are.

    A text that is there already is not read again, unless by a newer Saksi. Exit code: 0 all are on the desk, 3 some
    could not be read, 1 none could.
    """
    from saksi.desk import Desk
    from saksi.desk.loading import Load
    from saksi.desk.loading import report as last_report
    from saksi.desk.store import Store
    from saksi.errors import OptionError

    if report:
        _tell_report(last_report(Store.open(desk)), as_json)
        return
    if not paths:
        raise OptionError("nothing to load", hint="name files or folders, or - for standard input")
    from saksi.options import Options
    from saksi.reading import Reader
    from saksi.sources import read_records

    options = Options.load(config, language=language, limit=limit, model=model, world=world)
    reader = Reader(options.language, options=options)
    store = Store.open(desk, create=True)
    run = Load(store, paths)
    given = islice(read_records(paths, max_chars=options.max_chars), options.limit)
    for _ in _shown(run.take(given, reader)):
        pass
    run.finish()
    if run.done.added and group:
        with Desk(store) as desk_:
            desk_.find_stories()
    _tell(run, store.name, as_json)
    read = run.done.added + run.done.replaced + run.done.same
    if run.unread:
        raise typer.Exit(3 if read else 1)


def _shown(batches: Iterator[Loaded]) -> Iterator[Loaded]:
    """The batches, counted on stderr if that is a terminal."""
    total = 0
    for done in batches:
        total += done.added + done.replaced + done.same
        if sys.stderr.isatty():
            typer.echo(f"\r{total:,} articles", err=True, nl=False)
        yield done
    if sys.stderr.isatty():
        typer.echo("\r" + " " * 30 + "\r", err=True, nl=False)


def _tell(run: Load, name: str, as_json: bool) -> None:
    done = run.done
    if as_json:
        counts = {"added": done.added, "replaced": done.replaced, "same": done.same, "copies": done.copies}
        typer.echo(json.dumps({"desk": name, "load": run.id, **counts, "unread": run.unread}, ensure_ascii=False))
        return
    typer.echo(f"{name}: {done.added:,} added, {done.replaced:,} read anew, {done.same:,} there already, ", nl=False)
    typer.echo(f"{run.unread:,} not read" + (" (saksi load --report tells why)" if run.unread else ""))


def _tell_report(found: list[tuple[int, Unread]], as_json: bool) -> None:
    from saksi.exports.visible import visible

    for number, one in found:
        if as_json:
            fields = {"load": number, "path": one.path, "place": one.where, "code": one.code}
            typer.echo(json.dumps({**fields, "reason": one.reason, "hint": one.hint}, ensure_ascii=False))
        else:
            place = f"{one.path}, {one.where}" if one.where else one.path
            typer.echo(visible(f"[{one.code}] {place}: {one.reason} - {one.hint}"))
    if not found and not as_json:
        typer.echo("the last load read everything")
