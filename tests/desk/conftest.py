"""A small desk of invented articles, and one of the project's own gold articles as records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from saksi.desk import Desk, open_desk
from saksi.record import Actor, Article, Event, Mention, Period, Place, ReaderInfo, Record, Span, Statement

DENIAL = "Rusia membantah mengirim persenjataan ke Korea Utara, kata Rina Lestari di Moskow, Kamis."
CHARGE = "Amerika Serikat menuduh Rusia membeli senjata. “Kami punya bukti,” kata Alan Reed."
PLAIN = "Jepang dan Filipina menggelar latihan bersama di Subic."
READER = ReaderInfo("0.1.0", "id", "m-1.0")


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def mention(text: str, words: str) -> Mention:
    at = text.index(words)
    return Mention(at, at + len(words), words, "name")


def records() -> list[Record]:
    """Three records: a denial, a charge, and an exercise that nobody is quoted on."""
    denial = Record(
        article=Article(
            text=DENIAL, id="d1", title="Moskow Membantah", outlet="Harian Satu", published="2023-09-14",
            url="https://satu.example/1", language="id", links=("Baca juga",), notes=("n",),
        ),
        actors=(
            Actor("a1", "state", "Rusia", "RUS", "RUS", mentions=(mention(DENIAL, "Rusia"),)),
            Actor("a2", "state", "Korea Utara", "PRK", "PRK", mentions=(mention(DENIAL, "Korea Utara"),)),
            Actor(
                "a3", "person", "Rina Lestari", None, "RUS", "juru bicara", "Kremlin", "Q1",
                (mention(DENIAL, "Rina Lestari"),),
            ),
        ),
        statements=(
            Statement("s1", "indirect", (span(DENIAL, "mengirim persenjataan ke Korea Utara"),), span(DENIAL, "kata"),
                      span(DENIAL, "Rina Lestari"), "a3", "Kremlin", "denied", by="rule", confidence=0.9),
        ),
        events=(
            Event("e1", "AID", span(DENIAL, "mengirim persenjataan"), ("a1",), ("a2",), "denied", ("s1",),
                  Period("2023-09-14", "2023-09-14", span(DENIAL, "Kamis"), "relative"),
                  Place(DENIAL.index("Moskow"), DENIAL.index("Moskow") + 6, "Moskow", "RUS"), "judge", 0.7),
        ),
        reader=READER,
    )  # fmt: skip
    charge = Record(
        article=Article(text=CHARGE, title="Washington Menuduh", outlet="Harian Dua", published="2023-09-10"),
        actors=(
            Actor("a1", "state", "Amerika Serikat", "USA", "USA", mentions=(mention(CHARGE, "Amerika Serikat"),)),
            Actor("a2", "state", "Rusia", "RUS", "RUS", mentions=(mention(CHARGE, "Rusia"),)),
            Actor("a3", "person", "Alan Reed", None, "USA", mentions=(mention(CHARGE, "Alan Reed"),)),
        ),
        statements=(Statement("s1", "direct", (span(CHARGE, "Kami punya bukti"),), span(CHARGE, "kata"), None, "a3"),),
        events=(Event("e1", "ACCUSE", span(CHARGE, "menuduh"), ("a1",), ("a2",)),),
        reader=READER,
    )
    plain = Record(
        article=Article(text=PLAIN, outlet="Harian Satu", published="2023-10-01T08:00:00+07:00"),
        actors=(
            Actor("a1", "state", "Jepang", "JPN", "JPN", mentions=(mention(PLAIN, "Jepang"),)),
            Actor("a2", "state", "Filipina", "PHL", "PHL", mentions=(mention(PLAIN, "Filipina"),)),
        ),
        events=(Event("e1", "MOBILIZE", span(PLAIN, "latihan"), ("a1", "a2"), ()),),
        reader=READER,
    )
    return [denial, charge, plain]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "saksi.db", create=True) as opened:
        opened.load(records())
        yield opened
