"""`saksi run`: many articles, on many cores, into Parquet tables."""

from __future__ import annotations

import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from saksi.fleet.run import Account


class Filter(StrEnum):
    """What articles a run may be restricted to."""

    relevant = "relevant"


class Extractor(StrEnum):
    """How articles are taken out of pages."""

    careful = "careful"
    fast = "fast"


class Engine(StrEnum):
    """Where the workers of a run are."""

    LOCAL = "local"
    RAY = "ray"


def run(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files or folders of articles, above all JSON Lines.", show_default=False),
    ],
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar="FOLDER", help="Where the tables go; an address (s3://) too.", show_default=False
        ),
    ],
    workers: Annotated[int, typer.Option("--workers", "-w", metavar="N", min=1, help="Processes that read.")] = 1,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help="The language of the articles; else found for each."),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline to parse with.")] = None,
    world: Annotated[str | None, typer.Option(metavar="FILE", help="Your own table of names and actors.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="A TOML file of options.")] = None,
    shard_size: Annotated[
        int, typer.Option("--shard-size", metavar="N", min=1, help="Articles that a worker takes at once (2,000).")
    ] = 2_000,
    engine: Annotated[
        Engine, typer.Option(metavar="NAME", help="Where the workers are: local (this machine) or ray.")
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="ADDRESS", help="A Ray cluster; else one of its own on this machine."),
    ] = None,
    filter: Annotated[  # noqa: A002 - the option is --filter
        Filter | None,
        typer.Option("--filter", help="Leave out, unread, articles without a statement or two political actors."),
    ] = None,
    extractor: Annotated[
        Extractor | None,
        typer.Option("--extractor", help="How articles are taken out of pages: carefully, or many times faster."),
    ] = None,
) -> None:
    """Read many articles into a folder of Parquet tables, and account for every one.

    A run that was interrupted goes on where it was when it is started again. Exit code: 0 all were read, 3 some were
    not, 1 none was.
    """
    from saksi.errors import OptionError
    from saksi.fleet.local import run_local
    from saksi.fleet.ray_engine import RayEngine
    from saksi.fleet.run import run as run_fleet
    from saksi.options import Options

    options = Options.load(
        config, language=language, model=model, world=world, filter=filter and filter.value,
        extractor=extractor and extractor.value,
    )  # fmt: skip
    if options.extractor == "fast":
        from saksi.sources.html_fast import extract

        extract("")  # says at once whether it is installed
    if ray_address and engine is not Engine.RAY:
        raise OptionError("--ray-address makes no sense without --engine ray")
    began = time.monotonic()

    def told(account: Account) -> None:
        if sys.stderr.isatty():
            seconds = max(time.monotonic() - began, 0.001)
            typer.echo(
                f"\r{account.given:,} articles, {account.words / seconds:,.0f} words a second", err=True, nl=False
            )

    chosen = RayEngine(ray_address) if engine is Engine.RAY else run_local
    account = run_fleet(paths, out, options, workers=workers, size=shard_size, told=told, engine=chosen)
    if sys.stderr.isatty():
        typer.echo("\r" + " " * 60 + "\r", err=True, nl=False)
    _tell(account, out)
    left = sum(account.left_out.values()) + len(account.missing) + len(account.failed)
    if left:
        raise typer.Exit(3 if account.read or account.done_before else 1)


def _tell(account: Account, out: str) -> None:
    from saksi.exports.visible import visible

    before = f", {account.done_before:,} of them there before" if account.done_before else ""
    typer.echo(f"{out}: {account.shards:,} shards{before}")
    typer.echo(
        f"{account.given:,} articles given, {account.read:,} read: {account.statements:,} statements, "
        f"{account.events:,} events, {account.words:,} words"
    )
    for code, count in account.left_out.items():
        typer.echo(f"{count:,} left out: {code} (unread.jsonl of the shard names each)")
    for one in account.missing:
        typer.echo(visible(f"[{one.code}] {one.path}: {one.reason}"))
    for name, why in account.failed.items():
        typer.echo(visible(f"[S700] shard {name} failed: {why} - run it again"))
