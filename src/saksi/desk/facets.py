"""Facets: how the hits of a search spread over outlets, languages, months, types, statuses and speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from saksi.desk.spreads import FACETS, KINDS, NUMBER

MOST: Final = 12  # values of a facet
Facets = dict[str, tuple[tuple[str, int], ...]]
_Numbers = npt.NDArray[np.int64]


def facets(connection: Connection, spreads: Sequence[bytes | None]) -> Facets:
    """The values that hits have most, and how often; of months the latest. ``spreads`` are those of the hits."""
    counts = np.bincount(np.frombuffer(b"".join(one for one in spreads if one), NUMBER))
    there = np.flatnonzero(counts)
    chosen = {name: _most(there[there % KINDS == n], counts, name) for n, name in enumerate(FACETS)}
    values = _values(connection, np.concatenate(list(chosen.values())).tolist())
    found: Facets = {}
    for name, numbers in chosen.items():
        pairs = [(values[number], int(counts[number])) for number in numbers.tolist()]
        if name == "month":
            pairs.sort(reverse=True)
        else:
            pairs.sort(key=lambda pair: (-pair[1], pair[0]))
        found[name] = tuple(pairs[:MOST])
    return found


def _most(numbers: _Numbers, counts: _Numbers, name: str) -> _Numbers:
    """The numbers of the values that may be among those to be told: as many, and what is as frequent as the last."""
    if name == "month" or len(numbers) <= MOST:
        return numbers
    frequent = counts[numbers]
    chosen: _Numbers = numbers[frequent >= np.partition(frequent, -MOST)[-MOST]]
    return chosen


def _values(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    if not numbers:
        return {}
    listed = ", ".join(map(str, numbers))  # numbers of our own, and many: written out they are read more quickly
    query = f"SELECT id, value FROM facet_values WHERE id IN ({listed})"  # noqa: S608
    return {row[0]: row[1] for row in connection.exec_driver_sql(query)}
