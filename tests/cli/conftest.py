"""The command line with a reader that needs no model, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saksi.cli.app import app

from . import stub

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setitem(sys.modules, "saksi.reading", stub.module())
    monkeypatch.delenv("SAKSI_DEBUG", raising=False)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return call


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Starts the command line in a process of its own."""

    def call(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, stub.__file__, *map(str, arguments)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, stdin=pipe, env={**os.environ, **environment})  # noqa: S603

    return call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "kliping"
    folder.mkdir()
    (folder / "a.txt").write_text("Hujan turun, kata Rina.\n", "utf-8")
    (folder / "b.txt").write_text("Sungai meluap, kata Budi.\n", "utf-8")
    return folder
