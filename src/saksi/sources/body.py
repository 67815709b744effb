"""The body of an answer, unpacked as it comes and never more of it than allowed."""

from __future__ import annotations

import zlib
from http.client import HTTPResponse, IncompleteRead
from typing import Final

from saksi.errors import SourceError
from saksi.sources.trouble import trouble

_PIECE: Final = 1 << 16
_PACKED: Final = ("gzip", "x-gzip", "deflate")
# zlib finds out by itself whether it is gzip or zlib.
_EITHER: Final = 47


def read_body(response: HTTPResponse, most: int, *, cut: bool = False) -> bytes:
    """The bytes of an answer, at most ``most`` of them once unpacked; with ``cut`` the rest is left, else refused.

    Raises:
        SourceError: it is larger (S255), packed in an unknown way or broken off (S261).
        OSError, HTTPException: the connection failed.
    """
    announced = response.getheader("Content-Length", "")
    if announced.isdecimal() and int(announced) > most and not cut:
        raise _too_large(most)
    packing = response.getheader("Content-Encoding", "").strip().lower()
    if packing not in ("", "identity", *_PACKED):
        raise trouble("S261", f"the answer is packed as {packing!r}, which was not asked for")
    unpack = zlib.decompressobj(_EITHER) if packing in _PACKED else None
    body = bytearray()
    while piece := response.read1(_PIECE):
        while piece:
            try:
                body += unpack.decompress(piece, _PIECE) if unpack else piece
            except zlib.error as error:
                raise trouble("S261", f"the answer cannot be unpacked ({error})") from error
            piece = unpack.unconsumed_tail if unpack else b""
            if len(body) > most:
                if cut:
                    return bytes(body[:most])
                raise _too_large(most)
    if response.length or (unpack and not unpack.eof and body):
        raise IncompleteRead(bytes(body[:0]), response.length)
    return bytes(body)


def _too_large(most: int) -> SourceError:
    return trouble("S255", f"it has more than {most / 1_000_000:g} MB and was cut off")
