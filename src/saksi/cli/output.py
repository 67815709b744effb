"""Where output goes: stdout, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from saksi.errors import OptionError


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """Give an open text stream in UTF-8: stdout where ``path`` is None or ``-``, else the file.

    The file is written beside its place and renamed when all is done: a run that fails or is interrupted leaves
    whatever was there before. A device or a pipe (/dev/null) is written straight.

    Raises:
        OptionError: the file cannot be written there.
    """
    if path is None or str(path) == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        sys.stdout.flush()
    elif path.exists() and not path.is_file():
        if path.is_dir():
            raise OptionError(f"{path} is a folder", hint="name a file with -o")
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    else:
        # A link is followed, so that the file it leads to is replaced and not the link.
        with _replacing(path.resolve()) as stream:
            yield stream


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    half = path.parent / f".{path.name}.{uuid4().hex[:8]}.tmp"  # named before it is made: an interrupt may come between
    try:
        try:
            stream = half.open("x", encoding="utf-8", newline="\n")
        except OSError as error:
            raise OptionError(
                f"{path} cannot be written: {error.strerror}", hint="name another file with -o"
            ) from error
        with stream:
            yield stream
        half.chmod(_mode(path))
        half.replace(path)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    # The mask can only be read by setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask
