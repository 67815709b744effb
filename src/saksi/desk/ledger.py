"""The ledger: what is told of one act by everyone who tells of it, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import Connection

from saksi.desk.acts import Act, Ref
from saksi.desk.claims import STANDS, Claim, Sketch, Telling, is_contested
from saksi.desk.copies import originals as kept_originals
from saksi.desk.deeds import Told, acts_told
from saksi.desk.done import events_of
from saksi.desk.filter import Filter
from saksi.desk.grouping import grouped
from saksi.desk.told import Done

WINDOW: Final = 7  # days between two tellings of one act
Originals = Callable[[Connection, Sequence[int]], dict[int, int]]


def ledger(
    connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW,
    originals: Originals = kept_originals,
) -> list[Claim]:  # fmt: skip
    """The claims of a filter, those with the most independent reports first; ``contested``: those in dispute only.

    ``originals`` tells which articles are copies of which.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    return written(connection, sketched(connection, wanted, contested=contested, window=window, originals=originals))


def sketched(
    connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW,
    originals: Originals = kept_originals,
) -> list[Sketch]:  # fmt: skip
    """The same claims in the same order, without their words: a desk has many, and a page shows few.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    found, told = acts_told(connection, wanted)
    marked = [(group, is_contested(act.status for act in group)) for group in grouped(found, window)]
    kept = [(group, disputed) for group, disputed in marked if disputed or not contested]
    # Of all of them: what a claim is copied from may be no part of a claim in dispute.
    copies = originals(connection, sorted({act.article for act in found}))
    sketches = [_sketch(group, disputed, told, copies) for group, disputed in kept]
    return sorted(sketches, key=lambda sketch: sketch.rank)


def page(
    connection: Connection, wanted: Filter, *, contested: bool = False, window: int = WINDOW, limit: int,
    offset: int = 0, tellings: int | None = None, originals: Originals = kept_originals,
) -> tuple[list[Claim], int]:  # fmt: skip
    """A part of the ledger of a filter, at most so many ``tellings`` of each claim, and how many claims there are.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    sketches = sketched(connection, wanted, contested=contested, window=window, originals=originals)
    return written(connection, sketches[offset : offset + limit], tellings), len(sketches)


def written(connection: Connection, sketches: Sequence[Sketch], tellings: int | None = None) -> list[Claim]:
    """Claims with their words."""
    shown = [sketch.shown(tellings) for sketch in sketches]
    acts_shown = [sketch.acts[n] for sketch, some in zip(sketches, shown, strict=True) for n in some]
    words = events_of(connection, [(act.article, act.id) for act in acts_shown])
    return [_claim(sketch, some, words) for sketch, some in zip(sketches, shown, strict=True)]


def _sketch(group: list[Act], contested: bool, told: Told, copies: dict[int, int]) -> Sketch:
    names, own = [], []
    known: set[tuple[int, str]] = set()
    for act in group:
        root = copies.get(act.article, act.article)
        who = " ← ".join(reversed(told.get((act.article, act.id), ()))) or act.outlet or "the article"
        own.append(root == act.article or (root, who) not in known)
        known.add((root, who))
        names.append(who)
    return Sketch(tuple(group), tuple(names), tuple(own), contested)


def _claim(sketch: Sketch, shown: Sequence[int], words: dict[Ref, Done]) -> Claim:
    group = sketch.acts
    days = [act.day for act in group if act.day]
    return Claim(
        group[0].type,
        tuple(sorted({name for act in group for name in act.sources})),
        tuple(sorted({name for act in group for name in act.targets})),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(
            Telling(sketch.who[n], STANDS[group[n].status], words[group[n].article, group[n].id], sketch.independent[n])
            for n in shown
        ),
        sketch.contested,
        sketch.reports,
        len(group),
    )
