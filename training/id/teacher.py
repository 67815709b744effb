"""The teacher: a fine-tuned encoder that tags and parses, or names, slowly and well.

Every training source has a vector of its own that is added to what the heads see, so that sources with differing
guidelines can be learned from together, and text can be labelled by the guidelines of the one that matters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.id.e5 import E5
from training.id.encoder import Encoder


@dataclass(frozen=True)
class Labels:
    """What the heads choose from."""

    sources: tuple[str, ...]
    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """One passage with its answers as numbers; lists are empty where a source does not say."""

    source: int
    words: tuple[str, ...]
    upos: tuple[int, ...] = ()
    feats: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[int, ...] = ()
    names: tuple[int, ...] = ()


def _mlp(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(0.3))


class Biaffine(nn.Module):
    """A score for every pair of two rows of vectors, once for each label."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.register_parameter("weight", nn.Parameter(torch.zeros(labels, width + 1, width + 1)))

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        """Sentences x labels x left x right."""
        left, right = (functional.pad(side, (0, 1), value=1.0) for side in (left, right))
        return torch.einsum("bid,ldk,bjk->blij", left, self.get_parameter("weight"), right)


class Teacher(nn.Module):
    """Encoder and heads; heads without labels are left out."""

    def __init__(self, e5: E5, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = Encoder(e5)
        width = e5.width
        self.source = nn.Embedding(len(labels.sources), width)
        nn.init.normal_(self.source.weight, std=0.02)
        self.drop = nn.Dropout(0.2)
        if labels.deps:
            self.root = nn.Parameter(torch.zeros(width))
            self.upos = nn.Sequential(_mlp(width, 256), nn.Linear(256, len(labels.upos)))
            self.feats = nn.Sequential(_mlp(width, 256), nn.Linear(256, len(labels.feats)))
            self.arc_dep, self.arc_head = _mlp(width, 320), _mlp(width, 320)
            self.rel_dep, self.rel_head = _mlp(width, 128), _mlp(width, 128)
            self.arc, self.rel = Biaffine(320, 1), Biaffine(128, len(labels.deps))
        if labels.names:
            self.names = nn.Sequential(_mlp(width, 256), nn.Linear(256, len(labels.names)))

    def forward(self, words: Sequence[Sequence[str]], sources: Sequence[int]) -> dict[str, Tensor]:
        """Scores of all heads; in ``arc`` and ``rel`` column 0 stands for the root."""
        x = self.encoder(words) + self.source(torch.tensor(sources))[:, None, :]
        x = self.drop(x)
        scores: dict[str, Tensor] = {}
        if self.labels.names:
            scores["names"] = self.names(x)
        if self.labels.deps:
            scores["upos"], scores["feats"] = self.upos(x), self.feats(x)
            heads = torch.cat([self.root.expand(len(words), 1, -1), x], dim=1)
            reach = torch.tensor([len(sentence) for sentence in words])[:, None] >= torch.arange(heads.shape[1])[None]
            arc = self.arc(self.arc_dep(x), self.arc_head(heads))[:, 0]
            scores["arc"] = arc.masked_fill(~reach[:, None, :], -1e4)
            scores["rel_dep"], scores["rel_head"] = self.rel_dep(x), self.rel_head(heads)
        return scores

    def relations(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Label scores of each word for the given heads (0 for the root)."""
        width = scores["rel_head"].shape[-1]
        chosen = scores["rel_head"].gather(1, heads[:, :, None].expand(-1, -1, width))
        left = functional.pad(scores["rel_dep"], (0, 1), value=1.0)
        right = functional.pad(chosen, (0, 1), value=1.0)
        mixed = torch.einsum("bid,ldk->bilk", left, self.rel.get_parameter("weight"))
        return torch.einsum("bilk,bik->bil", mixed, right)

    def loss(self, lessons: Sequence[Lesson]) -> Tensor:
        """Return the sum of the losses of all heads."""
        scores = self([lesson.words for lesson in lessons], [lesson.source for lesson in lessons])
        longest = max(len(lesson.words) for lesson in lessons)

        def answers(name: str) -> Tensor:
            rows = [getattr(lesson, name) or (-1,) * len(lesson.words) for lesson in lessons]
            return torch.tensor([[*row, *[-1] * (longest - len(row))] for row in rows])

        total = torch.zeros(())
        if self.labels.names:
            total = total + _cross(scores["names"], answers("names"))
        if self.labels.deps:
            heads = answers("heads")
            total = total + _cross(scores["upos"], answers("upos")) + 0.5 * _cross(scores["feats"], answers("feats"))
            total = total + _cross(scores["arc"], heads)
            total = total + _cross(self.relations(scores, heads.clamp(min=0)), answers("deps"))
        return total


def _cross(scores: Tensor, answers: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), answers.flatten(), ignore_index=-1)
