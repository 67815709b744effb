"""Times: what the grammar finds in invented sentences, and what holds of any text."""

import time
import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.errors import ModelError
from saksi.reading.language_data import load_data
from saksi.reading.time_rules import TimeData, TimeRules, load_time_rules
from saksi.reading.times import TimeExpression, find_times

TABLES = tomllib.loads((Path(__file__).parent / "times.toml").read_text("utf-8"))["on"]
ROWS = [(table["published"] or None, *row) for table in TABLES for row in table["rows"]]
RULES = load_time_rules("id")
PARTS = [
    "Rabu", "Minggu", "minggu", "kemarin", "13", "31", "2023", "0", "/", "(", ")", "-", " ", "\n", ",", ".", "Februari",
    "Mei", "lalu", "depan", "pekan", "akhir", "tahun", "sejak", "dua", "hari", "terakhir", "dini hari", "(13/9)",
    "9999", "1500", "dekade", "-an", "sebelumnya", "sehari", "hingga", "waktu setempat", "‘", "”", "é", "😀",
    "２０２３",
]  # fmt: skip


def found(text: str, published: str | None) -> list[list[str]]:
    periods = [expression.period for expression in find_times(text, published, RULES)]
    return [[p.text.text if p.text else "", p.begin or "", p.end or "", p.basis] for p in periods]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_expression(row: tuple[str | None, ...]) -> None:
    published, text, *expected = row
    assert text is not None
    assert found(text, published) == ([expected] if expected else [])


def test_a_day_given_with_its_year_keeps_it() -> None:
    text = "Perjanjian 1 Maret 2021 gagal. Naskah 1 Maret itu cacat."
    assert [e.day for e in find_times(text, "2023-09-14", RULES)] == ["2021-03-01", "2021-03-01"]


def test_days_are_counted_from_the_day_named_last() -> None:
    text = "Ia tiba Senin (4/9). Sehari sebelumnya ia pamit. Keesokan harinya ia pulang. Dua hari kemudian ia sakit."
    days = [e.day for e in find_times(text, "2023-09-14", RULES)]
    assert days == ["2023-09-04", "2023-09-03", "2023-09-04", "2023-09-06"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("sejak 2 April", "since"),
        ("mulai Rabu (13/9)", "since"),
        ("hingga 9 Juli", "until"),
        ("sebelum tahun 2020", "until"),
        ("paling lambat 9 Juli", "until"),
        ("pada 9 Juli", "at"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert [e.relation for e in find_times(text, "2023-09-14", RULES)] == [relation]


@pytest.mark.parametrize(
    "published", ["kemarin", "", "2023-02-31", "0001-01-01", "9999-12-31", "2023", "0001-01-01T00:00+14:00"]
)
def test_any_publication(published: str) -> None:
    text = (
        "Rabu, kemarin, lusa, pekan depan, dua tahun lalu, 90 dekade terakhir, 3 Mei, akhir pekan, Mei lalu, Rabu (2/2)"
    )
    check(text, find_times(text, published, RULES))


def check(text: str, times: tuple[TimeExpression, ...]) -> None:
    at = 0
    for expression in times:
        assert at <= expression.start < expression.end <= len(text)
        at = expression.end
        span = expression.period.text
        assert span is not None
        assert (span.start, span.end) == (expression.start, expression.end)
        assert span.text == text[expression.start : expression.end]
        begin, end = expression.period.begin, expression.period.end
        assert (begin is None) == (end is None)
        if begin and end:
            assert date.fromisoformat(begin) <= date.fromisoformat(end)


@given(st.lists(st.sampled_from(PARTS), max_size=40), st.booleans(), st.one_of(st.none(), st.dates()))
def test_any_mixture_of_parts(parts: list[str], spaced: bool, published: date | None) -> None:
    text = (" " if spaced else "").join(parts)
    check(text, find_times(text, published.isoformat() if published else None, RULES))


@given(st.text(), st.text())
def test_any_text(text: str, published: str) -> None:
    check(text, find_times(text, published, RULES))


@pytest.mark.parametrize(
    "piece",
    [
        "Rabu ",
        "13",
        "(13/9",
        "13 September 2023 ",
        " ",
        "-",
        "hingga ",
        "Rabu,",
        "dua ",
        "1/1/",
        "akhir ",
        "Rabu-",
        "Rabu" + " " * 9_999,
    ],
)
def test_nasty_lengths_take_no_longer(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    check(text, find_times(text, "2023-09-14", RULES))
    assert time.process_time() - begin < 10


def test_a_broken_grammar_names_the_form() -> None:
    data = load_data("id", "time.toml", TimeData)
    broken = type(data.forms[0])(kind="date", starts=("nowhere",), pattern="x")
    with pytest.raises(ModelError, match=r"form 1 \(date\)"):
        TimeRules.of(msgspec.structs.replace(data, forms=(broken,)))
