"""What is trained on, what is looked at while training, and what is kept out of both."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from training.id.entities import Names, read_names
from training.id.harmonise import Harmoniser
from training.id.hyphens import join_hyphens
from training.id.trees import Tree, read_trees

T = TypeVar("T")
TESTS: Final = tuple(f"id_{name}/id_{name}-ud-test.conllu" for name in ("gsd", "csui", "pud"))


@dataclass(frozen=True)
class Corpora:
    """All annotated data, by the part that it plays."""

    trees: dict[str, list[Tree]]
    names: dict[str, list[Names]]
    dev_trees: list[Tree]
    dev_names: list[Names]
    leaks: "Leaks"
    harmoniser: Harmoniser
    pairs: list[tuple[Tree, Tree]]


class Leaks:
    """Texts that are only measured on, to keep them and their near copies out of training."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.grams: set[tuple[str, ...]] = set()
        for text in texts:
            self.grams.update(_grams(text))

    def __contains__(self, text: str) -> bool:
        grams = _grams(text)
        return bool(grams) and sum(gram in self.grams for gram in grams) >= 0.4 * len(grams)

    def filter(self, items: Iterable[T], text: Callable[[T], str]) -> list[T]:
        """Return the items that are no near copies of a measured text."""
        return [item for item in items if text(item) not in self]


def _grams(text: str, size: int = 4) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    if len(words) < size:
        return {tuple(words)} if len(words) > 1 else set()
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def load_corpora(root: Path, *, whole: bool = False) -> Corpora:
    """Read, harmonise, split and clean; the development half of the treebank's dev file is every second sentence.

    With ``whole`` the development data are learned from too: for the last pass, when nothing is left to choose by them.
    """
    ud, ner = root / "ud", root / "ner"
    modern = read_trees(ud / "id_gsd/id_gsd-ud-dev.conllu")
    older = {tree.name: join_hyphens(tree) for tree in read_trees(ud / "id_gsd_v20_fixpunct/gsd20fp-dev.conllu")}
    learn, dev_trees = modern[:: 1 if whole else 2], modern[1::2]
    csui = read_trees(ud / "id_csui/id_csui-ud-train.conllu")
    pairs = [(older[tree.name], tree) for tree in learn if tree.name in older]
    harmoniser = Harmoniser(pairs, [*learn, *csui])
    old_train = [join_hyphens(tree) for tree in read_trees(ud / "id_gsd_v20_fixpunct/gsd20fp-train.conllu")]
    dev_names = read_names(ner / "idner-news-2k/dev.txt", "idner")
    measured = [
        *(tree.text for name in TESTS for tree in read_trees(ud / name)),
        *(tree.text for tree in dev_trees if not whole),
        *(names.text for names in read_names(ner / "idner-news-2k/test.txt", "idner")),
        *(names.text for names in dev_names if not whole),
        *(names.text for names in read_names(ner / "singgalang_gold/goldstandard-0811.txt", "singgalang")),
    ]
    leaks = Leaks(measured)
    trees = {
        "gsd": leaks.filter(learn, lambda tree: tree.text),
        "csui": leaks.filter(csui, lambda tree: tree.text),
        "gsd20": [harmoniser(tree) for tree in leaks.filter(old_train, lambda tree: tree.text)],
    }
    names = {
        "idner": read_names(ner / "idner-news-2k/train.txt", "idner") + dev_names * whole,
        "nerui": read_names(ner / "nerui_indolem/nergithub.txt", "nerui"),
        "nergrit": [
            passage
            for part in ("train", "valid")
            for passage in read_names(ner / f"nergrit_indonlu/{part}_preprocess.txt", "nergrit")
        ],
    }
    names = {source: leaks.filter(passages, lambda passage: passage.text) for source, passages in names.items()}
    return Corpora(trees, names, dev_trees, dev_names, leaks, harmoniser, pairs)
