"""A run answers as a desk does that has loaded the same articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksi.desk import Desk, Filter
from saksi.desk.parquet import RunDesk
from saksi.errors import DeskError

from .conftest import Both

FILTERS = [
    Filter(),
    Filter(actors=("Venezuela",)),
    Filter(actors=("GUY", "VEN")),
    Filter(actors=("VEN",), type="ACCUSE"),
    Filter(speaker="GUY"),
    Filter(speaker="Ramdass", stance="asserted"),
    Filter(speaker="@3"),
    Filter(actors=("@1",)),
    Filter(status="denied"),
    Filter(quad="material-conflict", language="en"),
    Filter(outlet="KOMPAS.com"),
    Filter(since="2026-10-06", until="2026-10"),
    Filter(form="direct", language="id"),
    Filter(reviewed=True),
    Filter(newest=20),
]
WORDS = [
    "", "senjata", "drone border", '"foreign minister"', "menteri -presiden", "-kapal", '-"foreign minister"', "the",
    "kapal laut", "Guyana Venezuela border", '"laut merah"', "tidakadakataitu", "yang di", "- \" *", "accuse accused",
]  # fmt: skip


def test_a_run_is_opened_as_one_and_counts_the_same(both: Both) -> None:
    assert isinstance(both.run, RunDesk)
    assert not isinstance(both.desk, RunDesk)
    counts = both.run.counts()
    assert counts == both.desk.counts()
    assert counts["articles"] > 60
    assert both.run.newest() == both.desk.newest() == counts["articles"]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
@pytest.mark.parametrize(
    "ask",
    [Desk.statements, Desk.events, Desk.ledger, Desk.most_quoted, Desk.network],
    ids=lambda ask: str(ask.__name__),
)
def test_filters(both: Both, ask: Callable[[Desk, Filter], object], wanted: Filter) -> None:
    name = ask.__name__
    assert getattr(both.run, name)(wanted) == getattr(both.desk, name)(wanted)


@pytest.mark.parametrize("by", ["rank", "date"])
@pytest.mark.parametrize("words", WORDS)
def test_words(both: Both, words: str, by: str) -> None:
    assert both.run.search(words, by=by) == both.desk.search(words, by=by)
    for wanted in FILTERS[1::6]:
        assert both.run.search(words, wanted, by=by, limit=5, offset=1) == both.desk.search(
            words, wanted, by=by, limit=5, offset=1
        )


def test_the_words_find_something(both: Both) -> None:
    assert both.run.search("drone border").total > 3
    assert both.run.search('"foreign minister"').total > 3


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_words_of_the_articles_themselves(both: Both, data: st.DataObject) -> None:
    text = both.desk.record(both.desk.search("").hits[data.draw(st.integers(0, 19))].id).article.text.split()
    start, length = data.draw(st.integers(0, len(text) - 1)), data.draw(st.integers(1, 4))
    phrase = " ".join(text[start : start + length]).replace('"', "")
    line = data.draw(st.sampled_from([f'"{phrase}"', phrase, f"{phrase} -{text[0]}"]))
    assert both.run.search(line) == both.desk.search(line)


@pytest.mark.parametrize(("one", "other"), [("GUY", "VEN"), ("Rusia", "USA"), ("@1", "@2"), ("Fiji", "GUY")])
@pytest.mark.parametrize("by", ["day", "week", "month"])
def test_timelines(both: Both, one: str, other: str, by: str) -> None:
    line = both.run.timeline(one, other, by=by)  # type: ignore[arg-type]
    assert line == both.desk.timeline(one, other, by=by)  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_parts_of_lists(both: Both, wanted: Filter) -> None:
    asks: list[Callable[[Desk], object]] = [
        lambda desk: desk.claims(wanted, limit=7, offset=2, tellings=3),
        lambda desk: desk.claims(wanted, contested=True, window=2, limit=5),
        lambda desk: desk.articles(wanted, limit=9, offset=1),
        lambda desk: desk.events(wanted, limit=9, offset=1),
        lambda desk: desk.timeline("GUY", "VEN", wanted, by="week", shown=4),
    ]
    for ask in asks:
        assert ask(both.run) == ask(both.desk)


def test_the_last_day_and_the_id_of_an_article(both: Both) -> None:
    assert both.run.last_day() == both.desk.last_day()
    for hit in both.desk.articles(limit=5):
        assert both.run.known_as(hit.id) == hit.id
    assert both.run.store.changes() == 0


def test_something_is_told_of_all_that_is_compared(both: Both) -> None:
    claims = both.run.ledger()
    assert any(not one.independent for claim in claims for one in claim.tellings)
    assert any(claim.contested for claim in claims)
    assert both.run.timeline("GUY", "VEN", by="day").steps
    assert both.run.most_quoted()[0].statements > 3
    assert both.run.network().edges
    assert {"first", "code", "name"} <= {why for one in both.run.voices("a") for why in one.joined}


def test_voices_and_frames(both: Both) -> None:
    for name in ("Venezuela", "ram", "@5"):
        assert both.run.voices(name) == both.desk.voices(name)
    assert both.run.to_arrow("events").equals(both.desk.to_arrow("events"))
    assert both.run.to_arrow("statements").equals(both.desk.to_arrow("statements"))


def test_nobody_of_that_name(both: Both) -> None:
    for desk in (both.run, both.desk):
        with pytest.raises(DeskError, match="S640"):
            desk.search("", Filter(speaker="Nobody At All"))
