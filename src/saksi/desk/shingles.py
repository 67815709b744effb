"""Shingles: the runs of four words of a text as numbers, by which copies are told.

Each word is hashed once and remembered; the runs of a whole text are then made of these numbers by a few operations of
numpy, which takes a hundredth of the time that hashing each run as a string does. The numbers are the same in every
process and on every machine: they are kept in the desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from saksi.desk.words import folded

Shingles = npt.NDArray[np.uint32]
_SIZE: Final = 4  # words of a shingle
_EVERY: Final = 8  # a power of two
_LEAST: Final = 24  # shingles of an article that can be told to be a copy
_MOST: Final = 400_000  # words that are kept with their numbers
_FACTOR, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_HALF: Final = np.uint64(32)


class _Numbers(dict[str, bytes]):
    """The number of each word that was asked for, eight bytes; forgotten all at once when there are too many."""

    def __missing__(self, word: str) -> bytes:
        if len(self) > _MOST:
            self.clear()
        plain = folded(word).encode("utf-8", "surrogatepass")
        found = self[word] = blake2b(plain, digest_size=8).digest()
        return found


_NUMBERS: Final = _Numbers()


def shingles(words: Sequence[str]) -> Shingles:
    """The numbers of all runs of four words, each once and in order; capitals and accents apart."""
    runs = len(words) - _SIZE + 1
    if runs < 1:
        return np.empty(0, np.uint32)
    each = np.frombuffer(b"".join(map(_NUMBERS.__getitem__, words)), "<u8")
    made = each[:runs].astype(np.uint64)
    for n in range(1, _SIZE):  # the order of the words matters, and numbers run over as they may
        made *= _FACTOR
        made += each[n : n + runs]
    made ^= made >> _HALF
    made *= _MIX
    numbers = (made >> _HALF).astype(np.uint32)
    numbers.sort()
    first = np.ones(runs, np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return numbers[first]


def sampled(numbers: Shingles) -> Shingles:
    """Those of the numbers that are kept in the desk: an eighth, the same of every text (Broder 1997)."""
    kept: Shingles = numbers[numbers & np.uint32(_EVERY - 1) == 0]
    return kept


def share(first: Shingles, second: Shingles) -> float:
    """How much of the shorter of two texts stands in the other, from 0 to 1."""
    least = min(len(first), len(second))
    if least < _LEAST:
        return 0.0
    both = np.concatenate((first, second))
    both.sort()
    return int(np.count_nonzero(both[1:] == both[:-1])) / least
