"""How quick the reader is on one's own articles: words a CPU-second, beside the spaCy pipeline that it rests on.

Run it with ``python -m saksi.evaluation.speed [PATH ...]``, of files or folders (of gold records, too).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from saksi.errors import SourceError
from saksi.evaluation.gold import read_gold
from saksi.reading import Reader
from saksi.record import Article
from saksi.sources import read_paths


def articles(paths: Iterable[str]) -> Iterator[Article]:
    """Yield the articles of files and folders, or the texts of a folder of gold records."""
    for path in paths:
        if Path(path).is_dir() and any(Path(path).glob("*.json")):
            yield from (Article(text=gold.text, language=gold.lang) for gold in read_gold(Path(path)))
        else:
            yield from (item for item in read_paths([path]) if isinstance(item, Article))


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time in seconds that this process spends on the work, over all its threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(paths: list[str]) -> None:
    """Write words a CPU-second of the model alone, and of the whole reading, for the articles of the paths."""
    found = list(articles(paths or ["gold/id"]))
    if not found:
        raise SourceError(f"no articles in {', '.join(paths)}", hint="name files or folders of articles")
    words = sum(len(article.text.split()) for article in found)
    reader = Reader()
    texts = [article.text for article in found]
    # The first pass loads models and fills caches: it is not measured.
    list(reader.pipe(found[:2]))
    parsing = cpu_seconds(lambda: list(reader.nlp.pipe(texts, batch_size=reader.options.batch_size)))
    reading = cpu_seconds(lambda: list(reader.pipe(found)))
    sys.stdout.write(f"{len(found)} articles, {words} words\n")
    for name, seconds in (("spaCy alone", parsing), ("reading", reading)):
        sys.stdout.write(
            f"{name:12} {words / seconds:10,.0f} words a CPU-second, {1000 * seconds / len(found):.1f} ms an article\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
