"""Labels of the treebank's old release brought up to date, by tables learned from sentences that stand in both.

The old training file has the right sentences and almost the right trees, but older labels. Half of the development
file exists in both releases: aligned word by word it shows what each old label became, in which context.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Final

from training.id.trees import Tree, Word

TIMES: Final = frozenset(
    ("tahun", "hari", "bulan", "tanggal", "saat", "waktu", "sekarang", "kini", "minggu", "malam", "pagi", "awal")
)
Keys = Callable[[Tree, int], list[Hashable]]


class Table:
    """What a label became: the most frequent answer for the most telling key that was seen often enough."""

    def __init__(self, keys: Keys, floors: tuple[int, ...]) -> None:
        self.keys, self.floors = keys, floors
        self.counts: defaultdict[Hashable, Counter[str]] = defaultdict(Counter)

    def learn(self, tree: Tree, index: int, answer: str) -> None:
        """Count one aligned word."""
        for level, key in enumerate(self.keys(tree, index)):
            self.counts[level, key][answer] += 1

    def ask(self, tree: Tree, index: int, default: str) -> str:
        """Return the new label of a word, or the default where nothing was learned."""
        for level, key in enumerate(self.keys(tree, index)):
            seen = self.counts.get((level, key))
            if seen and seen.total() >= self.floors[level]:
                return seen.most_common(1)[0][0]
        return default


def _upos_keys(tree: Tree, index: int) -> list[Hashable]:
    word = tree.words[index]
    form, head = word.form.lower(), tree.words[word.head]
    return [(form, word.upos, word.dep), (form, word.upos), (word.upos, word.dep, head.upos, word.form[:1].isupper())]


def _dep_keys(tree: Tree, index: int) -> list[Hashable]:
    word = tree.words[index]
    head = tree.words[word.head]
    clause = any(other.head == index and other.form.lower() == "yang" for other in tree.words)
    case = next((other.form.lower() for other in tree.words if other.head == index and other.dep == "case"), "")
    base = (word.upos, word.dep, head.upos)
    return [
        (word.form.lower(), *base),
        (*base, clause, index - word.head == 1, word.form.lower() in TIMES, case),
        (*base, clause, index - word.head == 1, word.form.lower() in TIMES),
        (*base, clause),
        (word.upos, word.dep),
    ]


class Harmoniser:
    """Old trees in, trees with the current labels out."""

    def __init__(self, pairs: Iterable[tuple[Tree, Tree]], modern: Iterable[Tree]) -> None:
        self.upos = Table(_upos_keys, (2, 3, 8))
        self.dep = Table(_dep_keys, (3, 4, 4, 4, 4))
        for old, new in pairs:
            if [word.form for word in old.words] != [word.form for word in new.words]:
                continue
            for index, word in enumerate(new.words):
                self.upos.learn(old, index, word.upos)
                self.dep.learn(old, index, word.dep)
        self.feats: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for tree in modern:
            for word in tree.words:
                self.feats[word.form.lower(), word.upos][word.feats] += 1

    def __call__(self, tree: Tree) -> Tree:
        """Return the tree with every label as the current release would have it; its shape stays."""
        return Tree(tree.name, tuple(self._word(tree, index) for index in range(len(tree.words))))

    def _word(self, tree: Tree, index: int) -> Word:
        old = tree.words[index]
        upos = self.upos.ask(tree, index, old.upos)
        dep = self.dep.ask(tree, index, old.dep)
        if old.head == index:
            dep = "root"
        elif dep == "root":
            dep = "dep"
        return replace(old, upos=upos, dep=dep, feats=self._feats(old.form.lower(), upos))

    def _feats(self, form: str, upos: str) -> str:
        seen = self.feats.get((form, upos))
        if seen and seen.total() >= 2:
            return seen.most_common(1)[0][0]
        if upos == "VERB":
            return "Voice=Pass" if re.match(r"(di(?!ri)|ter).{3}", form) else "Voice=Act"
        if upos == "NOUN":
            halves = form.split("-")
            return "Number=Plur" if len(halves) == 2 and halves[1].startswith(halves[0][-3:]) else "Number=Sing"
        return "NumType=Card" if upos == "NUM" else ""


def agreement(pairs: Iterable[tuple[Tree, Tree]]) -> dict[str, float]:
    """Share of words on which two versions of the same sentences agree."""
    same: Counter[str] = Counter()
    for left, right in pairs:
        for one, two in zip(left.words, right.words, strict=False):
            heads = one.head == two.head
            same["words"] += 1
            same["upos"] += one.upos == two.upos
            same["feats"] += one.feats == two.feats
            same["uas"] += heads
            same["las"] += heads and one.dep.split(":")[0] == two.dep.split(":")[0]
            same["las_full"] += heads and one.dep == two.dep
    return {name: round(count / same["words"], 4) for name, count in same.items() if name != "words"}
