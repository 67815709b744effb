"""The report of a reading: how many articles were read, and each that was not, with the reason and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from saksi.cli.guard import Code, say

if TYPE_CHECKING:
    from saksi.record import Article, Record
    from saksi.sources import Unread

T = TypeVar("T", "Article", "Record")


class Report:
    """Keeps what is not read out of the stream, and remembers it."""

    def __init__(self) -> None:
        self.read = 0
        self.statements = 0
        self.unread: list[Unread] = []

    def articles(self, stream: Iterable[Article | Unread]) -> Iterator[Article]:
        """Yield the articles, keeping the rest for the report."""
        from saksi.record import Article

        for item in stream:
            if isinstance(item, Article):
                yield item
            else:
                self.unread.append(item)

    def records(self, stream: Iterable[Record | Unread]) -> Iterator[Record]:
        """Yield the records, counting them and keeping the rest for the report."""
        from saksi.record import Record

        for item in stream:
            if isinstance(item, Record):
                self.read += 1
                self.statements += len(item.statements)
                yield item
            else:
                self.unread.append(item)

    @property
    def code(self) -> Code:
        """The exit code: all read, some not, or none."""
        if not self.read:
            return Code.FAILED
        return Code.PARTLY if self.unread else Code.DONE

    def tell(self) -> None:
        """Write to stderr which articles were not read: code, path, reason, what to do."""
        if not self.unread:
            return
        total = self.read + len(self.unread)
        say(f"{len(self.unread)} of {total} {'article was' if total == 1 else 'articles were'} not read:")
        for item in self.unread:
            place = f"{item.path}, {item.where}" if item.where else item.path
            say(f"[{item.code}] {place}: {item.reason}{f' - {item.hint}' if item.hint else ''}")
