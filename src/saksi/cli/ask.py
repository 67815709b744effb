"""`saksi search`, `saksi statements` and `saksi events`: what a desk holds."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from saksi.cli import filtering as f
from saksi.cli.filtering import Listing

if TYPE_CHECKING:
    from saksi.desk.search import Found


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help='Words, "phrases" and -words that must not be there.', show_default=False),
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
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not the best.")] = False,
    limit: f.Limit = 10,
    format: f.Format = Listing.table,  # noqa: A002 - the option is --format
) -> None:
    """Find articles by their words in any form, with the words around what was found."""
    from saksi.desk import Filter, open_desk

    wanted = Filter(
        actors=tuple(actor or ()), speaker=speaker, status=status, type=kind, quad=quad, outlet=outlet,
        language=language, since=since, until=until,
    )  # fmt: skip
    with open_desk(desk) as opened:
        found = opened.search(" ".join(words or ()), wanted, limit=limit, by="date" if newest else "rank")
    if format is Listing.table:
        _show(found)
    elif format is Listing.json:
        typer.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=2))
    else:
        from saksi.cli.listing import write

        rows = [{**msgspec.to_builtins(hit), "snippet": hit.snippet.text} for hit in found.hits]
        write(rows, format, ("id", "title", "outlet", "published", "url", "language", "snippet"))


def statements(
    desk: f.Desk = None,
    speaker: f.Speaker = None,
    actor: f.Actor = None,
    stance: Annotated[str | None, typer.Option("--stance", help="asserted or denied.")] = None,
    form: Annotated[str | None, typer.Option("--form", help="direct, indirect or mixed.")] = None,
    outlet: f.Outlet = None,
    language: f.Language = None,
    since: f.Since = None,
    until: f.Until = None,
    limit: f.Limit = 20,
    format: f.Format = Listing.table,  # noqa: A002 - the option is --format
) -> None:
    """List who said what, the newest first."""
    from saksi.cli.listing import write
    from saksi.desk import Filter, open_desk
    from saksi.desk.frames import COLUMNS, flat

    wanted = Filter(
        actors=tuple(actor or ()), speaker=speaker, stance=stance, form=form, outlet=outlet, language=language,
        since=since, until=until,
    )  # fmt: skip
    with open_desk(desk) as opened:
        rows = [flat("statements", msgspec.to_builtins(row)) for row in opened.statements(wanted, limit=limit)]
    short = ("published", "outlet", "speaker", "stance", "text", "title")
    write(rows, format, short if format is Listing.table else COLUMNS["statements"])


def events(
    desk: f.Desk = None,
    actor: f.Actor = None,
    status: f.Status = None,
    kind: f.Type = None,
    quad: f.Quad = None,
    outlet: f.Outlet = None,
    language: f.Language = None,
    since: f.Since = None,
    until: f.Until = None,
    limit: f.Limit = 20,
    format: f.Format = Listing.table,  # noqa: A002 - the option is --format
) -> None:
    """List who did what to whom, how certain it is and on whose word, the latest first."""
    from saksi.cli.listing import write
    from saksi.desk import Filter, open_desk
    from saksi.desk.frames import COLUMNS, flat

    wanted = Filter(
        actors=tuple(actor or ()), status=status, type=kind, quad=quad, outlet=outlet, language=language, since=since,
        until=until,
    )  # fmt: skip
    with open_desk(desk) as opened:
        rows = [flat("events", msgspec.to_builtins(row)) for row in opened.events(wanted, limit=limit)]
    short = ("day", "type", "status", "sources", "targets", "according_to", "sentence", "outlet")
    write(rows, format, short if format is Listing.table else COLUMNS["events"])


def _show(found: Found) -> None:
    """Hits for people: title, where it stands, and the words around, those found marked."""
    from rich.console import Console
    from rich.text import Text

    from saksi.exports.visible import visible

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    for hit in found.hits:
        place = " · ".join(part for part in (hit.outlet, (hit.published or "")[:10], hit.url) if part)
        console.print(Text(visible(hit.title or hit.id), style="bold"))
        if place:
            console.print(Text(visible(place), style="dim"))
        shown, at = Text("  … "), 0
        for a, b in hit.snippet.marks:
            a, b = a - hit.snippet.start, b - hit.snippet.start
            shown.append(visible(hit.snippet.text[at:a]).replace("\n", " "))
            shown.append(visible(hit.snippet.text[a:b]), style="bold reverse")
            at = b
        shown.append(visible(hit.snippet.text[at:]).replace("\n", " ") + " …")
        console.print(shown)
    spread = [
        f"{name}: " + ", ".join(f"{value} {n}" for value, n in values[:5])
        for name, values in found.facets.items()
        if values
    ]
    console.print(Text(f"{found.total:,} articles. " + visible("; ".join(spread)), style="dim"))
