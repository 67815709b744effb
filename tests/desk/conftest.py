"""A small desk of invented articles, and one of the project's own gold articles as records."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

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


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a desk may be made: a file, and a database of its own where there is a PostgreSQL to test against."""
    if request.param == "sqlite":
        yield str(tmp_path / "saksi.db")
        return
    server = os.environ.get("SAKSI_TEST_POSTGRES")
    if not server:
        pytest.skip("SAKSI_TEST_POSTGRES names no server (.ci/run starts one)")
    name = f"saksi_{uuid.uuid4().hex}"
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def desk(place: str) -> Iterator[Desk]:
    with open_desk(place, create=True) as opened:
        opened.load(records())
        yield opened
