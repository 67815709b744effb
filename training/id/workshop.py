"""What the steps of the recipe share: paths, data, and what was left by the steps before."""

import json
from functools import cached_property
from pathlib import Path

from spacy.language import Language

from training.id.corpora import Corpora, load_corpora
from training.id.entities import Names
from training.id.evaluate import score_names, score_trees
from training.id.passages import Passage, load_passages, name_passage, save_passages, tree_passage
from training.id.silver import merge, tagged_news, unlabelled, with_starts
from training.id.student import blank, build

SILVER = 200_000  # words of unannotated news that the teachers label
ALL_NEWS = 700_000  # more than there is
VERSIONS = {True: "0.1.0", False: "0.3.0"}


class Workshop:
    """One run of the recipe over a corpus, with a working folder."""

    def __init__(self, corpus: Path, work: Path, *, gold_only: bool = False) -> None:
        self.corpus, self.work, self.gold_only = corpus, work, gold_only
        self.version = VERSIONS[gold_only]
        self.model = work / f"model-{self.version}"
        self.base = work / "model-base"  # before the last pass
        self.nlp = build(blank())

    @cached_property
    def corpora(self) -> Corpora:
        """All annotated data, without what training is watched by."""
        return load_corpora(self.corpus)

    @cached_property
    def last(self) -> Corpora:
        """All annotated data, for the last pass."""
        return load_corpora(self.corpus, whole=True)

    @property
    def news_names(self) -> dict[str, list[Names]]:
        """The names of the sets that are news, not encyclopedia."""
        return {source: part for source, part in self.corpora.names.items() if source != "nergrit"}

    def tokenize(self, text: str) -> list[tuple[int, int]]:
        """Return the offsets of the tokens of a text."""
        return [(token.idx, token.idx + len(token)) for token in self.nlp.make_doc(text)]

    def gold(self, corpora: Corpora | None = None) -> tuple[list[Passage], dict[str, list[Passage]]]:
        """Gold trees, and gold names by source."""
        given = corpora or self.corpora
        trees = [tree_passage(tree) for part in given.trees.values() for tree in part]
        names = {
            source: [name_passage(passage, self.tokenize(passage.text)) for passage in part]
            for source, part in given.names.items()
        }
        return trees, names

    def texts(self, corpora: Corpora | None = None) -> list[Passage]:
        """Passages in need of trees: unannotated news, then the passages of the NER sets."""
        _, names = self.gold(corpora)
        free = unlabelled(self.corpus, corpora or self.corpora, self.tokenize, SILVER)
        return free + [with_starts(passage) for part in names.values() for passage in part]

    def training_set(self) -> tuple[list[Passage], list[Passage]]:
        """Return what the student learns from: passages with trees, and passages with names only."""
        trees, names = self.gold()
        if self.gold_only:
            return trees, [passage for part in names.values() for passage in part]
        parsed, named = self.load("silver-trees.pickle"), self.load("silver-names.pickle")
        return merge(trees, names["idner"], parsed, named), []

    def last_set(self) -> list[Passage]:
        """Return what the student learns from in the last pass; the current release counts twice as much again."""
        current = {tuple(word.form for word in tree.words) for tree in self.last.trees["gsd"]}
        return self._weighed(current, 2)

    def last_names(self) -> list[Passage]:
        """Return what the finder of names learns from at the end: the same, but with weight on news named by hand."""
        return self._weighed({passage.forms for passage in self.gold(self.last)[1]["idner"]}, 3)

    def _weighed(self, chosen: set[tuple[str, ...]], times: int) -> list[Passage]:
        _, names = self.gold(self.last)
        trees = [tree_passage(tree) for source in ("gsd", "csui") for tree in self.last.trees[source]]
        trees += self.load("doubted-last.pickle")
        parsed, named = self.load("silver-trees-last.pickle"), self.load("silver-names-last.pickle")
        whole = merge(trees, names["idner"], parsed, named)
        return whole + times * list(dict.fromkeys(passage for passage in whole if passage.forms in chosen))

    def words(self) -> list[str]:
        """All tokens of all texts, for the vocabulary."""
        trees, names = self.gold()
        free = unlabelled(self.corpus, self.corpora, self.tokenize, ALL_NEWS)
        forms = [form for part in (trees, free, *names.values()) for passage in part for form in passage.forms]
        return forms + [form for text in tagged_news() for form in text.split()]

    def report(self, nlp: Language) -> str:
        """Scores on the development halves."""
        return json.dumps(score_trees(nlp, self.corpora.dev_trees) | score_names(nlp, self.corpora.dev_names))

    def known(self) -> frozenset[str]:
        """Return the words that stand in a name of the training data."""
        passages = [passage for part in self.last.names.values() for passage in part]
        names = [passage.text[start:end] for passage in passages for start, end, _ in passage.spans]
        return frozenset(word for name in names for word in name.lower().split())

    def save(self, name: str, passages: list[Passage]) -> None:
        """Keep labelled passages."""
        save_passages(self.work / name, passages)

    def load(self, name: str) -> list[Passage]:
        """Return the labelled passages that a step before kept."""
        return load_passages(self.work / name)
