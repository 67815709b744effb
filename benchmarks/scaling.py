"""`saksi run` on one worker and on two, from JSON Lines and from web archives: what it costs, and what two gain.

The commands are run as a user runs them; the CPU time is that of the command and all of its workers. A folder of one
article is read first: what it costs is the start (interpreter, models), which is taken off, once for each worker.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.given import words, write_archive, write_lines
from saksi.record import Article

COMMAND: Final = (sys.executable, "-c", "import sys; from saksi.cli import main; sys.exit(main())", "run")
_PARTS: Final = 8  # shards of the articles, so that two workers end at the same time, nearly


class Spent(NamedTuple):
    """Seconds of CPU and of the clock."""

    cpu: float
    clock: float


class Scaling(NamedTuple):
    """Of one kind of input and number of workers: words a CPU-second and words a second, without the start."""

    kind: str
    workers: int
    cpu: float
    clock: float


def run(inputs: Sequence[str], out: Path, *options: str) -> Spent:
    """Run the command over inputs.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [*COMMAND, *inputs, "--out", str(out), *options]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own interpreter
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(cpu, time.perf_counter() - began)


def measure(found: Sequence[Article]) -> list[Scaling]:
    """Measure over the articles, cut into shards of equal size."""
    size = -(-len(found) // _PARTS)
    told = []
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        for kind, inputs, one in (_lines(found, beside), _archives(found, size, beside)):
            start = run([one], beside / f"{kind}-start")
            for workers in (1, 2):
                out = beside / f"{kind}-{workers}"
                spent = run(inputs, out, "--workers", str(workers), "--shard-size", str(size))
                count = words(found)
                cpu = max(0.01, spent.cpu - workers * start.cpu)
                told.append(Scaling(kind, workers, count / cpu, count / max(0.01, spent.clock - start.clock)))
    return told


def _lines(found: Sequence[Article], beside: Path) -> tuple[str, list[str], str]:
    write_lines(found, beside / "all.jsonl")
    write_lines(found[:1], beside / "one.jsonl")
    return "JSON Lines", [str(beside / "all.jsonl")], str(beside / "one.jsonl")


def _archives(found: Sequence[Article], size: int, beside: Path) -> tuple[str, list[str], str]:
    paths = []
    for at in range(0, len(found), size):
        paths.append(str(beside / f"{at:06}.warc.gz"))
        write_archive(found[at : at + size], Path(paths[-1]))
    write_archive(found[:1], beside / "one.warc.gz")
    return "WARC, pages extracted", paths, str(beside / "one.warc.gz")
