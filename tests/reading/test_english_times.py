"""English times: what the grammar of its data finds in invented sentences."""

from __future__ import annotations

import pytest

from saksi.reading.time_rules import load_time_rules
from saksi.reading.times import find_times

RULES = load_time_rules("en")
PUBLISHED = "2023-09-14"  # a Thursday

ROWS = [
    ("They met on Tuesday.", "Tuesday", "2023-09-12", "2023-09-12"),
    ("They met on Tuesday, September 12, 2023, in Ambon.", "Tuesday, September 12, 2023", "2023-09-12", "2023-09-12"),
    ("They met on Sept. 13.", "Sept. 13", "2023-09-13", "2023-09-13"),
    ("They met on 13 September.", "13 September", "2023-09-13", "2023-09-13"),
    ("They met on the 13th of September 2022.", "13th of September 2022", "2022-09-13", "2022-09-13"),
    ("They met on Monday night.", "Monday night", "2023-09-11", "2023-09-11"),
    ("They met last week.", "last week", "2023-09-04", "2023-09-10"),
    ("They will meet next month.", "next month", "2023-10-01", "2023-10-31"),
    ("They met three days ago.", "three days ago", "2023-09-11", "2023-09-11"),
    ("They met a week ago.", "a week ago", "2023-09-04", "2023-09-10"),
    ("They met yesterday.", "yesterday", "2023-09-13", "2023-09-13"),
    ("They met in 2019.", "2019", "2019-01-01", "2019-12-31"),
    ("They met in late 2022.", "late 2022", "2022-09-01", "2022-12-31"),
    ("They have met since March.", "March", "2023-03-01", "2023-03-31"),
    ("They met last Tuesday.", "last Tuesday", "2023-09-12", "2023-09-12"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), ROWS, ids=[row[0] for row in ROWS])
def test_expression(text: str, words: str, first: str, last: str) -> None:
    periods = [one.period for one in find_times(text, PUBLISHED, RULES)]
    assert [(p.text.text if p.text else "", p.begin, p.end) for p in periods] == [(words, first, last)]


@pytest.mark.parametrize("text", ["They may meet.", "March on the palace.", "The Black Friday sale went well."])
def test_what_looks_like_a_time_is_none(text: str) -> None:
    assert not find_times(text, PUBLISHED, RULES)
