"""The steps of the recipe, in order."""

import json
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import spacy
from spacy.language import Language

from training.en.corpora import Corpora, load_corpora, news
from training.en.meta import VERSION, describe
from training.id import distil, teaching
from training.id.e5 import E5, weights_path
from training.id.evaluate import score_names, score_trees
from training.id.lessons import name_lessons, tree_lessons
from training.id.passages import Passage, documents, load_passages, name_passage, save_passages, tree_passage
from training.id.silver import bare_passage, merge, with_starts
from training.id.student import build, more, train
from training.id.vectors import save, set_vectors, word_vectors
from training.id.vocabulary import vocabulary

WORDS = 45_000  # that get a vector
WIDTH = 64  # of a vector
LENGTH = 2_600_000  # words that the student sees
LAST = 1_600_000  # and in the last pass
LONGEST = 150  # tokens of a paragraph of news


@dataclass
class Workshop:
    """One run of the recipe over a corpus, with a working folder."""

    corpus: Path
    work: Path

    @cached_property
    def corpora(self) -> Corpora:
        """All annotated data."""
        return load_corpora(self.corpus)

    @cached_property
    def nlp(self) -> Language:
        """The untrained pipeline, with spaCy's rules for English tokens."""
        return build(spacy.blank("en"))

    @property
    def model(self) -> Path:
        """Where the finished pipeline is left."""
        return self.work / f"model-{VERSION}"

    @property
    def base(self) -> Path:
        """Where it is left before the last pass."""
        return self.work / "model-base"

    def training_set(self) -> list[Passage]:
        """Return what the student learns from: passages with trees and names, gold where there is gold."""
        trees, names = self.gold()
        parsed, named = self.load("silver-trees.pickle"), self.load("silver-names.pickle")
        return merge(trees, names["uner"] + names["politics"], parsed, named)

    def tokenize(self, text: str) -> list[tuple[int, int]]:
        """Return the offsets of the tokens of a text."""
        return [(token.idx, token.idx + len(token)) for token in self.nlp.make_doc(text)]

    def gold(self) -> tuple[list[Passage], dict[str, list[Passage]]]:
        """Gold trees, and gold names by source."""
        names = {
            source: [name_passage(passage, self.tokenize(passage.text)) for passage in part]
            for source, part in self.corpora.names.items()
        }
        return [tree_passage(tree) for tree in self.corpora.trees], names

    def texts(self) -> list[Passage]:
        """Passages in need of trees: unannotated news, then the passages of the sets of names."""
        leaks = self.corpora.leaks
        found = (bare_passage(text, self.tokenize(text)) for text in news(self.corpus) if text not in leaks)
        free = [passage for passage in dict.fromkeys(found) if 4 <= len(passage.forms) <= LONGEST]
        return free + [with_starts(passage) for part in self.gold()[1].values() for passage in part]

    def report(self, nlp: Language) -> str:
        """Scores on the development data."""
        return json.dumps(score_trees(nlp, self.corpora.dev_trees) | score_names(nlp, self.corpora.dev_names))

    def save(self, name: str, passages: list[Passage]) -> None:
        """Keep labelled passages."""
        save_passages(self.work / name, passages)

    def load(self, name: str) -> list[Passage]:
        """Return the labelled passages that a step before kept."""
        return load_passages(self.work / name)


def teach_trees(shop: Workshop) -> None:
    """Fine-tune the teacher of tags and trees."""
    labels, lessons = tree_lessons({"ewt": shop.corpora.trees})
    teaching.teach(labels, lessons, epochs=3, out=shop.work / "teacher-trees.pt")


def teach_names(shop: Workshop) -> None:
    """Fine-tune the teacher of names."""
    labels, lessons = name_lessons(shop.corpora.names, shop.tokenize)
    teaching.teach(labels, lessons, epochs=4, out=shop.work / "teacher-names.pt")


def label_trees(shop: Workshop) -> None:
    """Let the teacher parse what has no tree."""
    labels, _ = tree_lessons({"ewt": shop.corpora.trees})
    teacher = teaching.load_teacher(labels, shop.work / "teacher-trees.pt")
    shop.save("silver-trees.pickle", distil.label_trees(teacher, shop.texts(), "ewt"))


def label_names(shop: Workshop) -> None:
    """Let the teacher name what has no names."""
    labels, _ = name_lessons(shop.corpora.names, shop.tokenize)
    teacher = teaching.load_teacher(labels, shop.work / "teacher-names.pt")
    trees, _ = shop.gold()
    shop.save("silver-names.pickle", distil.label_names(teacher, trees + shop.texts(), "uner"))


def train_student(shop: Workshop) -> None:
    """Train the whole pipeline, the shared encoder with it."""
    whole = shop.training_set()
    words = vocabulary((form for passage in whole for form in passage.forms), WORDS, "en")
    set_vectors(shop.nlp, words, word_vectors(E5(weights_path()), words, WIDTH))
    train(shop.nlp, partial(documents, whole), words=LENGTH, rate=0.0015, report=shop.report)
    save(shop.nlp, shop.base)


def last_pass(shop: Workshop) -> None:
    """Train the finished pipeline a little more, ever more slowly."""
    nlp = spacy.load(shop.base)
    more(nlp, partial(documents, shop.training_set()), words=LAST, rate=0.0008, report=shop.report)
    describe(nlp)
    save(nlp, shop.model)
