"""Distillation: the teachers fill in what a passage lacks, so that the student learns everything from everything."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import torch

from training.id.mst import spanning_tree
from training.id.passages import Passage
from training.id.silver import sentences
from training.id.teacher import Teacher

STYLE: Final = {"trees": "gsd", "names": "idner"}  # the sources whose guidelines are followed


def _grouped(lengths: Sequence[int], words: int = 1200) -> Iterator[list[int]]:
    """Numbers of items in groups of about so many words, items of like length together."""
    group: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and (len(group) + 1) * lengths[number] > words:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def label_trees(teacher: Teacher, passages: Sequence[Passage], style: str = STYLE["trees"]) -> list[Passage]:
    """Passages with tags and trees; each sentence gets the best tree, not the best head of each word."""
    labels, source = teacher.labels, teacher.labels.sources.index(style)
    places = [(number, *span) for number, passage in enumerate(passages) for span in sentences(passage)]
    found: dict[tuple[int, int], Passage] = {}
    for group in _grouped([end - start for _, start, end in places]):
        words = [passages[places[item][0]].forms[places[item][1] : places[item][2]] for item in group]
        with torch.inference_mode():
            scores = teacher(words, [source] * len(words))
            heads = torch.zeros(scores["upos"].shape[:2], dtype=torch.long)
            for row, sentence in enumerate(words):
                size = len(sentence)
                arcs = scores["arc"][row, :size, : size + 1].log_softmax(-1).numpy().astype(np.float64)
                heads[row, :size] = torch.from_numpy(spanning_tree(arcs))
            deps = teacher.relations(scores, heads)
            deps[:, :, labels.deps.index("root")] -= 1e4 * (heads > 0)
            answers = {"upos": scores["upos"].argmax(-1), "feats": scores["feats"].argmax(-1), "deps": deps.argmax(-1)}
        for row, item in enumerate(group):
            number, start, end = places[item]
            span = range(end - start)
            governor = [int(heads[row, i]) for i in span]
            found[number, start] = Passage(
                forms=(),
                spaces=(),
                upos=tuple(labels.upos[int(answers["upos"][row, i])] for i in span),
                feats=tuple(labels.feats[int(answers["feats"][row, i])] for i in span),
                heads=tuple(start + (head - 1 if head else i) for i, head in zip(span, governor, strict=True)),
                deps=tuple(
                    labels.deps[int(answers["deps"][row, i])] if head else "ROOT"
                    for i, head in zip(span, governor, strict=True)
                ),
            )
    return [
        _filled(passage, [found[n, start] for start, _ in sentences(passage)]) for n, passage in enumerate(passages)
    ]


def without_doubts(teacher: Teacher, passages: Sequence[Passage]) -> list[Passage]:
    """Passages without the tags that the teacher would not give: some labels brought up to date are wrong."""
    result = []
    for passage, said in zip(passages, label_trees(teacher, passages), strict=True):
        agreed = [ours == theirs for ours, theirs in zip(passage.upos, said.upos, strict=True)]
        upos = tuple(tag if sure else "" for tag, sure in zip(passage.upos, agreed, strict=True))
        feats = tuple(tag if sure else "" for tag, sure in zip(passage.feats, agreed, strict=True))
        result.append(replace(passage, upos=upos, feats=feats))
    return result


def _filled(passage: Passage, parts: list[Passage]) -> Passage:
    return replace(
        passage,
        upos=tuple(tag for part in parts for tag in part.upos),
        feats=tuple(feats for part in parts for feats in part.feats),
        heads=tuple(head for part in parts for head in part.heads),
        deps=tuple(dep for part in parts for dep in part.deps),
    )


def label_names(teacher: Teacher, passages: Sequence[Passage], style: str = STYLE["names"]) -> list[Passage]:
    """Passages with the names that the teacher finds, as B-, I- and O-tags."""
    labels, source = teacher.labels, teacher.labels.sources.index(style)
    result = list(passages)
    for group in _grouped([len(passage.forms) for passage in passages]):
        with torch.inference_mode():
            scores = teacher([passages[item].forms for item in group], [source] * len(group))["names"]
        for row, item in enumerate(group):
            size = len(passages[item].forms)
            result[item] = replace(
                passages[item], names=best_tags(scores[row, :size].log_softmax(-1).numpy(), labels.names)
            )
    return result


def best_tags(scores: np.typing.NDArray[np.float32], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the most probable sequence in which every I- follows a B- or I- of its own kind."""
    allowed = np.array([[0.0 if to[0] != "I" or at[1:] == to[1:] else -1e9 for to in names] for at in names])
    begin = np.array([-1e9 if name[0] == "I" else 0.0 for name in names])
    best, back = scores[0] + begin, []
    for row in scores[1:]:
        paths = best[:, None] + allowed
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return tuple(names[index] for index in reversed(path))
