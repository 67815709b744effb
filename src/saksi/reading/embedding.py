"""Embedding: what a spaCy encoder knows of a word before it has seen its neighbours, kept for the next time.

That part depends on the word alone and is a good half of the encoder's work, but news is written in few words: of a
thousand, all but a handful have been seen before.
"""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

_MOST_WORDS = 60_000  # kept at a time: 23 MB in the shipped model's width
_FEW = 6  # documents go through the rest of the encoder at a time, so that their vectors stay in the cache

Floats = NDArray[numpy.float32]


class Embedding:
    """The encoder of a pipeline, with the vectors of words remembered."""

    def __init__(self, component: Any, vocab: Vocab) -> None:
        self.component, self.vocab = component, vocab
        self.embed, self.encode = component.model.get_ref("embed"), component.model.get_ref("encode")
        self._row: dict[int, int] = {}
        self._table: Floats = numpy.empty((0, 0), dtype="f")

    @staticmethod
    def can_run(component: Any, nlp: Language) -> bool:
        """Whether a component is an encoder in two parts, the first of which sees each word by its letters alone."""
        model = getattr(component, "model", None)
        rules: dict[str, list[dict[int, str]]] = getattr(nlp.tokenizer, "rules", None) or {}
        renamed = any(NORM in piece for pieces in rules.values() for piece in pieces)
        return bool(model and model.has_ref("embed") and model.has_ref("encode")) and not renamed

    def __call__(self, docs: list[Doc]) -> None:
        """Give the documents the encoder's vectors."""
        for at in range(0, len(docs), _FEW):
            group = docs[at : at + _FEW]
            self.component.set_annotations(group, self.encode.predict(self._embedded(group)))

    def _embedded(self, docs: list[Doc]) -> list[Floats]:
        keys = [doc.to_array(ORTH) for doc in docs]
        words, places = numpy.unique(numpy.concatenate(keys), return_inverse=True)
        rows = numpy.array(self._rows(words.tolist()))[places]
        return numpy.split(self._table[rows], numpy.cumsum([len(part) for part in keys])[:-1])

    def _rows(self, words: list[int]) -> list[int]:
        """The rows of words in the table; it grows by those that are new."""
        if len(self._row) + len(words) > _MOST_WORDS:
            self._row = {}
        new = [word for word in words if word not in self._row]
        if new:
            doc = Doc(self.vocab, words=[self.vocab.strings[word] for word in new])
            vectors = self.embed.predict([doc])[0]
            start = len(self._row)
            if start + len(new) > len(self._table):
                larger = numpy.empty((2 * (start + len(new)), vectors.shape[1]), dtype="f")
                if start:
                    larger[:start] = self._table[:start]
                self._table = larger
            self._table[start : start + len(new)] = vectors
            self._row.update(zip(new, range(start, start + len(new)), strict=True))
        return [self._row[word] for word in words]
