"""Passages as spaCy's training examples, in batches of about so many words."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.id.passages import Passage


def example(nlp: Language, passage: Passage) -> Example:
    """Prediction and answer on the same tokens; sentence starts are given to the prediction, as when reading."""
    words, spaces = list(passage.forms), list(passage.spaces)
    starts: list[bool | int | None] | None = [bool(start) for start in passage.starts] or None
    answer = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        pos=list(passage.upos) or None,
        morphs=list(passage.feats) or None,
        heads=list(passage.heads) or None,
        deps=list(passage.deps) or None,
        sent_starts=starts if not passage.heads else None,
        ents=list(passage.names) or None,
    )
    for token, tag in zip(answer, passage.upos, strict=False):
        if not tag:
            cast(Any, token).set_morph(None)  # neither tag nor features: nothing is learned from this token's
    return Example(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts), answer)


def batches(items: Sequence[Passage], words: int) -> Iterator[list[Passage]]:
    """Return runs of items of about so many words."""
    batch: list[Passage] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.forms)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
