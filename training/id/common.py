"""Common words: those that newspapers write with a small letter.

A capital at a sentence's start or in a title is no sign of a name for them.

    python -m training.id.common > src/saksi/languages/id/common.txt

The counts come from the tagged news that ships with the package nlp-id (MIT): a word is common where it stands at
least ``FLOOR`` times in small letters, and in at most ``SHARE`` of its places inside a sentence with a capital.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

FLOOR = 6
SHARE = 0.75


def sentences() -> Iterator[list[str]]:
    """The sentences of the tagged news, as words."""
    words: list[str] = []
    spec = find_spec("nlp_id")  # found, not imported: the package pulls in much that is not needed here
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("nlp-id is not installed: pip install --no-deps nlp-id")
    for line in (Path(spec.submodule_search_locations[0]) / "data" / "dataset_postag.txt").open(encoding="utf-8"):
        word = line.split("\t")[0].strip()
        if word == "nya" and words:
            words[-1] += word  # the corpus cuts the enclitic off
        elif word:
            words.append(word)
        elif words:
            yield words
            words = []
    if words:
        yield words


def common_words() -> list[str]:
    """The common words, in order."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for words in sentences():
        for word in words[1:]:
            if word.isalpha() and len(word) > 1:
                (small if word.islower() else capital)[word.lower()] += 1
    return sorted(w for w, n in small.items() if n >= FLOOR and capital[w] <= SHARE * (n + capital[w]))


if __name__ == "__main__":
    print("\n".join(common_words()))
