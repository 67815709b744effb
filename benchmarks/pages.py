"""The careful and the fast extractor on pages whose articles are known: ``python -m benchmarks.pages FOLDER``.

FOLDER holds pages (NAME.html) with what an extractor should give (NAME.expected.json): ``{"content": TEXT}``,
``{"body": {"summary": [...], "sections": [{"headline": [...], "paragraphs": [...]}]}}``, or strings that must and must
not be there (``{"with": [...], "without": [...]}``). It compares the words with those expected, and the records that
both texts are read into with each other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from saksi.errors import SourceError
from saksi.evaluation.speed import cpu_seconds
from saksi.reading import Reader
from saksi.record import Article, Record
from saksi.sources.html import Extractor, article_from_html


class Figures(NamedTuple):
    """Of one extractor: pages that gave an article, words (precision, recall), strings that are right, ms a page."""

    given: int
    precision: float
    recall: float
    strings: str
    milliseconds: float


def expected(path: Path) -> dict[str, Any]:
    """What stands beside a page, with its text under ``text`` if it tells one."""
    found: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    if "body" in found:
        parts = list(found["body"].get("summary") or ())
        for section in found["body"].get("sections") or ():
            parts += [*section.get("headline", ()), *section.get("paragraphs", ())]
        found["text"] = "\n".join(parts)
    elif "content" in found:
        found["text"] = found["content"]
    return found


def extracted(pages: list[Path], extractor: Extractor) -> dict[Path, Article]:
    """The article of each page that gives one."""
    found = {}
    for path in pages:
        try:
            found[path] = article_from_html(path.read_bytes(), extractor=extractor)
        except SourceError as error:
            sys.stderr.write(f"{extractor}: {path.name}: {error}\n")
    return found


def measure(pages: list[Path], extractor: Extractor) -> tuple[Figures, dict[Path, Article]]:
    """Extract, and compare with what is expected."""
    extracted(pages[:3], extractor)  # imports what it needs
    found: dict[Path, Article] = {}
    seconds = cpu_seconds(lambda: found.update(extracted(pages, extractor)))
    common = told = wanted = right = strings = 0
    for path in pages:
        page, text = expected(path), found[path].text if path in found else ""
        if "text" in page:
            mine, gold = Counter(text.split()), Counter(page["text"].split())
            common, told = common + (mine & gold).total(), told + mine.total()
            wanted += gold.total()
        flat = " ".join(text.split())
        checks = [one in flat for one in page.get("with", ())] + [one not in flat for one in page.get("without", ())]
        right, strings = right + sum(checks), strings + len(checks)
    figures = Figures(
        len(found), common / max(1, told), common / max(1, wanted), f"{right} of {strings}", 1000 * seconds / len(pages)
    )
    return figures, found


def said(record: Record) -> Iterator[str]:
    """The statements of a record, by who says what."""
    for one in record.statements:
        actor = record.actor(one.speaker)
        yield f"{actor.name if actor else None}: {' … '.join(span.text for span in one.content)}"


def told(record: Record) -> Iterator[str]:
    """The events of a record."""
    for one in record.events:
        names = [actor.name for ref in (*one.sources, *one.targets) if (actor := record.actor(ref))]
        yield f"{one.type} {one.status} {one.trigger.text} {names}"


def main(folder: str) -> None:
    """Print the figures of both, and how far their records agree."""
    pages = sorted(path for path in Path(folder).glob("*.html") if path.with_suffix(".expected.json").is_file())
    texts: dict[Extractor, dict[Path, Article]] = {}
    for extractor in ("careful", "fast"):
        figures, texts[extractor] = measure(pages, extractor)
        print(f"{extractor}: {figures.given} of {len(pages)} pages, precision {figures.precision:.3f}, ", end="")
        print(f"recall {figures.recall:.3f}, strings {figures.strings}, {figures.milliseconds:.1f} ms a page")
    reader = Reader()
    for name, facts in (("statements", said), ("events", told)):
        careful, fast = (
            Counter((path, fact) for path, one in zip(texts[x], reader.pipe(texts[x].values()), strict=True)
                    if isinstance(one, Record) for fact in facts(one))
            for x in ("careful", "fast")
        )  # fmt: skip
        common = (careful & fast).total()
        print(f"{name}: careful {careful.total()}, fast {fast.total()}, in both {common}")


if __name__ == "__main__":
    main(sys.argv[1])
