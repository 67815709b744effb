"""The command line in a process of its own: pipes that break, interrupts, terminals, memory."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from . import stub

Start = Callable[..., "subprocess.Popen[bytes]"]
MANY = '{"text": "Hujan turun, kata Rina.", "title": "%d"}\n'


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(MANY % number for number in range(1000)), "utf-8")
    return path


def test_a_pipe_that_breaks_is_quiet(start: Start, many: Path) -> None:
    with start("read", many) as process:
        assert process.stdout
        assert process.stderr
        json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 141


def test_interrupting_leaves_no_half_file(start: Start, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with start("read", many, "-o", out, STUB_SECONDS="0.01") as process:
        while not list(tmp_path.glob(".out.jsonl.*.tmp")):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert [path.name for path in tmp_path.iterdir()] == ["many.jsonl"]


def test_a_terminal_gets_a_table_and_no_bar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hujan turun, kata Rina.\n", "utf-8")
    shown = on_terminal("read", str(tmp_path / "a.txt"), NO_COLOR="1")
    assert "¹[Hujan turun,] kata Rina." in re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert "\x1b[33m" not in shown
    assert "\x1b[1;33m" in on_terminal("read", str(tmp_path / "a.txt"))


def test_a_bar_stands_on_stderr_where_the_records_go_to_a_file(many: Path, tmp_path: Path) -> None:
    shown = on_terminal("read", str(many), "-o", str(tmp_path / "out.jsonl"))
    assert "articles" in shown
    assert (tmp_path / "out.jsonl").read_text("utf-8").count("\n") == 1000


def test_memory_stays_flat(many: Path, tmp_path: Path) -> None:
    script = (
        "import resource, sys; sys.path.insert(0, sys.argv.pop(1)); import stub;"
        "sys.modules['saksi.reading'] = stub.module()\n"
        "from saksi.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )

    def peak(*paths: Path) -> int:
        command = [
            sys.executable,
            "-c",
            script,
            str(Path(stub.__file__).parent),
            "read",
            *map(str, paths),
            "-o",
            str(tmp_path / "o.html"),
        ]
        return int(subprocess.run(command, capture_output=True, check=True).stderr)  # noqa: S603

    # Five times the articles, less than four megabytes more.
    assert peak(*[many] * 5) - peak(many) < 4_000


def on_terminal(*arguments: str, **environment: str) -> str:
    """Runs the command line on a terminal of 80 columns and returns what it shows."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    variables = {**clean, "COLUMNS": "80", "TERM": "xterm-256color", **environment}
    command = [sys.executable, stub.__file__, *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=variables) as process:  # noqa: S603
        os.close(theirs)
        shown = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:
                break
            if not more:
                break
            shown += more
        assert process.wait(20) == 0
    os.close(ours)
    return shown.decode()
