"""What hits are counted by is what the tables hold, whatever was loaded, read anew or corrected."""

from __future__ import annotations

from collections import Counter

import msgspec
from sqlalchemy import select, text

from saksi.desk import Desk, Filter, schema
from saksi.desk.load import load_batch
from saksi.desk.spreads import FACETS
from saksi.record import ReaderInfo

from .conftest import records


def counted(desk: Desk) -> dict[str, dict[str, int]]:
    """The facets of all articles, by their tables."""
    a, actors, said, acts = schema.articles, schema.actors, schema.statements, schema.events
    spoken = (said.c.article == actors.c.article) & (said.c.speaker == actors.c.id)
    with desk.store.reading() as connection:
        asked = (
            ("outlet", select(a.c.outlet)), ("language", select(a.c.reader_language)), ("month", select(a.c.day)),
            ("type", select(acts.c.type)), ("status", select(acts.c.status)),
            ("speaker", select(actors.c.name).join(said, spoken)),
        )  # fmt: skip
        found = {name: Counter(connection.execute(query).scalars()) for name, query in asked}
    found["month"] = Counter(one[:7] for one in found["month"].elements())
    return {name: dict(values) for name, values in found.items()}


def spread(desk: Desk) -> dict[str, dict[str, int]]:
    return {name: dict(values) for name, values in desk.search("").facets.items()}


def test_hits_are_counted_by_what_the_tables_hold(desk: Desk) -> None:
    assert tuple(desk.search("").facets) == FACETS
    assert spread(desk) == counted(desk)
    desk.correct(_id(desk), "event", "e1", "edit", {"type": "ACCUSE"}, author="rina")
    assert spread(desk)["type"] == {"ACCUSE": 2, "MOBILIZE": 1}
    assert spread(desk) == counted(desk)
    first = msgspec.structs.replace(records()[1], events=(), reader=ReaderInfo("0.2.0", "id", "m-1.0"))
    assert load_batch(desk.store, [first]).replaced == 1
    assert spread(desk) == counted(desk)
    assert desk.search("", Filter(outlet="Harian Dua")).facets["status"] == ()
    assert desk.search("senjata", spread=False).facets == {}


def test_a_load_leaves_every_reference_whole(desk: Desk) -> None:
    if desk.store.is_sqlite:
        with desk.store.reading() as connection:
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def _id(desk: Desk) -> str:
    return next(hit.id for hit in desk.search("membantah").hits)
