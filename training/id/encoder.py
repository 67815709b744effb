"""The encoder of multilingual-e5-small as a torch module that reads words and answers one vector a word."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.id.e5 import E5


class Layer(nn.Module):
    """One transformer layer, normalised after each sum as in BERT."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, epsilon), nn.LayerNorm(width, epsilon)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attend, then transform each position."""
        batch, length, width = x.shape
        q, k, v = (part(x).view(batch, length, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.aln(x + self.drop(self.ao(attended.transpose(1, 2).reshape(batch, length, width))))
        result: Tensor = self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))
        return result


class Encoder(nn.Module):
    """Words to vectors by the lower ``depth`` layers; of these the lowest ``frozen`` and the embeddings do not learn.

    The uppermost layers serve sentence similarity; syntax and names are read below them, at two thirds of the cost.
    """

    def __init__(self, e5: E5, depth: int = 8, frozen: int = 2) -> None:
        super().__init__()
        self.e5, self.width = e5, e5.width
        self.pieces = torch.from_numpy(e5.tensor("emb.word", -1, e5.width))
        self.place = torch.from_numpy(e5.tensor("emb.pos", -1, e5.width))
        self.kind = torch.from_numpy(e5.tensor("emb.type", -1, e5.width))
        self.norm = nn.LayerNorm(e5.width, e5.epsilon)
        self._fill(self.norm, "emb.ln")
        self.layers = nn.ModuleList()
        for number in range(depth):
            layer = Layer(e5.width, e5.inner, e5.attention, e5.epsilon)
            for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                self._fill(getattr(layer, name), f"l{number}.{name}")
            layer.requires_grad_(number >= frozen)
            self.layers.append(layer)
        self.norm.requires_grad_(False)
        self.drop = nn.Dropout(0.1)

    def _fill(self, module: nn.Linear | nn.LayerNorm, name: str) -> None:
        module.weight.data = torch.from_numpy(self.e5.tensor(f"{name}.w", *module.weight.shape))
        module.bias.data = torch.from_numpy(self.e5.tensor(f"{name}.b", -1))

    def forward(self, sentences: Sequence[Sequence[str]]) -> Tensor:
        """Return a tensor of sentences x words x width; words beyond the encoder's reach get zeros."""
        rows, owners = [], []
        longest = max(map(len, sentences))
        for number, words in enumerate(sentences):
            ids, owner = [self.e5.start], [-1]
            for index, word in enumerate(words):
                for piece in self.e5.split(word)[:12]:
                    ids.append(piece)
                    owner.append(number * longest + index)
            rows.append([*ids[: self.e5.positions - 1], self.e5.end])
            owners.append([*owner[: self.e5.positions - 1], -1])
        length = max(map(len, rows))
        ids_ = torch.tensor([row + [self.e5.pad] * (length - len(row)) for row in rows])
        owner_ = torch.tensor([row + [-1] * (length - len(row)) for row in owners])
        x = self.pieces[ids_] + self.place[:length] + self.kind[0]
        x = self.drop(self.norm(x))
        mask = (ids_ != self.e5.pad)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        chosen = owner_ >= 0
        total = x.new_zeros(len(sentences) * longest, self.width).index_add(0, owner_[chosen], x[chosen])
        count = torch.bincount(owner_[chosen], minlength=len(sentences) * longest).clamp(min=1)
        mean: Tensor = total / count[:, None]
        return mean.view(len(sentences), longest, self.width)
