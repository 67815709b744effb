"""The steps of the recipe, with what each leaves in the working folder."""

import json
import pickle
import random
from functools import cached_property
from pathlib import Path

import spacy
from spacy.language import Language

from training.id.corpora import Corpora, load_corpora
from training.id.e5 import E5, weights_path
from training.id.entities import Names
from training.id.evaluate import score_names, score_trees
from training.id.lessons import name_lessons, tree_lessons
from training.id.meta import describe
from training.id.naming import renew, train_names
from training.id.passages import Passage, documents, name_passage, tree_passage
from training.id.silver import merge, tagged_news, unlabelled, with_starts
from training.id.student import build, train
from training.id.vectors import set_vectors, word_vectors
from training.id.vocabulary import vocabulary

SILVER = 200_000  # words of unannotated news that the teachers label
VERSIONS = {True: "0.1.0", False: "0.2.0"}


class Workshop:
    """Paths, settings and data that the steps share."""

    def __init__(self, corpus: Path, work: Path, *, gold_only: bool = False) -> None:
        self.corpus, self.work, self.gold_only = corpus, work, gold_only
        self.model = work / f"model-{VERSIONS[gold_only]}"
        self.base = work / "model-base"
        self.nlp = build()

    @cached_property
    def corpora(self) -> Corpora:
        """All annotated data."""
        return load_corpora(self.corpus)

    @property
    def news_names(self) -> dict[str, list[Names]]:
        """The names of the sets that are news, not encyclopedia."""
        return {source: part for source, part in self.corpora.names.items() if source != "nergrit"}

    def tokenize(self, text: str) -> list[tuple[int, int]]:
        """Offsets of the tokens of a text."""
        return [(token.idx, token.idx + len(token)) for token in self.nlp.make_doc(text)]

    def gold(self) -> tuple[list[Passage], dict[str, list[Passage]]]:
        """Gold trees, and gold names by source."""
        trees = [tree_passage(tree) for part in self.corpora.trees.values() for tree in part]
        names = {
            source: [name_passage(passage, self.tokenize(passage.text)) for passage in part]
            for source, part in self.corpora.names.items()
        }
        return trees, names

    def teach_trees(self) -> None:
        """Fine-tune the teacher of tags and trees, at last with the current release in the foreground."""
        from training.id.teaching import settle, teach

        labels, lessons = tree_lessons(self.corpora.trees)
        parts = [[one for one in lessons if labels.sources[one.source] == name] for name in ("gsd", "csui", "gsd20")]
        out = self.work / "teacher-trees.pt"
        teach(labels, [*lessons, *parts[0]], epochs=3, out=out, end=0.25)
        settle(labels, [*parts[0] * 4, *parts[1], *parts[2][::4]], out=out)

    def teach_names(self) -> None:
        """Fine-tune the teacher of names, on the two sets that are news."""
        from training.id.teaching import teach

        labels, lessons = name_lessons(self.news_names, self.tokenize)
        teach(labels, lessons, epochs=3, out=self.work / "teacher-names.pt")

    def texts(self) -> list[Passage]:
        """Passages in need of trees: unannotated news, then the passages of the NER sets."""
        _, names = self.gold()
        free = unlabelled(self.corpus, self.corpora, self.tokenize, SILVER)
        return free + [with_starts(passage) for part in names.values() for passage in part]

    def label_trees(self) -> None:
        """Let the teacher parse what has no tree."""
        from training.id import distil
        from training.id.teaching import load_teacher

        labels, _ = tree_lessons(self.corpora.trees)
        teacher = load_teacher(labels, self.work / "teacher-trees.pt")
        self._save("silver-trees.pickle", distil.label_trees(teacher, self.texts()))

    def label_names(self) -> None:
        """Let the teacher name what has no names, and what was named by other guidelines."""
        from training.id import distil
        from training.id.teaching import load_teacher

        labels, _ = name_lessons(self.news_names, self.tokenize)
        teacher = load_teacher(labels, self.work / "teacher-names.pt")
        trees, _ = self.gold()
        self._save("silver-names.pickle", distil.label_names(teacher, trees + self.texts()))

    def training_set(self) -> tuple[list[Passage], list[Passage]]:
        """Return what the student learns from: passages with trees, and passages with names only."""
        trees, names = self.gold()
        if self.gold_only:
            return trees, [passage for part in names.values() for passage in part]
        parsed, named = self._load("silver-trees.pickle"), self._load("silver-names.pickle")
        return merge(trees, names["idner"], parsed, named), []

    def train_student(self) -> None:
        """Train the pipeline and keep it with its scores on the development halves."""
        whole, bare = self.training_set()
        words = vocabulary(self._words(), 52_000)
        set_vectors(self.nlp, words, word_vectors(E5(weights_path()), words, 64))

        def epoch(rng: random.Random) -> list[Passage]:
            docs = documents(whole, rng) + (documents(bare, rng, 3) if bare else [])
            rng.shuffle(docs)
            return docs

        length = 1_300_000 if self.gold_only else 2_800_000
        train(self.nlp, epoch, words=length, rate=0.0015, report=self.report)
        describe(self.nlp, VERSIONS[self.gold_only], json.loads(self.report(self.nlp)))
        self.nlp.to_disk(self.model if self.gold_only else self.base)

    def train_finder(self) -> None:
        """Train the finder of names anew on the finished encoder; news named by hand counts four times."""
        whole, _ = self.training_set()
        sure = {passage.forms for passage in self.gold()[1]["idner"]}
        more = list(dict.fromkeys(passage for passage in whole if passage.forms in sure))
        nlp = spacy.load(self.base)
        renew(nlp)
        train_names(nlp, lambda rng: documents([*whole, *more, *more], rng), words=2_000_000, report=self.report)
        describe(nlp, VERSIONS[False], json.loads(self.report(nlp)))
        nlp.to_disk(self.model)

    def _words(self) -> list[str]:
        trees, names = self.gold()
        free = unlabelled(self.corpus, self.corpora, self.tokenize, 700_000)
        forms = [form for part in (trees, free, *names.values()) for passage in part for form in passage.forms]
        return forms + [form for text in tagged_news() for form in text.split()]

    def report(self, nlp: Language) -> str:
        """Scores on the development halves."""
        return json.dumps(score_trees(nlp, self.corpora.dev_trees) | score_names(nlp, self.corpora.dev_names))

    def known(self) -> frozenset[str]:
        """Return the words that stand in a name of the training data."""
        return frozenset(
            word
            for part in self.corpora.names.values()
            for passage in part
            for start, end, _ in passage.spans
            for word in passage.text[start:end].lower().split()
        )

    def _save(self, name: str, passages: list[Passage]) -> None:
        with (self.work / name).open("wb") as file:
            pickle.dump(passages, file)

    def _load(self, name: str) -> list[Passage]:
        with (self.work / name).open("rb") as file:
            passages: list[Passage] = pickle.load(file)
        return passages
