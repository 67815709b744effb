"""The application: its commands, one file each, and what `saksi` alone can say."""

from __future__ import annotations

from typing import Annotated

import typer

from saksi.cli.ask import events, search, statements
from saksi.cli.correct import correct
from saksi.cli.doctor import doctor
from saksi.cli.evaluate import evaluate
from saksi.cli.explain import explain
from saksi.cli.export import export
from saksi.cli.guard import guarded
from saksi.cli.load import load
from saksi.cli.people import actor
from saksi.cli.read import read
from saksi.cli.run import run
from saksi.cli.serve import serve, token
from saksi.cli.stories import stories
from saksi.cli.views import dyad, ledger
from saksi.cli.watch import watch
from saksi.cli.who import who

app = typer.Typer(
    name="saksi",
    help="Reads news reports and keeps the record of who said what.",
    epilog="docs/cli.md describes every command. `saksi --install-completion` completes them in your shell.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(guarded(read))
app.command("eval")(guarded(evaluate))
app.command("explain")(guarded(explain))
app.command("who")(guarded(who))
app.command("load")(guarded(load))
app.command("watch")(guarded(watch))
app.command("search")(guarded(search))
app.command("statements")(guarded(statements))
app.command("events")(guarded(events))
app.command("actor")(guarded(actor))
app.command("stories")(guarded(stories))
app.command("ledger")(guarded(ledger))
app.command("dyad")(guarded(dyad))
app.command("export")(guarded(export))
app.command("correct")(guarded(correct))
app.command("serve")(guarded(serve))
app.command("token")(guarded(token))
app.command("run")(guarded(run))
app.command("doctor")(guarded(doctor))


def _version(wanted: bool) -> None:
    if wanted:
        from saksi.cli.inventory import installed_models
        from saksi.version import __version__

        typer.echo(f"saksi {__version__}")
        for language, model in installed_models().items():
            typer.echo(f"{language}: {model.label if model else 'no model'}")
        raise typer.Exit


@app.callback()
def saksi(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            help="Show the version of Saksi and of each model, and exit.",
            callback=_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Reads news reports and keeps the record of who said what."""
