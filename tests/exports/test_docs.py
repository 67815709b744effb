"""docs/exports.md tells of every format, and of every column, property and field in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from saksi.cli.export import Out
from saksi.exports import ftm
from saksi.exports.gdelt_columns import EVENTS, MENTIONS
from saksi.exports.gold import gold
from saksi.record import Record
from tests.desk.conftest import records
from tests.exports.making import all_statuses
from tests.exports.test_conllu import blocks
from tests.exports.test_formats import DOCS, lines

CLI = (Path(__file__).parents[2] / "docs/cli.md").read_text("utf-8")


def section(heading: str) -> str:
    return DOCS.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def told(text: str, table: str) -> set[str]:
    """The names in code type in the table of a section that begins with this heading, and in the words after it."""
    return set(re.findall(r"`([^`]+)`", text.split(f"| {table} |")[1].split("\n| ---")[0]))


@pytest.mark.parametrize("name", [one.value for one in Out])
def test_every_format_has_its_row(name: str) -> None:
    assert f"\n| `{name}` |" in DOCS.split("\n## ")[0]
    assert f"`{name}`" in CLI.split("\n## saksi export\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("table", "columns"), [("events", EVENTS), ("mentions", MENTIONS)])
def test_every_column_of_gdelt(table: str, columns: tuple[str, ...]) -> None:
    names = told(section("GDELT"), table)
    families = tuple(name.removesuffix("*") for name in names if name.endswith("_*"))
    assert [one for one in columns if one not in names and not (families and one.startswith(families))] == []


def test_every_property_of_followthemoney() -> None:
    text = section("FollowTheMoney")
    rows = {row.split("`")[1]: row for row in text.splitlines() if row.startswith("| `")}
    for one in lines(ftm, [*records(), all_statuses()]):
        assert [name for name in one["properties"] if f"`{name}`" not in rows[one["schema"]]] == []


def test_every_comment_and_column_of_conllu(natuna: Record) -> None:
    text = section("CoNLL-U")
    found = blocks([natuna])
    comments, misc = told(text, "comment"), told(text, "MISC")
    assert {name for sentence in found for name in sentence.metadata} <= comments
    assert {name for sentence in found for token in sentence for name in token["misc"]} <= misc
    assert {name.upper() for name in found[0][0]} <= told(text, "column")


def test_every_field_of_gold() -> None:
    text = section("Gold")
    for record in records():
        made = gold(record)
        assert [name for name in made if f"`{name}`" not in text] == []
        for part in ("actors", "statements", "events"):
            row = next(line for line in text.splitlines() if line.startswith(f"| `{part}` |"))
            assert [name for one in made[part] for name in one if f"`{name}`" not in row] == []
