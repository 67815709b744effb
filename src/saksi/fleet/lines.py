"""A file of JSON Lines in parts: where each begins, and the articles of one."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.sources import Item, Unread
from saksi.sources.remote import open_binary


def ranges(path: str, size: int) -> Iterator[tuple[int, int, int]]:
    """Runs of lines of a file, each with its first byte; an empty file has one, so that it is told of."""
    starts = [0]
    count = begin = 0
    tail = b""
    with open_binary(path) as stream:
        while block := stream.read(1 << 20):
            here, seen = 0, count
            count += block.count(b"\n")
            while count >= len(starts) * size:
                for _ in range(len(starts) * size - seen):
                    here = block.index(b"\n", here) + 1
                seen = len(starts) * size
                starts.append(begin + here)
            begin += len(block)
            tail = block
    if not tail.endswith(b"\n"):
        count += 1
    for number, at in enumerate(starts):
        if number * size < count:
            yield number * size, min(number * size + size, count), at


def lines(path: str, first: int, last: int, at: int, max_chars: int) -> Iterator[Item]:
    """The articles in lines ``first`` to ``last`` (exclusive) of a file, the first of which begins at byte ``at``.

    Raises:
        OSError: the file cannot be opened, or a store failed.
    """
    from saksi.sources.jsonl import articles_from_lines

    with open_binary(path) as stream:
        stream.seek(at)
        part = _Lines(stream, last - first)
        for number, item in articles_from_lines(part, max_chars=max_chars):  # type: ignore[arg-type]
            if isinstance(item, Exception):
                yield Unread.of(path, f"line {first + number}", item)
            else:
                yield item


class _Lines:
    """A stream that ends after so many lines."""

    def __init__(self, stream: object, count: int) -> None:
        self.stream, self.left = stream, count

    def readline(self, limit: int = -1) -> bytes:
        if self.left <= 0:
            return b""
        line: bytes = self.stream.readline(limit)  # type: ignore[attr-defined]
        self.left -= line.endswith(b"\n") or not line
        return line
