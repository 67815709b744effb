"""The scorer against a small frozen example, and against the project's reference scorer where that is at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from saksi.errors import RecordError, SourceError
from saksi.evaluation.gold import Reading, by_key, read_gold, read_predictions
from saksi.evaluation.scorer import score

DATA = Path(__file__).parent / "data"
GOLD, PREDICTIONS = DATA / "gold", DATA / "predictions.jsonl"
REFERENCE = Path(__file__).parents[3] / "shared" / "gold" / "score.py"


def test_frozen_example_gives_the_known_figures() -> None:
    figures = score(read_gold(GOLD), by_key(read_predictions(PREDICTIONS)))
    known = json.loads((DATA / "figures.json").read_text("utf-8"))
    assert figures == known
    assert list(figures) == list(known)


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference scorer is not on this machine")
def test_agrees_with_the_reference_scorer_to_the_digit() -> None:
    command = [sys.executable, "-B", str(REFERENCE), str(GOLD), str(PREDICTIONS), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)  # noqa: S603
    assert score(read_gold(GOLD), by_key(read_predictions(PREDICTIONS))) == reference


def test_gold_scored_against_itself_is_perfect() -> None:
    golds = read_gold(GOLD)
    figures = score(golds, by_key(golds))
    for name in ("statement", "attributed", "event", "coded", "quad", "dyads"):
        assert figures[name] == {"P": 1.0, "R": 1.0, "F1": 1.0}
    for name in ("content", "speaker", "form", "stance", "cue", "source", "status"):
        assert figures[name] == 1.0


def test_an_article_that_was_not_read_counts_as_missed() -> None:
    figures = score(read_gold(GOLD), {})
    assert figures["articles not read"] == 2
    assert figures["statement"] == {"P": 0.0, "R": 0.0, "F1": 0.0}


def test_actors_by_id_become_names_and_codes() -> None:
    reading = Reading.from_dict(
        {
            "article": {"text": "Ia berkata begitu."},
            "actors": [{"id": "a1", "name": "Rusia", "code": None, "country": "RUS"}, {"id": "a2", "name": "Putin"}],
            "statements": [{"form": "indirect", "content": [{"start": 10, "end": 16}], "speaker": "a2"}],
            "events": [{"type": "AID", "trigger": {"start": 3, "end": 10}, "sources": ["a1", "USA"], "targets": None}],
        }
    )
    assert reading.statements[0].speaker == "Putin"
    assert reading.events[0].sources == ("RUS", "USA")
    assert reading.events[0].targets == ()


def test_gold_of_one_language() -> None:
    assert [gold.id for gold in read_gold(GOLD, "en")] == ["ferry"]
    with pytest.raises(SourceError, match="no gold records in 'ms'"):
        read_gold(GOLD, "ms")


def test_what_is_no_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no gold records"):
        read_gold(tmp_path)
    (tmp_path / "x.json").write_text('{"text": "a", "statements": [{"content": "b"}]}', "utf-8")
    with pytest.raises(RecordError, match="content"):
        read_gold(tmp_path)
    (tmp_path / "x.json").write_text("[", "utf-8")
    with pytest.raises(RecordError, match=r"x\.json"):
        read_gold(tmp_path)


def test_predictions_that_are_not_there() -> None:
    with pytest.raises(SourceError, match="nowhere"):
        list(read_predictions(Path("nowhere.jsonl")))
