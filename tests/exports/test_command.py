"""`saksi export` writes every format, from a file of records and from a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saksi.cli.app import app
from saksi.cli.export import Out
from saksi.desk import open_desk
from tests.desk.conftest import records

FOLDERS = ("parquet", "csv", "gdelt", "gold")


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(one.to_json() + "\n" for one in records()), "utf-8")
    return path


@pytest.mark.parametrize("name", [one.value for one in Out])
def test_every_format(name: str, file: Path, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is optional")
    out = tmp_path / "out"
    result = export(file, "--format", name, "-o", out)
    assert result.exit_code == 0, result.output
    assert out.is_dir() == (name in FOLDERS)
    written = list(out.iterdir()) if out.is_dir() else [out]
    assert written
    assert all(one.stat().st_size for one in written)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_wants_a_name(name: str, file: Path) -> None:
    result = export(file, "--format", name)
    assert result.exit_code == 1
    assert f"{name} is a folder" in result.stderr


def test_a_desk_with_a_filter(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "saksi.db"), create=True) as desk:
        desk.load(records())
    result = export("--desk", tmp_path / "saksi.db", "--actor", "PRK", "-f", "gdelt", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "out/saksi.export.CSV").read_text("utf-8").splitlines()
    assert [line.split("\t")[-2:] for line in lines] == [["https://satu.example/1", "denied"]]
