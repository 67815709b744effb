"""`saksi stories`: which articles report the same event, in whichever language."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from saksi.cli import filtering as f
from saksi.cli.filtering import Listing


def stories(
    desk: f.Desk = None,
    again: Annotated[bool, typer.Option("--again", help="Find them anew first (`saksi load` does).")] = False,
    limit: f.Limit = 20,
    format: f.Format = Listing.table,  # noqa: A002 - the option is --format
) -> None:
    """List the stories, the newest first: how many articles, of which independent, and whom they are about."""
    from saksi.cli.listing import write
    from saksi.desk import open_desk

    with open_desk(desk) as opened:
        if again:
            opened.find_stories()
        rows = [msgspec.to_builtins(one) for one in opened.stories(limit=limit)]
    write(rows, format, ("id", "first_day", "last_day", "articles", "reports", "languages", "title", "why"))
