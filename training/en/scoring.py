"""All scores of a finished model on the sets that are only measured on."""

from pathlib import Path

import spacy

from training.en.corpora import NAME_TESTS, TESTS, load_corpora
from training.id.entities import read_names
from training.id.evaluate import score_names, score_trees
from training.id.student import fast
from training.id.trees import read_words


def score(corpus: Path, model: Path) -> None:
    """Print the scores of a model."""
    nlp = spacy.load(model)
    fast(nlp)
    for name in TESTS:
        trees = read_words(corpus / "ud" / name)
        print(name, "gold tokens", score_trees(nlp, trees))
        print(name, "own tokens", score_trees(nlp, trees, own_tokens=True))
    learned = [names for part in load_corpora(corpus).names.values() for names in part]
    spans = [names.text[start:end] for names in learned for start, end, _ in names.spans]
    known = frozenset(word for span in spans for word in span.lower().split())
    for source, name in NAME_TESTS:
        print(name, score_names(nlp, read_names(corpus / "ner" / name, source, column=2), known))
