"""Names: a person with every form by which the article names him, and when two words are one name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from saksi.reading.lexicon import Lexicon

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*")
_ALIKE = 0.84  # "Zelensky" and "Zelenskyy" are one name in two spellings
SHORTEST_ALIKE = 5  # letters: shorter names differ by a letter and are two


@dataclass(slots=True, eq=False)
class Person:
    """One person: ``tokens`` of the fullest name, casefolded; mentions are (start, end) characters."""

    name: str
    tokens: tuple[str, ...]
    mentions: list[tuple[int, int]] = field(default_factory=list)
    role: str | None = None
    affiliation: str | None = None

    def last_before(self, offset: int) -> int:
        """Where the person was last named before ``offset``; -1 if nowhere."""
        index = bisect_right(self.mentions, (offset, 0)) - 1
        return self.mentions[index][0] if index >= 0 else -1


def name_tokens(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name, casefolded, forms of address left out."""
    words = [w.casefold() for w in _TOKEN.findall(text)]
    kept = tuple(w for w in words if w not in lexicon.titles.address and w not in lexicon.titles.roles)
    return kept or tuple(words)


@lru_cache(maxsize=20_000)
def alike(a: str, b: str) -> bool:
    """Whether two words are one name, spelt the same or nearly."""
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_ALIKE or a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    return SequenceMatcher(None, a, b).ratio() >= _ALIKE
