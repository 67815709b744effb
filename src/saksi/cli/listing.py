"""Lists of rows on stdout: as a table to read, JSON, JSON Lines, or CSV."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import typer

from saksi.cli.filtering import Listing
from saksi.exports.cells import write_csv
from saksi.exports.visible import visible


def write(rows: Sequence[dict[str, Any]], how: Listing, columns: Sequence[str]) -> None:
    """Write flat rows; a table and CSV have ``columns``, JSON has everything."""
    if how is Listing.json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=2))
    elif how is Listing.jsonl:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    elif how is Listing.csv:
        write_csv(rows, columns, sys.stdout)
    else:
        _table(rows, columns)


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=False, expand=False)
    for name in columns:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(_plain(row.get(name)))) for name in columns))
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def _plain(value: Any) -> str:
    return ", ".join(str(one) for one in value if one) if isinstance(value, list | tuple) else str(value or "")
