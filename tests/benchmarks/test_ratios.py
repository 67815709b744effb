"""A guard on what reading costs, in ratios of CPU time of one process and never in seconds."""

from __future__ import annotations

from pathlib import Path

from benchmarks.given import given, own_words, page, write_lines

from benchmarks import stages
from saksi.sources import read_paths

# Measured: 1.2 to 1.45 times bare spaCy. Twice that is a fault, whatever else the machine is doing.
MOST = 2.9
# Measured: 0.4 to 0.5 for the parse alone, which spaCy's own ways take 1 for.
MOST_PARSE = 0.9


def test_reading_costs_no_more_than_so_many_bare_parses() -> None:
    found = stages.measure(given(["gold/id", "gold/en"])[::2], turns=2)
    assert found.ratio < MOST
    assert found.parse_ratio < MOST_PARSE


def test_articles_with_words_of_their_own_are_many_and_whole_in_turn(tmp_path: Path) -> None:
    found = given(["gold/id"])
    made = list(own_words(found, 20, whole=2))
    assert len({one.text for one in made}) == 20
    assert [len(one.text) > len(found[n].text) for n, one in enumerate(made)] == [n < 2 for n in range(20)]
    write_lines(made, tmp_path / "a.jsonl")
    assert len(list(read_paths([tmp_path / "a.jsonl"]))) == 20
    assert page(found[0]).startswith(b"<!DOCTYPE html>")
