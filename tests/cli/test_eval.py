"""`saksi eval`: figures, faults, steps and floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

DATA = Path(__file__).parents[1] / "evaluation" / "data"
PROBES = Path(__file__).parents[2] / "gold" / "probes" / "id.toml"
GOLD, PREDICTIONS = DATA / "gold", DATA / "predictions.jsonl"
SCORED = ("eval", GOLD, "--predictions", PREDICTIONS)


def test_figures(run: Run) -> None:
    result = run(*SCORED)
    assert result.exit_code == 0
    assert "attributed         P 0.692  R 0.6  F1 0.643\n" in result.stdout


def test_figures_as_json(run: Run) -> None:
    assert json.loads(run(*SCORED, "--json").stdout) == json.loads((DATA / "figures.json").read_text("utf-8"))


def test_faults(run: Run) -> None:
    assert "\nmissed: 3\n" in run(*SCORED, "--errors").stdout
    errors = json.loads(run(*SCORED, "--errors", "--json", "--examples", "1").stdout)["errors"]
    assert {"cause": "stance", "detail": "denied read as asserted", "count": 1}.items() <= errors[-1].items()


def test_one_language_and_one_step(run: Run) -> None:
    assert "gold statements 13" in run(*SCORED, "--lang", "id").stdout
    assert "a pronoun          0.333\n" in run(*SCORED, "--lang", "id", "--step", "speakers").stdout


def test_without_predictions_the_texts_are_read(run: Run) -> None:
    result = run("eval", GOLD, "--json")
    assert json.loads(result.stdout)["articles not read"] == 0


def test_floors(run: Run, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    assert run(*SCORED, "--floors", floors, "--pin", "first").exit_code == 0
    held = run(*SCORED, "--floors", floors)
    assert (held.exit_code, held.stderr) == (0, f"no figure is below its floor in {floors}\n")
    sunk = run("eval", GOLD, "--floors", floors)
    assert sunk.exit_code == 1
    assert "is below its floor" in sunk.stderr


def test_probes(run: Run) -> None:
    result = run("eval", PROBES, "--errors", "--examples", "1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "told               0.0\n" in result.stdout
    assert "\nmissed: " in result.stdout
    assert json.loads(run("eval", PROBES, "--json").stdout)["kept apart"] == 1.0


def test_floors_of_probes(run: Run, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    assert run("eval", PROBES, "--floors", floors, "--pin", "first").exit_code == 0
    assert "[probes-id.floors]" in floors.read_text("utf-8")
    assert run("eval", PROBES, "--floors", floors).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "[S2] nowhere holds no gold records"),
        ((GOLD, "--step", "tense"), "[S1] no step 'tense'"),
        ((PROBES, "--step", "events"), "[S1] --step is for gold records, not for probes"),
        (("nowhere.toml",), "[S2] nowhere.toml: No such file"),
        ((GOLD, "--pin", "why"), "[S1] --pin needs the file to write"),
        ((GOLD, "--predictions", "nowhere.jsonl"), "[S2] nowhere.jsonl"),
        ((*SCORED[1:], "--floors", "nowhere.toml"), "[S1] floors file nowhere.toml"),
    ],
)
def test_refusals_are_one_line(run: Run, arguments: tuple[str | Path, ...], said: str) -> None:
    result = run("eval", *arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"saksi: {said}")
    assert len(result.stderr.splitlines()) == 1
