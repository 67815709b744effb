"""Statements: one case for each construction, read by the shipped model."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from saksi import Reader, Record

CASES = tomllib.loads((Path(__file__).parent / "statements.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("id")


def told(record: Record) -> list[list[str]]:
    """Each statement as [content, cue, speaker's name]."""
    rows = []
    for statement in record.statements:
        actor = record.actor(statement.speaker)
        content = " | ".join(span.text.rstrip(" .,") for span in statement.content)
        rows.append([content, statement.cue.text if statement.cue else "", actor.name if actor else ""])
    return rows


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_construction(case: dict[str, Any], reader: Reader) -> None:
    record = reader.read(case["text"].strip())
    assert told(record) == case["statements"]
    for name in ("stance", "form"):
        if name in case:
            assert [getattr(statement, name) for statement in record.statements] == case[name]


def test_what_cannot_be_resolved_has_a_reason(reader: Reader) -> None:
    record = reader.read("Ia mengatakan bahwa kapal itu rusak berat.")
    assert [(s.speaker, s.unresolved) for s in record.statements] == [(None, "nobody named before it")]
