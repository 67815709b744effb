"""What is wrong with a reading, by cause."""

from __future__ import annotations

from pathlib import Path

from saksi.evaluation.errors import grouped
from saksi.evaluation.gold import by_key, read_gold, read_predictions
from saksi.evaluation.report import fault_lines, figure_lines
from saksi.evaluation.scorer import score

DATA = Path(__file__).parent / "data"
GOLDS = read_gold(DATA / "gold")
READINGS = by_key(read_predictions(DATA / "predictions.jsonl"))


def test_faults_are_counted_by_cause_and_detail() -> None:
    found = {(group.cause, group.detail): group.count for group in grouped(GOLDS, READINGS)}
    assert found == {
        ("missed", "cue “added”"): 1,
        ("missed", "cue “menurut”"): 1,
        ("missed", "cue “said”"): 1,
        ("spurious", "rule verb.active"): 1,
        ("speaker", "left unresolved, source is a pronoun"): 1,
        ("speaker", "wrong, source is a pronoun"): 1,
        ("boundary", "end too short, rule enclitic"): 1,
        ("boundary", "end too short, rule verb.active"): 1,
        ("form", "mixed read as indirect"): 1,
        ("stance", "denied read as asserted"): 1,
        ("cue", "missing"): 1,
        ("source", "missing"): 1,
        ("event missed", "AID"): 1,
        ("event missed", "REJECT"): 1,
        ("event spurious", "ACCUSE, rule frame"): 1,
        ("event spurious", "COOPERATE, rule frame"): 1,
        ("event status", "planned read as occurred"): 1,
    }


def test_gold_against_itself_has_no_faults() -> None:
    assert grouped(GOLDS, by_key(GOLDS)) == []


def test_examples_are_as_many_as_wanted() -> None:
    assert all(group.examples == [] for group in grouped(GOLDS, READINGS, examples=0))
    assert all(len(group.examples) == group.count for group in grouped(GOLDS, READINGS, examples=9))


def test_report_lines() -> None:
    figures = list(figure_lines(score(GOLDS, READINGS)))
    assert "attributed         P 0.692  R 0.6  F1 0.643" in figures
    faults = list(fault_lines(grouped(GOLDS, READINGS)))
    assert faults[0] == "\nmissed: 3"
    assert any("'Haruka Mizushima' read as 'Arif Wiratama'" in line for line in faults)
