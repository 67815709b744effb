"""Single steps measured alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from saksi.errors import OptionError
from saksi.evaluation.gold import Act, Place, Reading, by_key, read_gold, read_predictions
from saksi.evaluation.steps import STEPS, evaluate_step

DATA = Path(__file__).parent / "data"
GOLDS = read_gold(DATA / "gold", "id")
READINGS = by_key(read_predictions(DATA / "predictions.jsonl"))


def test_statements_whoever_speaks() -> None:
    figures = evaluate_step("statements", GOLDS, READINGS)
    assert figures["found"] == {"P": 0.923, "R": 0.923, "F1": 0.923}
    assert (figures["start"], figures["end"]) == (1.0, 0.833)


def test_speakers_by_how_the_article_names_them() -> None:
    figures = evaluate_step("speakers", GOLDS, READINGS)
    assert (figures["a name"], figures["a description"], figures["a pronoun"]) == (1.0, 1.0, 0.333)
    assert figures["counts"] == {"all": 12, "a name": 6, "a description": 1, "a pronoun": 3, "missing": 2}


def test_events_that_did_not_occur_are_kept_apart() -> None:
    at = Place(0, 4)
    plan, deed = Act("AID", at, "planned", ("TCD",), ("NER",)), Act("ASSAULT", at, "occurred", ("TCD",), ("NER",))
    gold = Reading(text="Chad", events=(plan, deed))
    for status, share in (("planned", 1.0), ("possible", 1.0), ("occurred", 0.0)):
        read = replace(gold, events=(replace(plan, status=status), replace(deed, status="denied")))
        assert evaluate_step("events", [gold], {gold.key: read})["kept apart"] == share


def test_quotations_and_sentences_need_no_reading() -> None:
    figures = evaluate_step("quotations", GOLDS, {})
    assert figures["direct"] == 1.0
    assert evaluate_step("segments", GOLDS, {})["whole"] == 1.0


@pytest.mark.parametrize("step", STEPS)
def test_every_step_runs(step: str) -> None:
    assert "counts" in evaluate_step(step, GOLDS, READINGS)


def test_unknown_step_is_refused() -> None:
    with pytest.raises(OptionError, match="no step 'tense'"):
        evaluate_step("tense", GOLDS, READINGS)
