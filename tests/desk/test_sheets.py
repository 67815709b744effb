"""The sheets of a desk hold what its tables do, whatever was loaded, read anew, corrected or decided."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import text

from saksi.desk import Desk, Filter
from saksi.desk.acts import acts, tellers
from saksi.desk.deeds import acts_told
from saksi.desk.load import load_batch
from saksi.desk.migrations import m0009_sheets
from saksi.desk.network import network
from saksi.record import ReaderInfo

from .conftest import records

FILTERS = [
    Filter(),
    Filter(since="2023-09"),
    Filter(until="2023-09-14"),
    Filter(since="2023-09-14", until="2023-09-14"),
    Filter(status="denied"),
    Filter(type="ACCUSE"),
    Filter(quad="verbal-conflict"),
    Filter(outlet="harian satu", language="id"),
    Filter(reviewed=True),
    Filter(newest=1),
    Filter(actors=("RUS",)),
]


def same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the sheets tell is what the tables do."""
    for wanted in FILTERS:
        with desk.store.reading() as connection:
            found = acts_told(connection, wanted), network(connection, wanted)
            with monkeypatch.context() as patched:
                patched.setattr("saksi.desk.filter.INDEXED", frozenset())  # as of a run, which has no sheets
                told = acts(connection, wanted), tellers(connection, wanted)
                assert found == (told, network(connection, wanted)), wanted


def test_they_hold_what_the_tables_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.store.reading() as connection:
        assert len(acts_told(connection, Filter())[0]) == 3
        assert acts_told(connection, Filter())[1]
    same(desk, monkeypatch)
    first = records()[0].article.text_hash
    rejected = desk.correct(first, "event", "e1", "reject", author="rina")
    same(desk, monkeypatch)
    with desk.store.reading() as connection:
        assert len(acts_told(connection, Filter())[0]) == 2
    desk.undo(rejected.id, author="rina")
    desk.correct(first, "event", "e1", "edit", {"type": "ACCUSE", "targets": []}, author="rina")
    same(desk, monkeypatch)
    again = [msgspec.structs.replace(one, reader=ReaderInfo("9.0.0", "id", "m-1.0")) for one in records()]
    again[1] = msgspec.structs.replace(again[1], events=())
    assert load_batch(desk.store, again).replaced == 3
    same(desk, monkeypatch)


def test_they_follow_who_is_who(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = desk.voices("Rusia")[0], desk.voices("Jepang")[0]
    merged = desk.merge(one.id, other.id, author="rina")
    same(desk, monkeypatch)
    desk.undo_decision(merged.id, author="rina")
    name = desk.voices(f"@{one.id}")[0].names[0]
    split = desk.split(records()[0].article.text_hash, name, author="rina")
    same(desk, monkeypatch)
    desk.undo_decision(split.id, author="rina")
    same(desk, monkeypatch)


def test_a_desk_of_before_gets_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.store.reading() as connection:
        before = acts_told(connection, Filter())
    with desk.store.writing() as connection:
        connection.execute(text("DELETE FROM sheets"))
        m0009_sheets.fill(connection)
    same(desk, monkeypatch)
    with desk.store.reading() as connection:
        assert acts_told(connection, Filter()) == before
