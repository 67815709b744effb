"""Where in a picture of circles there is room for a name: beside its circle, over no other circle and no other name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

Box = tuple[float, float, float, float]  # left, top, right, bottom
Place = tuple[float, float, str]  # where the words begin, end or have their middle, on their line, and which of these
_TALL: Final = 14.0  # height of a line of words
_GAP: Final = 3.0


class Room:
    """What is taken of a picture: by circles (x, y, radius), and by names as they are placed."""

    def __init__(self, circles: Sequence[tuple[float, float, float]], width: float, height: float) -> None:
        self.width, self.height = width, height
        self._circles = [(x - r, y - r, x + r, y + r) for x, y, r in circles]
        self._words: list[Box] = []

    def for_words(self, x: float, y: float, radius: float, wide: float) -> Place | None:
        """The first free place beside a circle, which is taken then: right, left, below, above; null: there is none."""
        own = (x - radius, y - radius, x + radius, y + radius)
        for place, box in _places(x, y, radius, wide):
            within = box[0] >= 0 and box[1] >= 0 and box[2] <= self.width and box[3] <= self.height
            if within and not any(_meet(box, one) for one in self._words + [c for c in self._circles if c != own]):
                self._words.append(box)
                return place
        return None


def _places(x: float, y: float, radius: float, wide: float) -> Iterator[tuple[Place, Box]]:
    half, away = _TALL / 2, radius + _GAP
    yield (x + away, y + 4, "start"), (x + away, y - half, x + away + wide, y + half)
    yield (x - away, y + 4, "end"), (x - away - wide, y - half, x - away, y + half)
    for sign, line in ((1, _TALL - 3), (-1, -3)):
        edge = y + sign * away
        top = edge if sign > 0 else edge - _TALL
        yield (x, edge + line, "middle"), (x - wide / 2, top, x + wide / 2, top + _TALL)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
