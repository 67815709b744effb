"""Judges: weights learned from annotated articles, by which triggers and actors are taken or left."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib import resources

from saksi.errors import ModelError

JUDGES = ("act", "source", "target")


class Judge:
    """A logistic model over features that are strings."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def probability(self, features: Iterable[str]) -> float:
        """How likely the answer is yes."""
        score = sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + math.exp(-score)) if score > -60 else 0.0

    def reasons(self, features: Iterable[str], count: int = 6) -> list[tuple[str, float]]:
        """The features that weighed most, with their weights."""
        known = [(f, self.weights[f]) for f in features if f in self.weights]
        return sorted(known, key=lambda pair: -abs(pair[1]))[:count]


@cache
def load_judges(language: str) -> dict[str, Judge]:
    """The judges of a language, by name; without weights every answer is even.

    Raises:
        ModelError: ``events.tsv`` of the language does not hold judge, feature and weight in each line.
    """
    path = resources.files("saksi.languages").joinpath(language, "events.tsv")
    weights: dict[str, dict[str, float]] = {name: {} for name in JUDGES}
    if path.is_file():
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            try:
                judge, feature, weight = line.split("\t")
                weights[judge][feature] = float(weight)
            except (ValueError, KeyError) as error:
                raise ModelError(f"languages/{language}/events.tsv:{number}: {error}", code="S401") from error
    return {name: Judge(table) for name, table in weights.items()}
