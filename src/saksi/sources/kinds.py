"""The kind of a file: by its suffix, and else by how it begins."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

import msgspec

Kind = Literal["text", "html", "jsonl", "json", "warc"]
_SUFFIXES: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".warc": "warc",
}
_HTML: Final = re.compile(
    rb"\s*<(?:!doctype|html|head|body|meta|title|article|section|div|p|!--|\?xml)\b", re.IGNORECASE
)


def kind_of(path: str) -> tuple[Kind | None, bool]:
    """The kind that the name of a file tells (None: none), and whether it is compressed (.gz)."""
    name = Path(path)
    zipped = name.suffix.lower() == ".gz"
    return _SUFFIXES.get((name.with_suffix("") if zipped else name).suffix.lower()), zipped


def kind_by_content(head: bytes) -> Kind:
    """The kind that the first line with anything on it tells."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(start):
        return "html"
    if start.startswith(b"{"):
        line, _, more = start.partition(b"\n")
        try:
            msgspec.json.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            # A brace alone opens an object over many lines; one with a key on its line is a broken JSON line.
            return "json" if len(line.strip()) < 3 or (not more and not line.rstrip().endswith(b"}")) else "jsonl"
        return "jsonl"
    return "json" if start.startswith((b"[{", b"[\n", b"[\r", b"[ {")) or start == b"[" else "text"
