"""The folder that an export of several files is written into."""

from __future__ import annotations

from pathlib import Path

from saksi.errors import OptionError


def make_folder(folder: Path) -> None:
    """Make a folder, with those that it lies in, unless it is there.

    Raises:
        OptionError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"{folder} cannot be made: {error.strerror}", hint="name a folder with -o") from error
