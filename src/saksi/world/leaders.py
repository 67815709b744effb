"""Leaders: thousands of terms, of which a run asks for a few; only the rows that are asked for are parsed."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from saksi.world.meaning import Meaning
from saksi.world.names import Texts, loose_key, unmarked
from saksi.world.people import surnames
from saksi.world.rows import Leader
from saksi.world.table import check_header, parse_row, read_table

NAME, ALIASES = 1, 2
FILE = "leaders.tsv"


class Leaders:
    """The table of leaders, by the words of their names and by state; a row is parsed and checked when it is needed."""

    def __init__(self, text: str, file: str = f"world/{FILE}") -> None:
        self._file = file
        self._columns = check_header(text, file, Leader)
        self._lines = text.removesuffix("\n").split("\n")
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        self._states: defaultdict[str, list[int]] = defaultdict(list)
        self._parsed: dict[int, tuple[Meaning, Texts]] = {}
        # The whole is reduced at once, which is many times quicker than name by name.
        plain = unmarked(re.sub("[‘’ʻʼ`]", "'", text)).replace("-", " ").replace("|", " ").lower().split("\n")
        for number, line in enumerate(plain[1 : len(self._lines)], start=1):
            cells = line.split("\t", ALIASES + 1)
            self._states[cells[0]].append(number)
            for word in " ".join(cells[NAME : ALIASES + 1]).split():
                numbers = self._words[word]
                if not numbers or numbers[-1] != number:
                    numbers.append(number)

    def called(self, name: str) -> list[tuple[Meaning, Texts]]:
        """Give those who have the last word of a name among their names."""
        words = loose_key(name).lower().split()
        return [self._row(number) for number in self._words.get(words[-1], ())] if words else []

    def of(self, state: str) -> list[Meaning]:
        """Give every term of a state's leaders."""
        return [self._row(number)[0] for number in self._states.get(state.lower(), ())] if state.isupper() else []

    def _row(self, number: int) -> tuple[Meaning, Texts]:
        if number not in self._parsed:
            row = parse_row(self._lines[number], self._columns, f"{self._file}:{number + 1}", Leader)
            leader = Meaning(
                kind="leader", code=row.country, country=row.country, name_id=row.name, name_en=row.name,
                role=row.office, title=row.title_id, begin=row.begin, end=row.end, wikidata=row.wikidata,
            )  # fmt: skip
            self._parsed[number] = leader, (row.name, *row.aliases)
        return self._parsed[number]


@lru_cache(maxsize=4096)
def called(names: Texts, order: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Give what a person is called by in full, and for short, as it is compared."""
    full = frozenset(map(loose_key, names))
    short = {loose_key(word) for name in names if " " in name for word in surnames(name, order)}
    return full, frozenset(short - full)


@cache
def all_leaders() -> Leaders:
    """Read leaders.tsv; ``ModelError`` if it is missing, and when a row that does not fit is asked for."""
    return Leaders(read_table(FILE))
