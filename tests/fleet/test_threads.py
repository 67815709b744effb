"""Workers of the local engine do with one thread, unless the user wants more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from saksi.fleet.run import run
from saksi.fleet.threads import _VARIABLES
from saksi.options import Options

from .jobs import tell_threads
from .test_run import lines


def threads(folder: Path) -> dict[str, str]:
    run([lines(folder / "a.jsonl", ["satu"])], folder / "out", Options(), job=tell_threads)
    told: dict[str, str] = json.loads((folder / "threads").read_bytes())
    return {name: told[name] for name in _VARIABLES if name in told}


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_a_worker_has_one_thread(tmp_path: Path) -> None:
    assert threads(tmp_path) == dict.fromkeys(_VARIABLES, "1")


def test_what_the_user_has_set_stands_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    assert threads(tmp_path) == {"OMP_NUM_THREADS": "2"}


def test_nothing_that_looks_at_the_variables_is_loaded_before() -> None:
    code = "import saksi.fleet.threads, sys; sys.exit(any(name in sys.modules for name in ('numpy', 'spacy', 'thinc')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own interpreter
