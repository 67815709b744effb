"""Paths as given to files to read: folders are walked in order, and what is no file is told."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from saksi.sources.remote import is_address, walk_address
from saksi.sources.trouble import Unread, os_trouble, trouble

STDIN = "-"


def walk(paths: Sequence[str | Path]) -> Iterator[str | Unread]:
    """Every regular file that the paths name, in the order given; folders recursively and sorted by name.

    Hidden files and folders inside a folder are skipped; those named outright are not. Addresses (s3://) are walked
    the same way, and ``-`` is passed on.
    """
    for path in map(str, paths):
        if path == STDIN:
            yield path
        elif is_address(path):
            yield from walk_address(path)
        else:
            yield from _one(path)


def _one(path: str) -> Iterator[str | Unread]:
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        yield Unread.of(path, "", os_trouble(error))
        return
    except ValueError as error:  # a NUL in the name
        yield Unread.of(path, "", trouble("S201", f"there is no such file ({error})"))
        return
    if stat.S_ISREG(mode):
        yield path
    elif stat.S_ISDIR(mode):
        found = False
        for entry in _folder(path, frozenset()):
            found = True
            yield entry
        if not found:
            yield Unread.of(path, "", trouble("S204", "the folder holds no files that can be read"))
    else:
        yield Unread.of(path, "", trouble("S203", "it is neither a file nor a folder"))


def _folder(path: str, above: frozenset[tuple[int, int]]) -> Iterator[str | Unread]:
    """The files below a folder; ``above`` are the folders it stands in, so that no link leads round in a circle."""
    try:
        info = Path(path).stat()
        names = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
    except OSError as error:
        yield Unread.of(path, "", os_trouble(error))
        return
    here = (info.st_dev, info.st_ino)
    if here in above:
        return
    for name in names:
        child = str(Path(path) / name)
        if Path(child).is_dir():
            yield from _folder(child, above | {here})
        else:
            yield from _one(child)
