from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.wire_copies import measure, rewritten
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from saksi.desk import Desk, Filter, open_desk, schema
from saksi.desk.levels import goldstein
from saksi.desk.shingles import share, shingles
from saksi.desk.words import WORD, words_of
from saksi.plover import TYPES
from saksi.record import Actor, Article, Event, Period, ReaderInfo, Record, Span, Statement, Status

GOLD = Path(__file__).parents[2] / "gold/id"
READER = ReaderInfo("0.1.0", "id", "m-1.0")


def told(day: str, status: Status, kind: str = "AID", *, speaker: str | None = None, n: int = 0) -> Record:
    """An article with one event: arms from North Korea to Russia, as somebody tells of it."""
    text = f"Berita {n} {day} {status} {kind}: Korea Utara mengirim senjata ke Rusia."
    at = text.index("mengirim")
    actors: tuple[Actor, ...] = (
        Actor("a1", "state", "Korea Utara", "PRK", "PRK"),
        Actor("a2", "state", "Rusia", "RUS", "RUS"),
    )
    said: tuple[Statement, ...] = ()
    if speaker:
        actors = (*actors, Actor("a3", "person", speaker))
        said = (Statement("s1", "indirect", (Span.of(text, at, len(text) - 1),), speaker="a3"),)
    event = Event(
        "e1", kind, Span.of(text, at, at + 8), ("a1",), ("a2",), status, ("s1",) if speaker else (),
        Period(day, day, None, "stated"),
    )  # fmt: skip
    article = Article(text=text, outlet="Harian", published=day)
    return Record(article=article, actors=actors, statements=said, events=(event,), reader=READER)


@pytest.fixture
def dispute(place: str) -> Iterator[Desk]:
    with open_desk(place, create=True) as desk:
        desk.load(
            [
                told("2023-09-11", "alleged", speaker="Alan Reed"),
                told("2023-09-13", "denied", speaker="Rina Lestari", n=1),
                told("2023-09-14", "possible", speaker="Dewi Anjani", n=2),
                told("2023-12-01", "occurred", n=3),
                told("2023-09-13", "occurred", "CONSULT", n=4),
            ]
        )
        yield desk


def test_the_ledger_shows_who_says_what_of_one_act(dispute: Desk) -> None:
    (claim,) = dispute.ledger(contested=True)
    assert (claim.type, claim.sources, claim.targets) == ("AID", ("PRK",), ("RUS",))
    assert [(one.who, one.stand) for one in claim.tellings] == [
        ("Alan Reed", "alleges"),
        ("Rina Lestari", "denies"),
        ("Dewi Anjani", "thinks possible"),
    ]
    assert (claim.first_day, claim.last_day, claim.reports) == ("2023-09-11", "2023-09-14", 3)
    assert [one.contested for one in dispute.ledger()] == [True, False, False]
    assert len(dispute.ledger(Filter(type="AID"), window=100)) == 1


def test_ten_copies_of_one_dispatch_are_one_report(place: str) -> None:
    rng = random.Random(5)  # noqa: S311 - a test
    paragraphs = [" ".join(rng.choice(_WORDS) for _ in range(40)) for _ in range(8)]
    text = "Korea Utara mengirim senjata ke Rusia.\n" + "\n".join(paragraphs)
    desk = open_desk(place, create=True)
    for n in range(4):
        body = text if not n else rewritten(text, rng)
        at = body.index("mengirim")
        actors = (Actor("a1", "state", "Korea Utara", "PRK", "PRK"), Actor("a2", "state", "Rusia", "RUS", "RUS"))
        event = Event("e1", "AID", Span.of(body, at, at + 8), ("a1",), ("a2",), date=Period("2023-09-11"))
        article = Article(text=body, outlet=None, published=f"2023-09-1{n}")
        desk.load([Record(article=article, actors=actors, events=(event,), reader=READER)])
    (claim,) = desk.ledger()
    assert (len(claim.tellings), claim.reports) == (4, 1)
    desk.close()


_STARTS = ("ka", "ti", "su", "mo", "ra", "le", "bu", "ni")
_WORDS = [start + end for start in _STARTS for end in ("ra", "kan", "ti", "man", "lu", "sa", "pe")]


def test_copies_of_the_gold_articles_are_told() -> None:
    precision, recall, pairs = measure([GOLD], copies=1)
    assert precision >= 0.98
    assert recall >= 0.95
    assert pairs >= 20


def test_short_texts_are_no_copies() -> None:
    words = ["satu", "dua", "tiga", "empat", "lima"]
    assert share(shingles(words), shingles(words)) == 0
    assert len(shingles(words[:3])) == 0


def test_how_much_of_a_text_stands_in_another_is_told_exactly() -> None:
    words = [f"kata{n}" for n in range(103)]
    assert share(shingles(words), shingles([*words[:53], "lain", *words[53:]])) == 0.97
    assert share(shingles(words), shingles([word.upper() for word in words[50:]])) == 1.0
    assert share(shingles(words), shingles(words[::-1])) == 0.0


@given(text=st.text())
def test_words_are_those_that_the_pattern_finds(text: str) -> None:
    assert words_of(text) == WORD.findall(text)


def test_a_dispatch_that_a_hundred_houses_print_is_known_to_each(place: str) -> None:
    rng = random.Random(9)  # noqa: S311 - a test
    text = "\n".join(" ".join(rng.choice(_WORDS) for _ in range(40)) for _ in range(8))
    with open_desk(place, create=True) as desk:
        for start in (0, 50):
            heads = [f"Kota {n}, Harian {n} - " for n in range(start, start + 50)]
            desk.load([Record(article=Article(text=head + text), reader=READER) for head in heads])
        with desk.store.reading() as connection:
            copies = connection.execute(select(schema.wire_copies)).all()
            kept = (
                connection.execute(select(func.count()).select_from(schema.prints).group_by(schema.prints.c.hash))
                .scalars()
                .all()
            )
    assert {row.copy_of for row in copies} == {1}
    assert len(copies) == 99
    assert max(kept) < 10


def test_a_timeline_has_no_gaps_and_finds_a_lasting_shift(place: str) -> None:
    with open_desk(place, create=True) as desk:
        kinds = ["COOPERATE"] * 6 + ["ASSAULT"] * 6
        desk.load([told(f"2023-{n + 1:02}-05", "occurred", kind, n=n) for n, kind in enumerate(kinds) if n != 3])
        line = desk.timeline("RUS", "Korea Utara")
        assert [step.start for step in line.steps] == [f"2023-{n:02}-01" for n in range(1, 13)]
        assert line.steps[3].intensity is None
        assert line.steps[0].counts["material-cooperation"] == 1
        (shift,) = line.shifts
        assert shift.start == "2023-07-01"
        assert shift.before > 0 > shift.after
        assert len(desk.timeline("RUS", "PRK", Filter(since="2023-07"), by="week").events) == 6
        assert desk.timeline("USA", "PRK").steps == ()


def test_every_type_has_a_goldstein_value() -> None:
    assert goldstein().keys() == TYPES.keys()
    assert all(value < 0 for name, value in goldstein().items() if "conflict" in TYPES[name].quad)


def test_charts_are_drawn_offline(dispute: Desk) -> None:
    pytest.importorskip("altair", reason="charts are optional")
    pytest.importorskip("vl_convert", reason="charts are optional")
    from saksi.desk.charts import draw

    line = dispute.timeline("RUS", "PRK")
    assert b"<svg" in draw(line, "svg")
    assert draw(line, "png").startswith(b"\x89PNG")
