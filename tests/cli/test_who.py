"""`saksi who`: every candidate, and clear words where there is none."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run


def test_the_table(run: Run) -> None:
    result = run("who", "Presiden", "AS", "--on", "2018-06-12")
    assert result.exit_code == 0
    header, row = result.stdout.splitlines()
    assert header.split() == ["code", "kind", "name", "role", "from", "to", "why"]
    assert row.startswith("USA   leader  Donald Trump  presiden  2017-01-20  2021-01-20  president of USA")


def test_every_candidate(run: Run) -> None:
    lines = run("who", "Kongo").stdout.splitlines()
    assert [line[:3] for line in lines[1:3]] == ["COD", "COG"]
    assert lines[3] == "ambiguous: the name alone does not tell"
    assert run("who", "Guinea").stdout.splitlines()[-1].endswith("it has other meanings too")


def test_json(run: Run) -> None:
    found = json.loads(run("who", "Russian Foreign Ministry", "-l", "en", "--format", "json").stdout)
    assert found["name"] == "Russian Foreign Ministry"
    assert found["on"] is None
    assert [entry["code"] for entry in found["entries"]] == ["RUS"]


def test_an_unknown_name(run: Run) -> None:
    result = run("who", "Antah Berantah")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "saksi: 'Antah Berantah' is not in the tables - add it to a file of your own and name that with --world\n"
    )
    result = run("who", "Antah Berantah", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["entries"] == []


def test_a_day_that_is_none(run: Run) -> None:
    result = run("who", "Biden", "--on", "2023-02-30")
    assert result.exit_code == 1
    assert result.stderr.startswith("saksi: [S1] '2023-02-30' is no date: ")


def test_a_language_without_names(run: Run) -> None:
    result = run("who", "Kim", "--language", "fr")
    assert result.exit_code == 1
    assert "[S301] names in 'fr' are not known; known are: id, en" in result.stderr


def test_names_of_ones_own(run: Run, tmp_path: Path, articles: Path) -> None:
    own = tmp_path / "dunia.tsv"
    columns = "kind\tcode\tcountry\tnames\tname\trole\tfrom\tto\twikidata\n"
    own.write_text(f"{columns}city\t\tMYS\t\tAntah Berantah\t\t\t\t\n", "utf-8")
    assert run("who", "Antah Berantah", "--world", own).stdout.splitlines()[1].startswith("MYS")
    assert run("read", articles, "--world", own).exit_code == 0
    own.write_text(f"{columns}city\t\tMYS\t\tAntah Berantah\t\t\t\t\nplanet\t\tMYS\t\tA\t\t\t\t\n", "utf-8")
    for command in (("who", "Antah Berantah"), ("read", articles)):
        result = run(*command, "--world", own)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"saksi: [S402] {own}:3: Invalid enum value 'planet'")


def test_the_option_may_stand_in_the_configuration(run: Run, tmp_path: Path, articles: Path) -> None:
    config = tmp_path / "saksi.toml"
    config.write_text('world = "none.tsv"\n', "utf-8")
    result = run("read", articles, "--config", config)
    assert result.exit_code == 1
    assert "[S402] none.tsv: No such file" in result.stderr
