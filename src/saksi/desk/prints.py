"""The table ``prints``: which articles hold which of the runs of four words that are kept.

A batch is looked up by one query, and most of its runs nobody else holds: these go by without being looked at one by
one. A run that many articles hold is a phrase that every house uses; it tells nothing and is kept no further, so that
the table stays small and what is looked up stays short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
import numpy as np
from sqlalchemy import Connection, text

from saksi.desk.insert import insert
from saksi.desk.shingles import Shingles, sampled, shingles
from saksi.desk.words import words_of

COMMON: Final = 24  # articles that hold a run: more, and it tells nothing
_FEW: Final = 8  # copies whose runs are kept though their original has them: a dispatch does not become a phrase
# One row a run, with the articles as "12,40": what many articles hold would else come as as many rows.
_LOOKED_UP: Final = {
    "sqlite": "SELECT run, held FROM (SELECT g.value AS run, (SELECT group_concat(p.article) FROM prints AS p"
    " WHERE p.hash = g.value) AS held FROM json_each(:given) AS g) WHERE held IS NOT NULL",
    "postgresql": "SELECT p.hash, string_agg(CAST(p.article AS TEXT), ',' ORDER BY p.article)"
    " FROM unnest(CAST(:given AS BIGINT[])) AS g (value) JOIN prints AS p ON p.hash = g.value GROUP BY p.hash",
}


def is_kept(holders: Sequence[int], original: int | None) -> bool:
    """Whether another article is to hold a run that these hold; ``original`` is what it is a copy of."""
    return len(holders) <= COMMON and (original not in holders or len(holders) < _FEW)


class Held:
    """Who holds the runs of a batch of new articles: those of the desk, and those of the batch that were added."""

    def __init__(self, connection: Connection, kept: Mapping[int, Shingles]) -> None:
        self._kept = kept
        runs = np.concatenate([np.empty(0, np.uint32), *kept.values()])
        keys = np.repeat(np.fromiter(kept, np.int64, len(kept)), [len(one) for one in kept.values()])
        each, counts = np.unique(runs, return_counts=True)
        self._holders: dict[int, list[int]] = {run: [] for run in each[counts > 1].tolist()}
        sqlite = connection.dialect.name == "sqlite"
        asked = each.tolist()
        values = {"given": msgspec.json.encode(asked).decode() if sqlite else asked}
        for run, held in connection.execute(text(_LOOKED_UP[connection.dialect.name]), values):
            self._holders[run] = [int(key) for key in held.split(",")]
        alone = ~np.isin(runs, np.fromiter(self._holders, np.uint32, len(self._holders)))
        self._rows: list[tuple[int, int]] = list(zip(runs[alone].tolist(), keys[alone].tolist(), strict=True))
        others: dict[int, list[int]] = {key: [] for key in kept}
        for run, key in zip(runs[~alone].tolist(), keys[~alone].tolist(), strict=True):
            others[key].append(run)
        self._others = others

    def count(self, key: int) -> int:
        """How many runs of an article are kept."""
        return len(self._kept[key])

    def shared(self, key: int) -> Counter[int]:
        """How many runs each of those before has in common with an article."""
        found: Counter[int] = Counter()
        for run in self._others[key]:
            if len(holders := self._holders[run]) <= COMMON:
                found.update(holders)
        return found

    def add(self, key: int, original: int | None = None) -> None:
        """Let an article hold its runs: it is one of those before from now on. ``original`` is what it is a copy of."""
        for run in self._others[key]:
            holders = self._holders[run]
            if is_kept(holders, original):
                holders.append(key)
                self._rows.append((run, key))

    def keep(self, connection: Connection) -> None:
        """Write the runs of those that were added; neighbours in the table one after the other, which is quicker."""
        if self._rows:
            insert(connection, "prints", ("hash", "article"), sorted(self._rows))


def keep_prints(connection: Connection, texts: Mapping[int, str]) -> None:
    """Keep the runs of articles whose copies are known already."""
    held = Held(connection, {key: sampled(shingles(words_of(body))) for key, body in texts.items()})
    for key in texts:
        held.add(key)
    held.keep(connection)
