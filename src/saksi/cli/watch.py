"""`saksi watch`: feeds that are asked again and again, and their new articles into a desk."""

from __future__ import annotations

import json
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.guard import Code
from saksi.cli.load import DESK

if TYPE_CHECKING:
    from saksi.desk.watching import Round

_MEGABYTE = 1_000_000


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEED", help="Addresses of feeds (RSS, Atom), or OPML files.", show_default=False),
    ],
    once: Annotated[bool, typer.Option("--once", help="One round, and stop.")] = False,
    every: Annotated[
        float, typer.Option("--every", metavar="MINUTES", min=1, help="Minutes from one round to the next.")
    ] = 30,
    desk: Annotated[str | None, DESK] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A host that may have a private address; repeatable."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Fetch at most N articles a round.")
    ] = None,
    delay: Annotated[
        float, typer.Option("--delay", metavar="SECONDS", min=0, help="Seconds between two requests to one host.")
    ] = 2,
    max_mb: Annotated[
        float, typer.Option("--max-mb", metavar="N", min=0.001, help="Take no more megabytes from one address.")
    ] = 10,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help="The language of the articles; else found for each."),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline to parse with.")] = None,
    world: Annotated[str | None, typer.Option(metavar="FILE", help="Your own table of names and actors.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file of options.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The account of each round as JSON.")] = False,
) -> None:
    """Ask feeds for what is new, fetch the pages, and load them into a desk.

    What cannot be read is told by `saksi load --report`. Exit code of --once: 0 all is well, 3 some could not be read,
    1 nothing could.
    """
    from saksi.desk import Desk
    from saksi.desk.store import Store
    from saksi.desk.watching import Watch
    from saksi.options import Options
    from saksi.reading import Reader
    from saksi.sources.fetch import Limits
    from saksi.sources.opml import feeds_of
    from saksi.sources.polite import Polite

    urls = feeds_of(feeds)
    options = Options.load(config, language=language, limit=limit, model=model, world=world)
    reader = Reader(options.language, options=options)
    allowed = frozenset(name.lower().rstrip(".") for name in allow_host or ())
    limits = Limits(max_bytes=int(max_mb * _MEGABYTE), allowed=allowed)
    with Desk(Store.open(desk, create=True)) as opened:
        watching = Watch(opened.store, reader, Polite(limits=limits, delay=delay), max_chars=options.max_chars)
        while True:
            began = time.monotonic()
            done = watching.round(urls, limit=options.limit)
            if done.done.added:
                opened.find_stories()
            _tell(done, opened.store.name, as_json)
            if once:
                raise typer.Exit(_code(done))
            time.sleep(max(0.0, every * 60 - (time.monotonic() - began)))


def _code(done: Round) -> Code:
    """The exit code of a round: a feed that answered, or waits for its time, is something that could be read."""
    if not done.unread:
        return Code.DONE
    return Code.PARTLY if done.read or done.failed < done.asked or done.resting else Code.FAILED


def _tell(done: Round, name: str, as_json: bool) -> None:
    counts = done.done
    if as_json:
        account = {"at": datetime.now().astimezone().isoformat(timespec="seconds"), "desk": name, "load": done.load}
        feeds = {"feeds": done.asked, "unchanged": done.unchanged, "failed": done.failed, "resting": done.resting}
        pages = {"new": done.new, "added": counts.added, "replaced": counts.replaced, "same": counts.same}
        line = {**account, **feeds, **pages, "copies": counts.copies, "unread": done.unread, "waiting": done.left}
        typer.echo(json.dumps(line, ensure_ascii=False))
        return
    resting = f", {done.resting:,} not due yet" if done.resting else ""
    failed = f", {done.failed:,} failed" if done.failed else ""
    typer.echo(f"{name}: {done.asked:,} feeds asked, {done.unchanged:,} unchanged{failed}{resting}; ", nl=False)
    typer.echo(f"{done.new:,} new entries, {counts.added:,} added, {counts.same:,} there already, ", nl=False)
    waiting = f", {done.left:,} waiting" if done.left else ""
    report = " (saksi load --report tells why)" if done.unread else ""
    typer.echo(f"{done.unread:,} not read{report}{waiting}")
