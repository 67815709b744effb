"""`saksi doctor`: what is there, what is missing, and how to mend it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksi.cli import doctor, inventory
from saksi.cli.inventory import DataFile, Language, Model, Package

from .conftest import Run


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[Language]:
    found = [Language("id", Model("id_saksi-0.1.0", ">=3.8,<3.9", 12_000_000), (DataFile("reporting.toml", 1234),))]
    monkeypatch.setattr(doctor, "languages", lambda: found)
    monkeypatch.setattr(doctor, "_language_troubles", lambda _: [])
    return found


@pytest.mark.usefixtures("installed")
def test_all_is_well(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert "id_saksi-0.1.0, 12.0 MB, spaCy >=3.8,<3.9" in result.stdout
    assert "reporting.toml" in result.stdout
    assert result.stdout.endswith("All is well.\n")


@pytest.mark.usefixtures("installed")
def test_as_json(run: Run) -> None:
    found = json.loads(run("doctor", "--json").stdout)
    assert found["troubles"] == []
    assert found["languages"][0]["model"]["label"] == "id_saksi-0.1.0"
    assert "spacy" in {package["name"] for package in found["packages"]}


@pytest.mark.usefixtures("installed")
def test_a_missing_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "packages", lambda: [Package("rich", ">=13", None)])
    result = run("doctor")
    assert result.exit_code == 1
    assert "package rich is missing\n    pip install 'rich>=13'" in result.stdout


def test_a_language_without_a_model(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "languages", lambda: [Language("ms", None, ())])
    result = run("doctor")
    assert result.exit_code == 1
    assert "language ms has no model" in result.stdout


def test_inventory_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in (
        ("id/reporting.toml", "x" * 10),
        ("id/model/meta.json", '{"lang": "id", "name": "saksi", "version": "0.1.0", "spacy_version": ">=3.8"}'),
        ("en/model/meta.json", "{"),
        ("fr/government.toml", "its names are known, but it is not read"),
        ("__pycache__/a.pyc", ""),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    monkeypatch.setattr(inventory, "files", lambda _: tmp_path)
    english, indonesian = inventory.languages()
    assert (english.code, english.model) == ("en", None)
    assert indonesian.data == (DataFile("reporting.toml", 10),)
    assert indonesian.model
    assert indonesian.model.label == "saksi-0.1.0"


def test_packages_are_those_of_the_project() -> None:
    names = {package.name for package in inventory.packages()}
    assert {"spacy", "typer", "msgspec"} <= names
    assert "pytest" not in names
