"""XML from strangers: entities are refused before anything is expanded, and broken XML is read as far as it goes."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.parsers import expat

import msgspec
from lxml import etree  # type: ignore[import-untyped]

from saksi.sources.encoding import decode
from saksi.sources.trouble import trouble

_DECLARED: Final = re.compile(rb"""<\?xml\b[^>]*?encoding\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_ENDS: Final = ("ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END")
_HEAD_BYTES: Final = 1024
_DECLARATION: Final = re.compile(r"\s*<\?xml\b[^>]*\?>")


class _Seen(Exception):  # noqa: N818 - no error: the scan has seen what it looked for
    """The scan is over."""


class Parsed(msgspec.Struct, frozen=True):
    """An XML text as it was read: its root element (lxml; null if nothing in it is an element), and what is wrong.

    ``faults`` is how many faults it has; ``broken_off`` is whether it ends before its root element does.
    """

    root: Any
    faults: int = 0
    broken_off: bool = False


def parse_xml(data: bytes, *, address: str = "", what: str = "feed") -> Parsed:
    """An XML text, as far as it can be read.

    ``address`` is where it stands, which links in it may be relative to; ``what`` names it in errors.

    Raises:
        SourceError: it is no text (S211, S212), empty (S258), or declares entities (S259).
    """
    match = _DECLARED.search(data[:_HEAD_BYTES])
    text = decode(data, declared=match[1].decode("ascii", "ignore") if match else None).text
    text = _DECLARATION.sub("", text, count=1).lstrip()
    if not text:
        raise trouble("S258", f"the {what} is empty")
    plain = text.encode("utf-8", "replace")
    if _declares_entities(plain):
        raise trouble("S259", f"the {what} declares entities of its own, which may expand without end")
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(plain, parser, base_url=address or None)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise trouble("S258", f"the {what} is no XML ({error})") from error
    kinds = [fault.type_name for fault in parser.error_log]
    return Parsed(root, len(kinds), any(kind in _ENDS for kind in kinds))


def name_of(element: Any) -> str:
    """The name of an element without its namespace, in small letters; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _declares_entities(plain: bytes) -> bool:
    """Whether entities are declared before the root element; in what is no XML, whether they are anywhere."""

    def entity(*_: object) -> None:
        raise _Seen(True)

    def root(*_: object) -> None:
        raise _Seen(False)

    scan = expat.ParserCreate("utf-8")
    scan.EntityDeclHandler, scan.StartElementHandler = entity, root
    try:
        scan.Parse(plain, True)
    except _Seen as seen:
        return bool(seen.args[0])
    except expat.ExpatError:
        return b"<!ENTITY" in plain
    return False
