"""Feeds: the entries of RSS (0.9 to 2.0) and Atom, each with the address of its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from itertools import islice, takewhile
from typing import Any, Final
from urllib.parse import urldefrag, urljoin

import msgspec

from saksi.errors import SourceError
from saksi.sources.fetch import split
from saksi.sources.safe_xml import name_of, parse_xml
from saksi.sources.trouble import trouble

_ROOTS: Final = ("rss", "rdf", "feed")
_ENTRIES: Final = ("item", "entry")
_DATES: Final = ("pubdate", "published", "date", "issued", "updated", "modified")
_MAX_ADDRESS: Final = 2_000
_MAX_TITLE: Final = 500
_DAY: Final = len("2023-09-14")


class Entry(msgspec.Struct, frozen=True):
    """An entry: the address of its page, its title, and when it was published (ISO 8601) where the feed says so."""

    url: str
    title: str | None = None
    published: str | None = None


class Feed(msgspec.Struct, frozen=True):
    """A feed: its title, its entries in their order, each address once, and how many have no address of the web.

    ``broken_off`` is whether it ends too early, so that entries may be missing.
    """

    title: str | None
    entries: tuple[Entry, ...]
    nowhere: int = 0
    broken_off: bool = False


def parse_feed(data: bytes, url: str) -> Feed:
    """The feed in the bytes of an answer; ``url`` is where it stands, which its links may be relative to.

    A feed that breaks off or is broken in places is read as far as it goes.

    Raises:
        SourceError: no text (S211, S212), no feed (S258), or XML that declares entities (S259).
    """
    parsed = parse_xml(data, address=url)
    root = parsed.root
    if root is None or name_of(root) not in _ROOTS:
        found = "nothing in it is XML" if root is None else f"it is <{name_of(root)}>"
        raise trouble("S258", f"it is no feed of RSS or Atom ({found})")
    found_entries: dict[str, Entry] = {}
    nowhere = 0
    for element in root.iter():
        if name_of(element) not in _ENTRIES:
            continue
        address = _address(element, url)
        if address is None:
            nowhere += 1
        elif address not in found_entries:
            found_entries[address] = Entry(address, _words(element, "title"), _published(element))
    if not found_entries and parsed.faults:
        raise trouble("S258", "it is broken before its first entry")
    heads = (one for one in (root, *root) if name_of(one) in ("channel", "feed"))
    title = next((words for head in heads if (words := _words(head, "title"))), None)
    return Feed(title, tuple(found_entries.values()), nowhere, parsed.broken_off)


def shortcoming(feed: Feed) -> SourceError | None:
    """What is wanting in a feed that was read: its end (S258), or addresses of entries (S263); null if nothing is."""
    if feed.broken_off:
        return trouble("S258", f"it breaks off after entry {len(feed.entries) + feed.nowhere:,}")
    if not feed.nowhere:
        return None
    return trouble("S263", f"entries without an address of the web: {feed.nowhere:,}")


def _address(element: Any, url: str) -> str | None:
    """The address of the page of an entry: what RSS calls link, Atom's alternate link, else a permanent identifier."""
    for given, base in _candidates(element):
        try:
            address = urldefrag(urljoin(urljoin(url, base or ""), given.strip())).url
            if address.isprintable() and len(address) <= _MAX_ADDRESS:
                split(address)
                return address
        except (SourceError, ValueError):
            continue
    return None


def _candidates(element: Any) -> Iterator[tuple[str, str | None]]:
    parts = _parts(element)
    links = [part for part in parts if name_of(part) == "link"]
    for link in links:
        if not link.get("href") and (link.text or "").strip():
            yield link.text, link.base
    alternate = [link for link in links if link.get("href") and link.get("rel", "alternate") == "alternate"]
    for link in sorted(alternate, key=lambda one: "html" not in (one.get("type") or "html")):
        yield link.get("href"), link.base
    for part in parts:
        if name_of(part) == "guid" and (part.get("isPermaLink") or "true").lower() != "false" and part.text:
            yield part.text, None


def _parts(element: Any) -> list[Any]:
    """The parts of an entry; where a tag that is never closed has swallowed its link, whatever stands in it."""
    parts = list(element)
    if any(name_of(part) in ("link", "guid") for part in parts):
        return parts
    inside = islice(element.iter(), 1, None)
    return list(takewhile(lambda part: name_of(part) not in _ENTRIES, inside))


def _words(element: Any, name: str) -> str | None:
    """The words of a child of that name, on one line; those of media (``media:title``) come last."""
    children = [child for child in element if name_of(child) == name]
    for child in sorted(children, key=lambda one: "search.yahoo.com" in one.tag):
        words = " ".join("".join(child.itertext()).split())
        if words:
            return words[:_MAX_TITLE]
    return None


def _published(element: Any) -> str | None:
    for name in _DATES:
        given = _words(element, name)
        if given and (date := _iso(given)):
            return date
    return None


def _iso(given: str) -> str | None:
    """A date of RSS ("Thu, 14 Sep 2023 08:00:00 +0700") or Atom as ISO 8601."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(given)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return given if len(given) == _DAY else found.isoformat(timespec="seconds")
    return None
