"""A progress bar on stderr, for people: it appears with the second article, and never where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def shown(items: Iterable[T], *, total: int | None = None, wanted: bool = True) -> Iterator[T]:
    """Yield the items, counting them on stderr if that is a terminal; ``total`` makes a bar of known length."""
    if not (wanted and sys.stderr.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("reading", total=total)
    try:
        for count, item in enumerate(items, 1):
            if count == 2:
                progress.start()
            progress.update(task, completed=count)
            yield item
    finally:
        progress.stop()
