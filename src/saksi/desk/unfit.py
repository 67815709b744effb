"""Records that no desk can hold, and why."""

from __future__ import annotations

import re
from typing import Final

from saksi.plover import TYPES
from saksi.record import Record

# What a database cannot hold: NUL, and half a pair of surrogates.
_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")


def unfit(record: Record) -> tuple[str, str, str] | None:
    """Why a record cannot be stored: code, reason, what to do; null if it can."""
    if found := _unfit(record.article.text) or _unfit(record.article.title or ""):
        return "S630", f"its text holds the character {found!r}, which no database takes", "take it out of the text"
    unknown = next((act.type for act in record.events if act.type not in TYPES), None)
    if unknown is not None:
        return "S631", f"it holds an event of the type {unknown!r}, which is none of PLOVER's", "read it with Saksi"
    return None


def _unfit(text: str) -> str | None:
    """The first character of a text that cannot be stored."""
    if text.isascii():  # which most are: one character to look for
        return "\x00" if "\x00" in text else None
    found = _UNFIT.search(text)
    return found[0] if found else None
