"""What a benchmark found, put into its page between its marks."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

PAGE = Path("docs/benchmarks.md")


def write(mark: str, told: str, page: Path = PAGE) -> None:
    """Replace what stands between the two marks ``<!-- mark -->`` of a page.

    Raises:
        ValueError: the page does not hold the mark twice.
    """
    sign = f"<!-- {mark} -->"
    parts = page.read_text("utf-8").split(sign)
    if len(parts) != 3:
        raise ValueError(f"{page} holds {sign} {len(parts) - 1} times, not twice")
    page.write_text(f"{parts[0]}{sign}\n\n{told}\n\n{sign}{parts[2]}", "utf-8")


def machine() -> str:
    """What a figure of speed depends on: the versions, and the kind of machine."""
    from saksi.version import __version__

    spacy = version("spacy")
    return f"Saksi {__version__}, spaCy {spacy}, Python {platform.python_version()}, {platform.machine()}"
