"""The options that every command over a desk shares: which desk, and a filter."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Listing(StrEnum):
    """How a list is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


Desk = Annotated[
    str | None,
    typer.Option(
        "--desk",
        "-d",
        metavar="FILE|URL",
        help="The desk: a file, or a PostgreSQL URL (SAKSI_DESK, else saksi.db); to ask, the folder of a run as well.",
    ),
]
Actor = Annotated[
    list[str] | None,
    typer.Option("--actor", "-a", metavar="NAME", help="A code (RUS), a state or a name; may be given again."),
]
Speaker = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Who says it: a name or a code.")]
Status = Annotated[
    str | None, typer.Option("--status", help="occurred, planned, alleged, denied, negated or possible.")
]
Type = Annotated[str | None, typer.Option("--type", metavar="PLOVER", help="The type of event: CONSULT, ASSAULT, ...")]
Quad = Annotated[str | None, typer.Option("--quad", help="The quad class: verbal-conflict, material-cooperation, ...")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The house that published it.")]
Language = Annotated[str | None, typer.Option("--language", "-l", metavar="CODE", help="The language of the article.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most N.")]
Format = Annotated[Listing, typer.Option("--format", "-f", help="How to write the list.")]
