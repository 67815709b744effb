"""Judges: weights learned from annotated articles, by which triggers and actors are taken or left."""

from __future__ import annotations

import math
from functools import cache

from saksi.errors import ModelError
from saksi.reading.language_data import has_data, read_data

JUDGES = ("gate", "act", "source", "target")
_LOWEST = -60.0  # below this score the chance is none


Groups = tuple[tuple[tuple[str, ...], frozenset[str] | set[str]], ...]


def named(groups: Groups) -> set[str]:
    """The features of groups by their full names: "active|subject" is "subject" of an act told by an active verb."""
    return {
        f"{prefix}|{one}" if prefix else one for prefixes, features in groups for prefix in prefixes for one in features
    }


class Judge:
    """A logistic model over features that are strings.

    Features come in groups, each with prefixes that its features are crossed with; the empty prefix is the feature by
    itself. Crossing is a look-up in a table of weights summed once, not a string made each time.
    """

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self._by_prefix: dict[str, dict[str, float]] = {}
        for name, weight in weights.items():
            prefix, _, feature = name.rpartition("|")
            self._by_prefix.setdefault(prefix, {})[feature] = weight
        self._tables: dict[tuple[str, ...], dict[str, float]] = {}

    def probability(self, groups: Groups) -> float:
        """How likely the answer is yes."""
        score = 0.0
        for prefixes, features in groups:
            table = self._tables.get(prefixes)
            if table is None:
                table = self._tables[prefixes] = self._table(prefixes)
            score += sum(map(table.__getitem__, filter(table.__contains__, features)))
        return 1 / (1 + math.exp(-score)) if score > _LOWEST else 0.0

    def _table(self, prefixes: tuple[str, ...]) -> dict[str, float]:
        table: dict[str, float] = {}
        for prefix in prefixes:
            for feature, weight in self._by_prefix.get(prefix, {}).items():
                table[feature] = table.get(feature, 0.0) + weight
        return table

    def reasons(self, groups: Groups, count: int = 6) -> list[tuple[str, float]]:
        """The features that weighed most, with their weights."""
        known = [(name, self.weights[name]) for name in named(groups) if name in self.weights]
        return sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:count]


@cache
def load_judges(language: str) -> dict[str, Judge]:
    """The judges of a language, by name; without weights every answer is even.

    Raises:
        ModelError: ``events.tsv`` of the language does not hold judge, feature and weight in each line.
    """
    weights: dict[str, dict[str, float]] = {name: {} for name in JUDGES}
    if has_data(language, "events.tsv"):
        for number, line in enumerate(read_data(language, "events.tsv").splitlines(), start=1):
            try:
                judge, feature, weight = line.split("\t")
                weights[judge][feature] = float(weight)
            except (ValueError, KeyError) as error:
                raise ModelError(f"languages/{language}/events.tsv:{number}: {error}", code="S401") from error
    return {name: Judge(table) for name, table in weights.items()}
