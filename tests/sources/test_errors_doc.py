"""docs/errors.md tells every code that the sources can give."""

from __future__ import annotations

import re
from pathlib import Path

from saksi.sources.trouble import HINTS

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs/errors.md").read_text("utf-8")
CODE = "\n".join(p.read_text("utf-8") for p in sorted((ROOT / "src/saksi/sources").glob("*.py")))


def test_every_code_in_the_sources_is_documented() -> None:
    assert set(re.findall(r'"(S\d{3})"', CODE)) <= set(re.findall(r"^\| (S\d+) \|", DOC, re.MULTILINE))


def test_every_documented_source_code_exists_and_is_used() -> None:
    documented = set(re.findall(r"^\| (S2\d\d) \|", DOC, re.MULTILINE))
    assert documented == set(HINTS)
    assert documented == set(re.findall(r'trouble\(\s*"(S2\d\d)"', CODE))


def test_every_hint_says_something() -> None:
    assert all(len(hint) > 10 for hint in HINTS.values())
