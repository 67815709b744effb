"""Streams that are read in pieces, or as a whole up to a limit."""

from __future__ import annotations

import io
from typing import BinaryIO, Final

from saksi.sources.encoding import looks_binary, starts_as_utf16
from saksi.sources.trouble import trouble

# Files that are read whole: text at 4 bytes a character, a page at 20 MB (as trafilatura), JSON at 256 MB.
_BYTES_PER_CHAR: Final = 4
MAX_PAGE: Final = 20_000_000
MAX_JSON: Final = 256_000_000
FIRST_LINE: Final = 1 << 20


class Chained(io.RawIOBase):
    """A first piece that was read to look at, and the rest of the stream behind it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._pieces = [io.BytesIO(first), rest]

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer from the first piece that has anything left; 0 at the end."""
        while self._pieces:
            # A line at most, so that what comes from a pipe is handed on as it comes.
            data = self._pieces[0].readline(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
            self._pieces.pop(0)
        return 0


def text_bytes(first: bytes, stream: BinaryIO, max_chars: int) -> bytes:
    """The bytes of a text file, which is not read to its end where it must be longer than ``max_chars``."""
    limit = (max_chars + 1) * _BYTES_PER_CHAR  # one more for a byte order mark
    data = first + stream.read(limit + 1)
    if len(data) > limit and (starts_as_utf16(data) or not looks_binary(data)):
        raise trouble("S213", f"its text has more than {max_chars:,} characters")
    return data


def whole(first: bytes, stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream of which the first were read.

    Raises:
        SourceError: they are more than ``limit`` (S214).
    """
    data = first + stream.read(limit + 1)
    if len(data) > limit:
        raise trouble("S214", f"it has more than {limit:,} bytes")
    return data
