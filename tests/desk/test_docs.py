"""The documents of the desk tell every table and every code."""

from __future__ import annotations

from pathlib import Path

from saksi.desk.schema import META
from saksi.desk.trouble import HINTS

DOCS = Path(__file__).parents[2] / "docs"


def test_every_table_is_described() -> None:
    told = (DOCS / "desk-schema.md").read_text("utf-8")
    assert [name for name in META.tables if f"`{name}`" not in told] == []


def test_every_code_is_described_with_its_hint() -> None:
    told = (DOCS / "errors.md").read_text("utf-8")
    assert [code for code, hint in HINTS.items() if f"| {code} |" not in told or hint not in told] == []
