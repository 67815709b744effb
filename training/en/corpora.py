"""What is trained on, what is looked at while training, and what is kept out of both."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from training.id.corpora import Leaks
from training.id.entities import Names, read_names
from training.id.trees import Tree, read_words

TESTS: Final = ("en_ewt/en_ewt-ud-test.conllu", "en_pud/en_pud-ud-test.conllu")
NAME_TESTS: Final = (
    ("uner-ewt", "uner_en_ewt/en_ewt-ud-test.iob2"),
    ("uner-pud", "uner_en_pud/en_pud-ud-test.iob2"),
)
_POLITICS: Final = {"politician": "person", "politicalparty": "organisation", "country": "location"}


@dataclass(frozen=True)
class Corpora:
    """All annotated data, by the part that it plays."""

    trees: list[Tree]
    names: dict[str, list[Names]]
    dev_trees: list[Tree]
    dev_names: list[Names]
    leaks: Leaks


def load_corpora(root: Path) -> Corpora:
    """Read and clean: EWT's development file is looked at; of the names on it, every fourth sentence."""
    ud, ner = root / "ud", root / "ner"
    dev_trees = read_words(ud / "en_ewt/en_ewt-ud-dev.conllu")
    named = read_names(ner / "uner_en_ewt/en_ewt-ud-dev.iob2", "uner", column=2)
    dev_names = named[::4]
    measured = [
        *(tree.text for name in TESTS for tree in read_words(ud / name)),
        *(tree.text for tree in dev_trees),
        *(text for path in ("quotes/polnear-dev.jsonl",) for text in _texts(root / path)),
    ]
    leaks = Leaks(measured)
    politics = [
        names
        for part in ("train", "dev", "test")
        for names in read_names(ner / f"crossner_politics/{part}.txt", "politics", labels=_POLITICS)
    ]
    return Corpora(
        trees=leaks.filter(read_words(ud / "en_ewt/en_ewt-ud-train.assembled.conllu"), lambda tree: tree.text),
        names={
            "uner": [one for number, one in enumerate(named) if number % 4],
            "politics": leaks.filter(politics, lambda names: names.text),
        },
        dev_trees=dev_trees,
        dev_names=dev_names,
        leaks=leaks,
    )


def news(root: Path) -> Iterator[str]:
    """The paragraphs of the unannotated news."""
    for text in _texts(root / "news/en_unlabelled.jsonl"):
        yield from filter(None, map(str.strip, text.split("\n")))


def _texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf8") as file:
        for line in file:
            yield str(json.loads(line)["text"])
