"""Transitions: what a spaCy parser or finder of names decides, for many documents at a time.

spaCy steps through its documents in C, but takes and gives back Python's global lock nine times for every step of
every document, which costs more than the step. Here one step of all documents is one product of NumPy matrices, and
spaCy is asked only which words a step looks at and what follows from its scores. The answers are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]
from spacy.tokens import Doc

_FEW = 4  # documents: fewer are quicker in C
_MOST_TOKENS = 16_000  # at a time: what is computed beforehand takes 4 kB a token


class Transitions:
    """The greedy choice of actions by a spaCy component's network with one hidden layer of maxout units."""

    def __init__(self, component: Any) -> None:
        model = component.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")
        self.features, self.units, self.pieces, width = weights.shape
        # Of all units the first piece, then of all units the second: so that the larger is found in two halves.
        self.weights = numpy.ascontiguousarray(weights.transpose(0, 2, 1, 3)).reshape(-1, width)
        nothing = lower.get_param("pad").reshape(weights.shape[:3]).transpose(0, 2, 1)
        self.nothing = numpy.ascontiguousarray(nothing).reshape(self.features, -1)
        self.bias = numpy.ascontiguousarray(lower.get_param("b").T).ravel()
        self.upper = numpy.ascontiguousarray(upper.get_param("W").T)
        self.upper_bias = upper.get_param("b")
        self.component, self.ops, self.vectors = component, model.ops, model.get_ref("tok2vec")
        # spaCy asks a network in use how many words it looks at.
        self._shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self.features))

    @staticmethod
    def can_run(component: Any) -> bool:
        """Whether a component is of the kind that this class knows how to run."""
        model: Any = getattr(component, "model", None)
        return (
            getattr(component, "cfg", {}).get("beam_width") == 1
            and hasattr(component, "transition_states")
            and bool(model.attrs.get("has_upper"))
            and not model.attrs.get("unseen_classes")
            and model.get_ref("lower").get_dim("nP") > 1
        )

    def __call__(self, docs: list[Doc]) -> None:
        """Write into the documents what the component finds."""
        if len(docs) < _FEW:
            self.component.set_annotations(docs, self.component.predict(docs))
            return
        for group in _groups(docs):
            self.component.set_annotations(group, self._predict(group))

    def _predict(self, docs: list[Doc]) -> list[Any]:
        # A row for each token in each place that the network looks at, and first those for "no token there".
        vectors = self.vectors.predict(docs)
        table = numpy.empty(((len(vectors) + 1) * self.features, self.units * self.pieces), dtype="f")
        table[: self.features] = self.nothing
        self.ops.gemm(vectors, self.weights, trans2=True, out=table[self.features :].reshape(len(vectors), -1))
        shift = numpy.arange(self.features, 2 * self.features, dtype="i")
        states = self.component.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            rows = ParserStepModel.get_token_ids(self._shape, unfinished)  # -1 is "no token"
            rows *= self.features
            rows += shift
            sums = table.take(rows.ravel(), axis=0).reshape(*rows.shape, -1).sum(axis=1)
            sums += self.bias
            scores = sums.reshape(len(sums), self.pieces, self.units).max(axis=1) @ self.upper
            scores += self.upper_bias
            unfinished = self.component.transition_states(unfinished, scores)
        return list(states)


def _groups(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The documents in groups of no more tokens than the table should hold; a longer one is a group of its own."""
    group: list[Doc] = []
    tokens = 0
    for doc in docs:
        if group and tokens + len(doc) > _MOST_TOKENS:
            yield group
            group, tokens = [], 0
        group.append(doc)
        tokens += len(doc)
    if group:
        yield group
