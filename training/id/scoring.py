"""All scores of a finished model on the sets that are only measured on."""

import json
import time
from pathlib import Path

import spacy

from training.id.corpora import TESTS
from training.id.entities import read_names
from training.id.evaluate import score_names, score_trees, words_per_second
from training.id.student import fast
from training.id.trees import read_trees

NAMES = (("idner", "idner-news-2k/test.txt"), ("singgalang", "singgalang_gold/goldstandard-0811.txt"))


def score(corpus: Path, model: Path, known: frozenset[str]) -> None:
    """Print the scores of a model; ``known`` are the words of names that it was trained on."""
    nlp = spacy.load(model)
    fast(nlp)
    for name in TESTS:
        trees = read_trees(corpus / "ud" / name)
        print(name, "gold tokens", score_trees(nlp, trees))
        print(name, "own tokens", score_trees(nlp, trees, own_tokens=True))
    for source, name in NAMES:
        print(name, score_names(nlp, read_names(corpus / "ner" / name, source), known))
    with (corpus / "news/id_unlabelled.jsonl").open(encoding="utf8") as file:
        texts = [json.loads(line)["text"] for line in file]
    print("words per second of CPU", words_per_second(nlp, texts, time.process_time))
