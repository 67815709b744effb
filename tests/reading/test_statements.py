"""Statements: one case for each construction, read by the shipped model."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from saksi import Reader, Record

HERE = Path(__file__).parent
CASES = [
    (language, case)
    for language, name in (("id", "statements.toml"), ("en", "statements_en.toml"))
    for case in tomllib.loads((HERE / name).read_text("utf-8"))["case"]
]


@pytest.fixture(scope="module")
def readers() -> dict[str, Reader]:
    return {language: Reader(language) for language in ("id", "en")}


def told(record: Record) -> list[list[str]]:
    """Each statement as [content, cue, speaker's name]."""
    rows = []
    for statement in record.statements:
        actor = record.actor(statement.speaker)
        content = " | ".join(span.text.rstrip(" .,") for span in statement.content)
        rows.append([content, statement.cue.text if statement.cue else "", actor.name if actor else ""])
    return rows


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{code}: {case['name']}" for code, case in CASES])
def test_construction(language: str, case: dict[str, Any], readers: dict[str, Reader]) -> None:
    record = readers[language].read(case["text"].strip())
    assert told(record) == case["statements"]
    for name in ("stance", "form"):
        if name in case:
            assert [getattr(statement, name) for statement in record.statements] == case[name]


def test_what_cannot_be_resolved_has_a_reason(readers: dict[str, Reader]) -> None:
    record = readers["id"].read("Ia mengatakan bahwa kapal itu rusak berat.")
    assert [(s.speaker, s.unresolved) for s in record.statements] == [(None, "nobody named before it")]
