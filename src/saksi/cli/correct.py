"""`saksi correct`: what a person decides of statements and events, and taking it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from saksi.cli import filtering as f
from saksi.cli.people import Author

if TYPE_CHECKING:
    from saksi.desk.replay import Correction


def correct(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Its id.", show_default=False)] = None,
    item: Annotated[str | None, typer.Argument(metavar="ITEM", help="s3 or e2.", show_default=False)] = None,
    action: Annotated[
        str | None, typer.Argument(metavar="ACTION", help="accept, reject or edit.", show_default=False)
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help='For an edit: stance=denied, content=[[3,20]].'),
    ] = None,
    author: Author = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Kept with it.")] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take a correction back.")] = None,
    undo_decision: Annotated[
        int | None, typer.Option("--undo-decision", metavar="N", help="Take back who is whom (`saksi actor`).")
    ] = None,
    desk: f.Desk = None,
) -> None:  # fmt: skip
    """Accept, reject or edit a statement or event; without ITEM, list what was decided (of ARTICLE, or of all)."""
    from saksi.desk import open_desk
    from saksi.errors import OptionError

    with open_desk(desk) as opened:
        if item is None and undo is None and undo_decision is None:
            for one in opened.corrections(article):
                _show(one)
            return
        if not author:
            raise OptionError("a correction needs an author", hint="--author NAME, or SAKSI_AUTHOR")
        if undo is not None:
            _show(opened.undo(undo, author=author))
        elif undo_decision is not None:
            done = opened.undo_decision(undo_decision, author=author)
            typer.echo(f"decision {done.id} ({done.kind}) is undone")
        else:
            if action is None or not item:
                raise OptionError("say what is to be done", hint="`saksi correct ARTICLE s3 reject`")
            kind: Any = "event" if item.startswith("e") else "statement"
            given: Any = action
            _show(opened.correct(article or "", kind, item, given, _parsed(changes or []), author=author, note=note))


def _parsed(changes: list[str]) -> dict[str, Any]:
    """Fields and values: a value that is JSON is that, another one text."""
    from saksi.errors import OptionError

    found: dict[str, Any] = {}
    for one in changes:
        name, equals, value = one.partition("=")
        if not equals:
            raise OptionError(f"--set {one!r} has no value", hint="--set FIELD=VALUE")
        try:
            found[name.strip()] = json.loads(value)
        except ValueError:
            found[name.strip()] = value
    return found


def _show(one: Correction) -> None:
    from saksi.exports.visible import visible

    undone = f", undone by {one.undone_by}" if one.undone else ""
    changed = f" {json.dumps(one.changes, ensure_ascii=False)}" if one.changes else ""
    note = f" ({one.note})" if one.note else ""
    words = one.exact if len(one.exact) <= 80 else one.exact[:79] + "…"
    typer.echo(
        visible(f"{one.id}: {one.author} {one.created[:16]} {one.action} {one.kind} {one.target or ''} “{words}”")
        + visible(f"{changed}{note}{undone}")
    )
