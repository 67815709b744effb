"""`saksi actor`: somebody of the desk, what they say and what is said of them, and who is whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from saksi.cli import filtering as f
from saksi.cli.filtering import Listing

if TYPE_CHECKING:
    from saksi.desk import Desk
    from saksi.desk.decisions import Decision
    from saksi.desk.voices import Voice

Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who decides.", envvar="SAKSI_AUTHOR")]


def actor(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, a code, or a number of the desk (@12).", show_default=False)
    ],
    desk: f.Desk = None,
    same_as: Annotated[
        str | None, typer.Option("--same-as", metavar="@N", help="Decide that NAME is that one (NAME is a number).")
    ] = None,
    apart_in: Annotated[
        str | None, typer.Option("--apart-in", metavar="ARTICLE", help="Decide that NAME is another one there.")
    ] = None,
    author: Author = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")] = "",
    limit: f.Limit = 10,
    format: f.Format = Listing.table,  # noqa: A002 - the option is --format
) -> None:
    """Show who is called so: names, offices over time, statements by them and events about them.

    Decisions on who is whom are kept with author and reason; `saksi correct --undo-decision N` takes one back.
    """
    from saksi.desk import open_desk

    with open_desk(desk) as opened:
        if same_as or apart_in:
            done = _decide(opened, name, same_as, apart_in, author, why)
            typer.echo(f"decision {done.id}: {done.kind} of @{done.entity} and @{done.target}, by {done.author}")
            return
        found = opened.voices(name)
        if format is not Listing.table:
            from saksi.cli.listing import write

            write([msgspec.to_builtins(one) for one in found], format, ("id", "name", "type", "code", "statements"))
            return
        if not found:
            typer.echo(f"nobody on this desk is called {name!r}")
        for one in found:
            _show(one)
        if found:
            _said_and_done(opened, found[0], limit)


def _decide(desk: Desk, name: str, same_as: str | None, apart_in: str | None, author: str | None, why: str) -> Decision:
    from saksi.errors import OptionError

    if not author:
        raise OptionError("a decision needs an author", hint="--author NAME, or SAKSI_AUTHOR")
    if apart_in:
        return desk.split(apart_in, name, author=author, why=why)
    return desk.merge(_number(name), _number(same_as or ""), author=author, why=why)


def _number(given: str) -> int:
    from saksi.errors import OptionError

    if not given.lstrip("@").isdigit():
        raise OptionError(f"{given!r} is no number of the desk", hint="`saksi actor NAME` tells the numbers: @12")
    return int(given.lstrip("@"))


def _show(one: Voice) -> None:
    from saksi.exports.visible import visible

    facts = " · ".join(fact for fact in (one.type, one.code, one.wikidata) if fact)
    typer.echo(visible(f"@{one.id} {one.name} ({facts}): {one.articles} articles, {one.statements} statements"))
    others = [name for name in one.names if name != one.name]
    if others:
        typer.echo(visible(f"  also {', '.join(others)}"))
    for office in one.roles:
        days = " to ".join(dict.fromkeys(day for day in (office.first_day, office.last_day) if day))
        typer.echo(visible(f"  {office.role}: {days or 'undated'} ({office.articles})"))
    why = ", ".join(f"{reason} {count}" for reason, count in sorted(one.joined.items()) if reason != "first")
    if why:
        typer.echo(f"  joined by {why}")


def _said_and_done(desk: Desk, one: Voice, limit: int) -> None:
    from saksi.cli.listing import write
    from saksi.desk import Filter
    from saksi.desk.frames import flat

    this = f"@{one.id}"
    said = desk.statements(Filter(speaker=this), limit=limit)
    done = desk.events(Filter(actors=(this,)), limit=limit)
    tables: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
        ("statements", said, ("published", "outlet", "stance", "text", "article")),
        ("events", done, ("day", "type", "status", "sources", "targets", "sentence")),
    )
    for what, rows, columns in tables:
        if rows:
            write([flat(what, msgspec.to_builtins(row)) for row in rows], Listing.table, columns)
