"""Annotation: a spaCy pipeline run over a batch of documents, by quicker ways where they are known to agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from saksi.reading.embedding import Embedding
from saksi.reading.transitions import Transitions

Step = Callable[[list[Doc]], None]


class Annotator:
    """Runs the components of a pipeline, in order; the documents come out as from ``nlp.pipe``."""

    def __init__(self, nlp: Language) -> None:
        self.steps = [_step(component, nlp) for _, component in nlp.pipeline]

    def __call__(self, docs: list[Doc]) -> None:
        """Annotate documents in place."""
        filled = [doc for doc in docs if len(doc)]
        if filled:
            for step in self.steps:
                step(filled)


def _step(component: Any, nlp: Language) -> Step:
    if Transitions.can_run(component):
        return Transitions(component)
    if Embedding.can_run(component):
        return Embedding(component, nlp.vocab)
    if hasattr(component, "predict"):
        return lambda docs: component.set_annotations(docs, component.predict(docs))

    def each(docs: list[Doc]) -> None:
        for doc in docs:
            component(doc)

    return each
