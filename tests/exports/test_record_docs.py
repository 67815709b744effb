"""docs/record.md tells of every field of a record."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from saksi import record

DOCS = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
HEADINGS = {"ReaderInfo": "Reader"}
STRUCTS = [kind for kind in vars(record).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


@pytest.mark.parametrize("kind", STRUCTS)
def test_every_field_is_documented(kind: type[msgspec.Struct]) -> None:
    section = DOCS.split(f"## {HEADINGS.get(kind.__name__, kind.__name__)}\n")[1].split("\n## ")[0]
    fields = [field.encode_name for field in msgspec.structs.fields(kind)]
    assert fields
    for name in fields:
        assert f"`{name}`" in section, f"docs/record.md does not tell of {kind.__name__}.{name}"
