"""A reader that needs no model: whatever stands before " kata " is said by the word after it.

Run as a program it is the command line with this reader: ``python tests/cli/stub.py read FILE``.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from types import ModuleType

from saksi.errors import ModelError
from saksi.options import Options
from saksi.record import Actor, Article, ReaderInfo, Record, Span, Statement
from saksi.sources import Unread


class Reader:
    """Reads as the real one does: in order, one article after the other, without holding on to any."""

    def __init__(self, language: str | None = None, *, options: Options | None = None) -> None:
        self.options = options or Options()
        if self.options.model == "broken":
            raise ModelError("model broken does not load:\nit is broken")
        self.info = ReaderInfo(saksi="0", language=language or "id", model="stub-0")

    def pipe(self, articles: Iterable[Article], batch_size: int | None = None) -> Iterator[Record | Unread]:
        self.batch_size = batch_size
        for article in articles:
            time.sleep(float(os.environ.get("STUB_SECONDS", "0")))
            if "crash" in article.text:
                raise RuntimeError("crash")
            if "zzz" in article.text:
                yield Unread(article.id, "", "S302", "its language could not be told", "name it with --language")
            else:
                yield self._read(article)

    def _read(self, article: Article) -> Record:
        said, cue, rest = article.text.partition(" kata ")
        if not cue:
            return Record(article=article, reader=self.info)
        name = rest.split()[0].strip(".")
        start = len(said) + len(cue)
        statement = Statement(
            id="s1",
            form="indirect",
            content=(Span.of(article.text, 0, len(said)),),
            cue=Span.of(article.text, start - 5, start - 1),
            source=Span.of(article.text, start, start + len(name)),
            speaker="a1",
            by="stub",
        )
        return Record(
            article=article,
            actors=(Actor(id="a1", type="person", name=name),),
            statements=(statement,),
            reader=self.info,
        )


def module() -> ModuleType:
    """Return what stands in for saksi.reading."""
    stand_in = ModuleType("saksi.reading")
    stand_in.Reader = Reader  # type: ignore[attr-defined]
    return stand_in


if __name__ == "__main__":
    from saksi.cli import main

    sys.modules["saksi.reading"] = module()
    main()
