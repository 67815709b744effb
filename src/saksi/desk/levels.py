"""The level of relations: the value of an act from conflict to cooperation, and where the level changes for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from statistics import fmean
from typing import Final

import msgspec

from saksi.errors import OptionError

_LEAST: Final = 8  # periods: a shorter line has no usual level to shift from
_PENALTY: Final = 3.0  # of the change-point search: more finds fewer shifts


class Shift(msgspec.Struct, frozen=True):
    """A lasting change of the level: from which period on, and the mean intensity before and after."""

    start: str
    before: float
    after: float


@cache
def goldstein() -> dict[str, float]:
    """The value of each PLOVER type, from -10 (conflict) to 10 (cooperation).

    The values of CAMEO's root codes on the scale of Goldstein (1992) as CAMEO's authors carry it over (Schrodt 2012);
    where a type takes in several roots, their mean. The table is data, ``goldstein.tsv``.
    """
    lines = resources.files("saksi.desk").joinpath("goldstein.tsv").read_text("utf-8").splitlines()[1:]
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


def shifts(levels: Sequence[tuple[str, float | None]], usual: float | None) -> tuple[Shift, ...]:
    """Where the level changes for good, by the PELT search for change points (ruptures).

    ``levels`` are those of the periods, with the day on which each begins; the ``usual`` one stands in for none.

    Raises:
        OptionError: ruptures is not installed.
    """
    if len(levels) < _LEAST or usual is None:
        return ()
    try:
        import numpy as np
        import ruptures
    except ImportError as error:
        raise OptionError("shifts need the package ruptures", hint="pip install 'saksi[timelines]'") from error
    values = [level if level is not None else usual for _, level in levels]
    signal = np.array(values).reshape(-1, 1)
    spread = float(signal.std()) or 1.0
    ends = ruptures.Pelt(model="l2", min_size=2, jump=1).fit(signal / spread).predict(pen=_PENALTY)
    borders = [0, *ends]
    found = []
    for before, at, after in zip(borders, borders[1:], borders[2:], strict=False):
        found.append(Shift(levels[at][0], round(fmean(values[before:at]), 2), round(fmean(values[at:after]), 2)))
    return tuple(found)
