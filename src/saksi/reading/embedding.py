"""Embedding: what a spaCy encoder knows of a word before it has seen its neighbours, kept for the next time.

That part depends on the word alone and is a good half of the encoder's work, but news is written in few words: of a
thousand, all but a handful have been seen before.
"""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab

_MOST_WORDS = 60_000  # kept at a time: 23 MB in the shipped model's width
_MIX = numpy.uint64(0x9E3779B97F4A7C15)  # odd: of two numbers that are spread over 64 bits it makes one that is
_FEW = 6  # documents go through the rest of the encoder at a time, so that their vectors stay in the cache

Floats = NDArray[numpy.float32]
Word = tuple[int, int]  # what spaCy calls ORTH and NORM


class Embedding:
    """The encoder of a pipeline, with the vectors of words remembered."""

    def __init__(self, component: Any, vocab: Vocab) -> None:
        self.component, self.vocab = component, vocab
        self.embed, self.encode = component.model.get_ref("embed"), component.model.get_ref("encode")
        self._row: dict[Word, int] = {}
        self._table: Floats = numpy.empty((0, 0), dtype="f")

    @staticmethod
    def can_run(component: Any) -> bool:
        """Whether a component is an encoder in two parts, the first of which sees each word by itself alone."""
        model = getattr(component, "model", None)
        return bool(model and model.has_ref("embed") and model.has_ref("encode"))

    def __call__(self, docs: list[Doc]) -> None:
        """Give the documents the encoder's vectors."""
        for at in range(0, len(docs), _FEW):
            group = docs[at : at + _FEW]
            self.component.set_annotations(group, self.encode.predict(self._embedded(group)))

    def _embedded(self, docs: list[Doc]) -> list[Floats]:
        # A word is its letters and its norm: a tokeniser may give one word another norm here than there ("'s").
        given = numpy.concatenate([doc.to_array([ORTH, NORM]) for doc in docs]).astype("uint64")
        _, first, places = numpy.unique(given[:, 0] + _MIX * given[:, 1], return_index=True, return_inverse=True)
        rows = numpy.array(self._rows([(word, norm) for word, norm in given[first].tolist()]))[places]
        return numpy.split(self._table[rows], numpy.cumsum([len(doc) for doc in docs])[:-1])

    def _rows(self, words: list[Word]) -> list[int]:
        """The rows of words in the table; it grows by those that are new."""
        if len(self._row) + len(words) > _MOST_WORDS:
            self._row = {}
        new = [word for word in words if word not in self._row]
        if new:
            vectors = self.embed.predict([self._doc(new)])[0]
            start = len(self._row)
            if start + len(new) > len(self._table):
                larger = numpy.empty((2 * (start + len(new)), vectors.shape[1]), dtype="f")
                if start:
                    larger[:start] = self._table[:start]
                self._table = larger
            self._table[start : start + len(new)] = vectors
            self._row.update(zip(new, range(start, start + len(new)), strict=True))
        return [self._row[word] for word in words]

    def _doc(self, words: list[Word]) -> Doc:
        """A document of words, each with its norm."""
        strings = self.vocab.strings
        doc = Doc(self.vocab, words=[strings[orth] for orth, _ in words])
        for token, (_, norm) in zip(doc, words, strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        return doc
