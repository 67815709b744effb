"""Corrections: put into effect, undone, and kept when a later reader draws other borders."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from saksi.desk import Desk, Filter
from saksi.errors import DeskError
from saksi.evaluation.gold import Reading
from saksi.exports.gold import write_folder
from saksi.record import Actor, Event, ReaderInfo, Record, Span, Statement
from tests.desk.conftest import DENIAL, records, span

NEWER = ReaderInfo("0.2.0", "id", "m-1.0")


def article() -> str:
    return records()[0].article.text_hash


def again(desk: Desk, record: Record) -> None:
    desk.load([msgspec.structs.replace(record, reader=NEWER)])


def test_what_is_rejected_is_told_to_nobody_and_can_be_brought_back(desk: Desk) -> None:
    before = desk.record(article())
    done = desk.correct(article(), "statement", "s1", "reject", author="rina", note="bukan pernyataan")
    record = desk.record(article())
    assert record.statements == ()
    assert record.events[0].according_to == ()
    assert desk.statements(Filter(stance="denied")) == []
    assert desk.reviewed(article()).marks == {("statement", "s1"): "rejected"}
    desk.undo(done.id, author="budi")
    assert desk.record(article()) == before
    (kept,) = desk.corrections(article())
    assert (kept.author, kept.undone_by, kept.note) == ("rina", "budi", "bukan pernyataan")


def test_an_edit_changes_fields_and_brings_actors(desk: Desk) -> None:
    changes = {"speaker": "Budi Santoso", "stance": "asserted", "content": [[16, 40]]}
    desk.correct(article(), "statement", "s1", "edit", changes, author="rina")
    (said,) = desk.statements(Filter(speaker="Budi Santoso"))
    assert said.text == DENIAL[16:40]
    assert said.stance == "asserted"
    desk.correct(article(), "event", "e1", "edit", {"sources": ["a2"], "status": "negated"}, author="rina")
    (act,) = desk.events(Filter(status="negated"))
    assert [party.code for party in act.sources] == ["PRK"]


def test_corrections_are_kept_when_a_newer_reader_draws_other_borders(desk: Desk) -> None:
    first = records()[0]
    desk.correct(article(), "statement", "s1", "edit", {"speaker": "a1"}, author="rina")
    desk.correct(article(), "event", "e1", "reject", author="rina")
    wider = Statement("s4", "indirect", (span(DENIAL, "membantah mengirim persenjataan ke Korea Utara"),), speaker="a9")
    act = Event("e7", "AID", span(DENIAL, "mengirim persenjataan ke"), ("a7",), ())
    moved = tuple(msgspec.structs.replace(one, id="a7") if one.id == "a1" else one for one in first.actors)
    moved = (*(one for one in moved if one.id != "a3"), Actor("a9", "person", "Rina Lestari"))
    again(desk, msgspec.structs.replace(first, statements=(wider,), events=(act,), actors=moved))
    record = desk.record(article())
    assert [(said.id, record.actor(said.speaker).name) for said in record.statements] == [("s4", "Rusia")]  # type: ignore[union-attr]
    assert record.events == ()


def test_what_a_person_signed_is_put_back_where_a_newer_reader_lost_it(desk: Desk) -> None:
    desk.correct(article(), "statement", "s1", "accept", author="rina")
    at = DENIAL.index("Rusia membantah")
    added = {"trigger": [at, at + 15], "type": "REJECT", "sources": ["a1"]}
    desk.correct(article(), "event", None, "add", added, author="rina")
    again(desk, msgspec.structs.replace(records()[0], statements=(), events=(), actors=()))
    record = desk.record(article())
    (said,) = record.statements
    assert (said.content[0].text, said.stance, said.by) == ("mengirim persenjataan ke Korea Utara", "denied", "person")
    assert record.actor(said.speaker).name == "Rina Lestari"  # type: ignore[union-attr]
    (act,) = record.events
    assert (act.type, act.trigger) == ("REJECT", Span(at, at + 15, "Rusia membantah"))
    assert set(desk.reviewed(article()).marks.values()) == {"accepted", "added"}


def test_decisions_can_be_undone_in_any_order(desk: Desk) -> None:
    before = desk.record(article())
    first = desk.correct(article(), "statement", "s1", "edit", {"stance": "asserted"}, author="rina")
    second = desk.correct(article(), "statement", "s1", "edit", {"form": "mixed"}, author="rina")
    desk.undo(first.id, author="rina")
    (said,) = desk.record(article()).statements
    assert (said.stance, said.form) == ("denied", "mixed")
    desk.undo(second.id, author="rina")
    assert desk.record(article()) == before


@pytest.mark.parametrize(
    ("kind", "target", "action", "changes", "code"),
    [
        ("statement", "s9", "accept", {}, "S644"),
        ("statement", "s1", "edit", {}, "S645"),
        ("statement", "s1", "edit", {"stance": "maybe"}, "S645"),
        ("statement", "s1", "edit", {"content": [[0, 10_000]]}, "S645"),
        ("statement", "s1", "edit", {"content": "x"}, "S645"),
        ("statement", "s1", "edit", {"by": "me"}, "S645"),
        ("statement", "s1", "reject", {"form": "mixed"}, "S645"),
        ("event", "e1", "edit", {"sources": ["", 3]}, "S645"),
        ("event", None, "add", {"type": "AID"}, "S645"),
        ("event", None, "add", {"type": "WAR", "trigger": [0, 5]}, "S645"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    desk: Desk, kind: str, target: str | None, action: str, changes: dict[str, object], code: str
) -> None:
    before = desk.record(article())
    with pytest.raises(DeskError) as caught:
        desk.correct(article(), kind, target, action, changes, author="rina")  # type: ignore[arg-type]
    assert caught.value.code == code
    assert desk.record(article()) == before
    assert desk.corrections() == []


def test_undoing_twice_is_refused(desk: Desk) -> None:
    done = desk.correct(article(), "statement", "s1", "accept", author="rina")
    desk.undo(done.id, author="rina")
    with pytest.raises(DeskError, match="undone already"):
        desk.undo(done.id, author="rina")


def test_corrected_articles_become_gold(desk: Desk, tmp_path: Path) -> None:
    desk.correct(article(), "statement", "s1", "edit", {"stance": "asserted"}, author="rina")
    folder = tmp_path / "gold"
    write_folder(desk.records(Filter(reviewed=True)), folder)
    (path,) = folder.iterdir()
    made = json.loads(path.read_text("utf-8"))
    assert made["statements"][0]["stance"] == "asserted"
    assert made["statements"][0]["speaker"] == "Rina Lestari"
    assert made["events"][0]["sources"] == ["RUS"]
    assert made["events"][0]["according_to"] == "Rina Lestari"
    assert Reading.from_dict(made).statements[0].speaker == "Rina Lestari"
