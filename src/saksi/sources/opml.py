"""Lists of feeds: what feed readers export as OPML, and addresses given one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from saksi.sources.fetch import split
from saksi.sources.safe_xml import name_of, parse_xml
from saksi.sources.trouble import os_trouble, trouble

_MAX_BYTES: Final = 10_000_000


def feeds_of(given: Sequence[str]) -> list[str]:
    """The addresses of feeds, each once: those given (``http://...``), and those in the OPML files among them.

    Raises:
        SourceError: a file cannot be read (S200 to S203, S255), is no OPML (S258, S259) or names no feed (S262); an
            address is none of the web (S250).
    """
    found: dict[str, None] = {}
    for one in given:
        for url in [one] if "://" in one else _listed(one):
            split(url)
            found[url.strip()] = None
    return list(found)


def _listed(path: str) -> list[str]:
    try:
        if Path(path).is_dir():
            raise trouble("S203", f"{path} is a folder")
        with Path(path).open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        raise os_trouble(error) from error
    if len(data) > _MAX_BYTES:
        raise trouble("S255", f"{path} has more than {_MAX_BYTES / 1_000_000:g} MB")
    root = parse_xml(data, what="list of feeds").root
    if root is None or name_of(root) != "opml":
        raise trouble("S258", f"{path} is no OPML")
    outlines = (element for element in root.iter() if name_of(element) == "outline")
    feeds = [value for one in outlines for name, value in one.attrib.items() if name.lower() == "xmlurl" and value]
    if not feeds:
        raise trouble("S262", f"{path} names no feed")
    return feeds
