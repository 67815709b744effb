"""The best tree over the words of a sentence (Chu and Liu, Edmonds), with exactly one root."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]


def spanning_tree(scores: Scores) -> Heads:
    """Heads of words 1..n from an n x (n+1) table; column 0 is the root, which governs one word."""
    size = len(scores)
    full = np.full((size + 1, size + 1), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads = _tree(full)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        candidates = []
        for root in roots:
            single = full.copy()
            single[1:, 0] = -1e9
            single[root, 0] = full[root, 0]
            tree = _tree(single)
            candidates.append((float(single[np.arange(1, size + 1), tree[1:]].sum()), tree))
        heads = max(candidates, key=lambda pair: pair[0])[1]
    return heads[1:]


def _tree(scores: Scores) -> Heads:
    """Return the heads of all nodes; node 0 is the root and its own head does not matter."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([node for node in range(len(scores)) if node not in set(cycle)])
    size = len(outside)
    held = scores[inside, heads[inside]]
    small = np.full((size + 1, size + 1), -1e9)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(inside, outside)] - held[:, None]  # entering the cycle frees one of its arcs
    entry = into.argmax(axis=0)
    small[size, :size] = into.max(axis=0)
    leave = scores[np.ix_(outside, inside)]
    exit_ = leave.argmax(axis=1)
    small[:size, size] = leave.max(axis=1)
    small[0] = -1e9
    contracted = _tree(small)
    for number in range(1, size):
        head = contracted[number]
        heads[outside[number]] = inside[exit_[number]] if head == size else outside[head]
    broken = inside[entry[contracted[size]]]
    heads[broken] = outside[contracted[size]]
    return heads


def _cycle(heads: Heads) -> list[int]:
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        node = start
        while node and state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if node and state[node] == start:
            cycle = [node]
            while int(heads[cycle[-1]]) != node:
                cycle.append(int(heads[cycle[-1]]))
            return cycle
    return []
