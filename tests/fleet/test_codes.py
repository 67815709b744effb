"""docs/errors.md tells every code that a run can give."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_code_of_runs_is_documented_and_used() -> None:
    documented = re.findall(r"^\| (S7\d\d) \|", (ROOT / "docs/errors.md").read_text("utf-8"), re.MULTILINE)
    files = [*(ROOT / "src/saksi/fleet").glob("*.py"), ROOT / "src/saksi/cli/run.py"]
    used = set(re.findall(r"\b(S7\d\d)\b", "\n".join(path.read_text("utf-8") for path in files)))
    assert set(documented) == used
