"""The commands that ask a desk say the same of a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from saksi.cli.app import app

from ..conftest import records
from .conftest import Both, MakeRun

COMMANDS = [
    ["search", "drone border"],
    ["search", "menteri", "--newest", "--format", "json"],
    ["search", "--actor", "GUY", "--status", "denied", "--format", "csv"],
    ["statements", "--speaker", "VEN", "--format", "jsonl"],
    ["events", "--actor", "GUY", "--actor", "VEN"],
    ["ledger", "--contested"],
    ["ledger", "--type", "ACCUSE", "--format", "json"],
    ["dyad", "GUY", "VEN", "--by", "week"],
    ["dyad", "GUY", "VEN", "--format", "json"],
    ["actor", "Guyana"],
    ["search", "--since", "2026-13"],
    ["events", "--actor", "Nobody At All"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_output(both: Both, command: list[str]) -> None:
    said = [CliRunner().invoke(app, [*command, "--desk", str(place)]) for place in (both.folder, both.file)]
    assert said[0].output == said[1].output
    assert said[0].exit_code == said[1].exit_code
    assert len(said[0].output) > 20


def test_saksi_desk_names_a_run(make_run: MakeRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKSI_DESK", str(make_run([records()])))
    assert "Moskow Membantah" in CliRunner().invoke(app, ["search", "senjata"]).output


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["load", "README.md"], "S601"),
        (["serve"], "S601"),
        (["stories"], "S653"),
        (["export", "--format", "jsonl"], "S653"),
        (["correct", "d1", "s1", "accept", "--author", "rina"], "S653"),
    ],
)
def test_other_commands_refuse_a_run(make_run: MakeRun, command: list[str], code: str) -> None:
    result = CliRunner().invoke(app, [*command, "--desk", str(make_run([records()]))])
    assert result.exit_code == 1
    assert f"[{code}]" in result.output
    assert "Traceback" not in result.output


def test_a_folder_that_is_no_run(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["search", "senjata", "--desk", str(tmp_path)])
    assert result.exit_code == 1
    (line,) = result.output.splitlines()
    assert line.startswith("saksi: [S650]")
