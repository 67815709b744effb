"""Static word vectors: the teacher's own input embeddings, a few principal directions of them."""

from pathlib import Path

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.attrs import LOWER
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from training.id.e5 import E5, Floats


def word_vectors(e5: E5, words: dict[str, str], width: int) -> Floats:
    """One row a word: the mean of its pieces, projected on the ``width`` directions that differ most."""
    pieces = e5.tensor("emb.word", -1, e5.width)
    pieces /= np.linalg.norm(pieces, axis=1, keepdims=True) + 1e-6
    table = np.stack([pieces[list(e5.split(spelling))].mean(axis=0) for spelling in words.values()])
    return principal(table, width)


def principal(table: Floats, width: int) -> Floats:
    """Return the table in its first principal directions, scaled to a unit mean length."""
    centred = table - table.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    projected = centred @ directions[:, ::-1][:, :width]
    result: Floats = (projected / np.linalg.norm(projected, axis=1).mean() * 2).astype(np.float32)
    return result


def set_vectors(nlp: Language, words: dict[str, str], table: Floats) -> None:
    """Give the pipeline the table, looked up by the lower-cased word; the words themselves are not stored."""
    vectors = Vectors(data=table, keys=list(words), strings=nlp.vocab.strings, name=f"saksi_{nlp.lang}", attr="LOWER")
    nlp.vocab.vectors = vectors


def save(nlp: Language, path: Path) -> None:
    """Write the pipeline, and that its vectors go by the lower-cased word: spaCy reads this but does not write it."""
    nlp.to_disk(path)
    srsly.write_json(path / "vocab" / "vectors.cfg", {"mode": "default", "attr": LOWER})
