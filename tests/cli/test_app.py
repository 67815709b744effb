"""What `saksi` alone says, quickly, and that its documentation is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from saksi.cli.app import app
from saksi.version import __version__

from .conftest import Run

DOCS = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
GROUP: Any = typer.main.get_command(app)


def test_version_names_each_model(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from saksi.cli import inventory

    model = inventory.Model(label="id_saksi-1.2.3", spacy=">=3.8", size=1)
    monkeypatch.setattr(inventory, "installed_models", lambda: {"id": model, "en": None})
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"saksi {__version__}\nid: id_saksi-1.2.3\nen: no model\n")


def test_starting_loads_nothing_heavy() -> None:
    heavy = {"spacy", "thinc", "numpy", "trafilatura", "lxml"}
    script = f"import sys, saksi.cli.app; print(sorted({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout  # noqa: S603
    assert shown == "[]\n"


@pytest.mark.parametrize("command", ["", *GROUP.commands])
def test_help(run: Run, command: str) -> None:
    result = run(*filter(None, [command, "--help"]))
    assert result.exit_code == 0
    assert "Usage" in result.stdout


@pytest.mark.parametrize("command", GROUP.commands)
def test_every_option_is_documented(command: str) -> None:
    section = DOCS.split(f"## saksi {command}\n")[1].split("\n## ")[0]
    for parameter in GROUP.commands[command].params:
        for name in parameter.opts if parameter.param_type_name == "option" else [parameter.metavar]:
            assert f"`{name}" in section, f"docs/cli.md does not tell of {name}"


def test_options_of_saksi_itself_are_documented() -> None:
    for parameter in GROUP.params:
        assert all(f"`{name}`" in DOCS for name in parameter.opts if name.startswith("--"))


def test_every_exit_code_is_documented() -> None:
    from saksi.cli.guard import Code

    assert all(f"| {code.value} |" in DOCS for code in Code)
