"""Trees and names as numbered lessons for the teacher."""

from collections.abc import Callable, Iterable
from typing import Final

from training.id.entities import Names
from training.id.teacher import Labels, Lesson
from training.id.trees import Tree

OUTSIDE: Final = "O"


def tree_lessons(trees: dict[str, list[Tree]]) -> tuple[Labels, list[Lesson]]:
    """Label inventories and lessons; a tree's root is head number 0, its words count from 1."""
    words = [word for part in trees.values() for tree in part for word in tree.words]
    labels = Labels(
        sources=tuple(trees),
        upos=tuple(sorted({word.upos for word in words})),
        feats=tuple(sorted({word.feats for word in words})),
        deps=tuple(sorted({word.dep for word in words})),
    )
    return labels, [number_tree(labels, source, tree) for source, part in trees.items() for tree in part]


def number_tree(labels: Labels, source: str, tree: Tree) -> Lesson:
    """One tree in numbers; labels that are not in the inventory become -1."""

    def index(inventory: tuple[str, ...], values: Iterable[str]) -> tuple[int, ...]:
        return tuple(inventory.index(value) if value in inventory else -1 for value in values)

    return Lesson(
        source=labels.sources.index(source),
        words=tuple(word.form for word in tree.words),
        upos=index(labels.upos, (word.upos for word in tree.words)),
        feats=index(labels.feats, (word.feats for word in tree.words)),
        heads=tuple(0 if word.head == number else word.head + 1 for number, word in enumerate(tree.words)),
        deps=index(labels.deps, (word.dep for word in tree.words)),
    )


def name_lessons(
    names: dict[str, list[Names]], tokenize: Callable[[str], list[tuple[int, int]]]
) -> tuple[Labels, list[Lesson]]:
    """Lessons whose words are the tokenizer's, with B- and I-labels."""
    kinds = sorted({label for part in names.values() for passage in part for _, _, label in passage.spans})
    labels = Labels(sources=tuple(names), names=(OUTSIDE, *(f"{mark}-{kind}" for kind in kinds for mark in "BI")))
    lessons = []
    for source, part in names.items():
        for passage in part:
            places = tokenize(passage.text)
            lessons.append(
                Lesson(
                    source=labels.sources.index(source),
                    words=tuple(passage.text[start:end] for start, end in places),
                    names=tuple(labels.names.index(tag) for tag in tags(passage, places)),
                )
            )
    return labels, lessons


def tags(passage: Names, places: list[tuple[int, int]]) -> list[str]:
    """Return the B-, I- or O-tag of each token; a token that a span touches belongs to it."""
    result = [OUTSIDE] * len(places)
    for start, end, label in passage.spans:
        inside = [number for number, (left, right) in enumerate(places) if left < end and right > start]
        for number in inside:
            result[number] = f"{'B' if number == inside[0] else 'I'}-{label}"
    return result
