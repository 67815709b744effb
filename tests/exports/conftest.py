"""The record that the formats are tried on, and golden files that can be made anew."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from saksi.record import Record

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def natuna() -> Record:
    return Record.from_dict(json.loads((DATA / "natuna.json").read_text("utf-8")))


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares with a golden file; SAKSI_GOLDEN=1 writes it anew, for eyes to check in the diff."""

    def compare(name: str, content: str) -> None:
        path = DATA / name
        if os.environ.get("SAKSI_GOLDEN"):
            path.write_text(content, "utf-8")
        assert content == path.read_text("utf-8")

    return compare
