"""Compounds that the old release cut at the hyphen ("anak - anak"), joined as the current one has them."""

import html
from dataclasses import replace

from training.id.trees import Tree, Word


def join_hyphens(tree: Tree) -> Tree:
    """Return the tree with "A - B" as one word wherever B depends on A, and HTML entities spelled out."""
    words = list(tree.words)
    owner = list(range(len(words)))
    for index in range(1, len(words) - 1):
        left, right = owner[index - 1], index + 1
        if words[index].form in ("-", "--") and words[right].head in (left, index - 1) and _whole(words, left, right):
            owner[index] = owner[right] = left
    return Tree(tree.name, tuple(_joined(words, owner)))


def _whole(words: list[Word], left: int, right: int) -> bool:
    return words[left].form[-1:].isalnum() and words[right].form[:1].isalnum()


def _joined(words: list[Word], owner: list[int]) -> list[Word]:
    kept = [index for index in range(len(words)) if owner[index] == index]
    place = {index: number for number, index in enumerate(kept)}
    result = []
    for number, index in enumerate(kept):
        last = kept[number + 1] if number + 1 < len(kept) else len(words)
        form = html.unescape("".join(words[part].form for part in range(index, last)))
        result.append(
            replace(words[index], form=form, head=place[owner[words[index].head]], space=words[last - 1].space)
        )
    return result
