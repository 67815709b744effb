"""Bytes to text: UTF-8, UTF-16, and the one-byte encodings that old pages are written in."""

from __future__ import annotations

import codecs
import re
from typing import Final

import msgspec

from saksi.sources.trouble import trouble

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
# Of the bytes of a sample: more control bytes than this is no text; more NULs on one side of the pairs is UTF-16.
_MAX_CONTROLS: Final = 0.05
_MIN_UTF16_NULS: Final = 0.4
_CONTROLS: Final = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
# Curly quotation marks, dashes and accents in UTF-8 that were read as cp1252.
_MOJIBAKE: Final = re.compile("â€[œ\x9d™˜“”¦¢\x9c]|Ã[©¨¡­³¶¼±§\xad]|Â[\xa0«»°·]|ï»¿")
# So few bytes beyond ASCII are no matter for statistics.
_FEW: Final = 16
# So many characters beyond ASCII for each broken one say that the bytes are UTF-8 nevertheless.
_NOT_ASCII_MANY: Final = 10
_MOJIBAKE_SIGNS: Final = ("â€", "Ã", "Â", "ï»¿")
_CP1252_DECLARED: Final = {"ascii", "iso8859-1", "latin-1", "iso8859-15", "cp1252"}


class Decoded(msgspec.Struct, frozen=True):
    """A text, the encoding its bytes were in, and notes for ``Article.notes``."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of ``data``, without a byte order mark; ``declared`` is an encoding that the bytes themselves name.

    Byte order mark, evident UTF-16, valid UTF-8, the declared encoding, a guess, cp1252: the first that fits.

    Raises:
        SourceError: the bytes are no text (S211), or follow none of these encodings (S212).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    utf16 = _evident_utf16(data)
    if utf16:
        return _strict(data, utf16)
    if looks_binary(data):
        raise trouble("S211", "it is a binary file, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    return Decoded(text, "utf-8", mojibake_notes(text))


def looks_binary(data: bytes) -> bool:
    """Whether the beginning of ``data`` holds NUL bytes or too many other control bytes for a text."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or controls > _MAX_CONTROLS * len(sample)


def starts_as_utf16(data: bytes) -> bool:
    """Whether ``data`` is UTF-16 or UTF-32, by its byte order mark or evidently."""
    whole = data[: len(data) - len(data) % 2]  # a line of UTF-16 that was cut at the byte of its "\n"
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _evident_utf16(whole) is not None


def mojibake_notes(text: str) -> tuple[str, ...]:
    """A note if the text looks like UTF-8 that someone read as cp1252 ("â€œ" for "“"); the text itself stays so."""
    suspected = any(sign in text for sign in _MOJIBAKE_SIGNS)  # many times quicker than the pattern
    return ("text looks like UTF-8 read as cp1252",) if suspected and _MOJIBAKE.search(text) else ()


def _evident_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in a European text every second byte is NUL."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    first, second = sample[::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if second > _MIN_UTF16_NULS and not first:
        return "utf-16-le"
    if first > _MIN_UTF16_NULS and not second:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise trouble("S212", f"it is marked as {encoding} but is not ({error.reason}, byte {error.start})") from error
    if "\0" in text[:_SAMPLE]:
        raise trouble("S211", "it is a binary file, not text")
    return Decoded(text, encoding, mojibake_notes(text))


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    repaired = data.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    if _NOT_ASCII_MANY * bad <= sum(char > "\x7f" for char in repaired):
        # UTF-8 all over but for a few bytes (a file that was cut off): another encoding would spoil the rest.
        return Decoded(repaired, "utf-8", (f"decoded as utf-8; bytes that are none were replaced: {bad}",))
    for encoding in (_known(declared), "cp1252" if _is_western(data) else _guess(data), "cp1252"):
        if encoding:
            try:
                text = data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
            return Decoded(text, encoding, (f"decoded as {encoding}", *mojibake_notes(text)))
    raise trouble("S212", "it is neither UTF-8 nor UTF-16, and no other encoding fits")


def _known(declared: str | None) -> str | None:
    """A declared encoding by Python's name; Latin-1 and ASCII mean cp1252, as in every browser."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):  # "hex", "rot13": codecs that are no text encodings
        return None
    return "cp1252" if info.name in _CP1252_DECLARED else info.name


def _is_western(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are few, and mostly the quotation marks and dashes that cp1252 adds.

    Indonesian and English need no other: a guess by statistics would only find rarer encodings for them.
    """
    high = [byte for byte in data[: 64 * _SAMPLE] if byte >= 0x80]
    marks = sum(
        byte in b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa9\xab\xae\xb0\xb7\xbb\xe9" for byte in high
    )
    return len(high) <= max(0.05 * len(data), _FEW) and marks >= 0.5 * len(high)


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # costly to import, and seldom needed

    best = from_bytes(data[: 16 * _SAMPLE]).best()
    return best.encoding if best else None
