"""The four colours of events differ for colour-blind eyes too, and stand out from the paper, by day and by night."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations

import pytest

from saksi.plover import QUADS

Colour = tuple[float, float, float]
# What is left of linear red, green and blue in full protanopia, deuteranopia and tritanopia (Machado et al. 2009).
EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def colours(theme: str) -> dict[str, Colour]:
    css = (files("saksi.exports") / "assets" / theme).read_text("utf-8")
    found = re.findall(r"--([a-z-]+):#(\w\w)(\w\w)(\w\w);", css)
    return {name: tuple(_linear(int(part, 16) / 255) for part in parts) for name, *parts in found}  # type: ignore[misc]


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _times(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    return tuple(min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix)  # type: ignore[return-value]


def _lab(colour: Colour) -> Colour:
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116
        for v in (a / b for a, b in zip(_times(TO_XYZ, colour), (0.9505, 1.0, 1.089), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", ["record.css", "page.css"])
@pytest.mark.parametrize("eyes", EYES)
def test_the_four_colours_differ(theme: str, eyes: str) -> None:
    seen = {quad: _lab(_times(EYES[eyes], colours(theme)[quad])) for quad in QUADS}
    for a, b in combinations(QUADS, 2):
        distance = sum((x - y) ** 2 for x, y in zip(seen[a], seen[b], strict=True)) ** 0.5
        assert distance > 20, f"{a} and {b}: {distance:.1f}"


@pytest.mark.parametrize("theme", ["record.css", "page.css"])
@pytest.mark.parametrize("ground", ["paper", "direct-wash", "indirect-wash", "mixed-wash"])
def test_they_stand_out_from_what_they_lie_on(theme: str, ground: str) -> None:
    known = colours(theme)
    light = {name: _times(TO_XYZ, colour)[1] for name, colour in known.items()}
    for quad in QUADS:
        high, low = sorted((light[quad], light[ground]), reverse=True)
        # Badges are small text on paper; on a wash there is only the line.
        assert (high + 0.05) / (low + 0.05) >= (4.5 if ground == "paper" else 3), f"{quad} on {ground}"
