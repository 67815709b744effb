"""`saksi run` killed at random moments, and started again: ``python -m benchmarks.kills_run [TIMES] [PATH ...]``.

The command and its workers are killed outright (SIGKILL) while they read and write. What then stands in its place must
be, byte for byte, what a run that never was disturbed has there. The next start goes on in the same folder, and is
killed as well, until nothing is left to read: one more run then ends undisturbed, all is compared, and the folder is
emptied.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.given import given, write_lines
from benchmarks.scaling import COMMAND, run
from saksi.fleet.places import COUNTS

_SHARD: Final = 3  # articles: many small shards, so that a kill meets every step of a shard's work
_LOOK: Final = 0.005  # seconds between looks at the folder
_PATIENCE: Final = 300  # seconds for a start on a busy machine


class Kills(NamedTuple):
    """How often a run was killed, how many runs went to their end after that, and how often a file differed."""

    killed: int
    ended: int
    differed: int


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def measure(times: int, paths: Sequence[str] = (), *, seed: int = 1) -> Kills:
    """Kill the command so many times, and compare."""
    rng = random.Random(seed)  # noqa: S311 - when to kill is no secret
    killed = ended = differed = 0
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        inputs = [str(beside / "all.jsonl")]
        write_lines(given(paths), Path(inputs[0]))
        options = ("--shard-size", str(_SHARD))
        clock = run(inputs, beside / "whole", *options).clock
        expected = contents(beside / "whole")
        shards = [path for path in expected if path.endswith(COUNTS)]
        out = beside / "killed"
        while killed < times:
            # About as long as a shard takes, or some do: so that starts end at any step of a shard, and get on.
            after = rng.choice((1, 2, 8)) * rng.random() * clock / len(shards)
            killed += _killed([*COMMAND, *inputs, "--out", str(out), *options], out, after)
            there = contents(out)
            differed += any(there[path] != expected.get(path) for path in there if path[0] != ".")
            if killed == times or all(path in there for path in shards):
                run(inputs, out, *options)
                ended += 1
                differed += contents(out) != expected
                shutil.rmtree(out)
            sys.stderr.write(f"{killed} killed, {ended} ended, {differed} differed\n")
    return Kills(killed, ended, differed)


def _killed(command: Sequence[str], out: Path, after: float) -> bool:
    """Start the command, and kill it so many seconds after its worker has begun; false if it was done before."""
    before = set(out.glob("*")) | set(out.glob(".*"))
    started = subprocess.Popen(  # noqa: S603 - our own interpreter
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + _PATIENCE
    while started.poll() is None and time.monotonic() < until:
        if (set(out.glob("*")) | set(out.glob(".*"))) - before:
            break
        time.sleep(_LOOK)
    time.sleep(after)
    alive = started.poll() is None
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    return alive


def main(arguments: list[str]) -> None:
    """Kill, compare, and tell."""
    found = measure(int(arguments[0]) if arguments else 20, arguments[1:])
    print(f"killed {found.killed} times; {found.ended} runs then ended, files differed {found.differed} times")
    if found.differed:
        raise SystemExit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
