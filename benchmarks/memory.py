"""The memory of one worker over many articles: ``python -m benchmarks.memory [COUNT] [PATH ...]``.

The worker of `saksi run` is renewed after 20 shards; this one never is, so that what it keeps shows. Every article has
three words of its own. The worker is a process of its own, for the peak of a process (ru_maxrss) never falls.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.given import given, own_words, write_lines
from saksi.fleet.places import place
from saksi.fleet.shards import SIZE, Shard, shards
from saksi.fleet.work import work
from saksi.options import Options


class Memory(NamedTuple):
    """MiB at the peak: with the models loaded, after the first shard (whole articles), and at the end."""

    articles: int
    loaded: float
    first: float
    last: float


def measure(count: int, paths: Sequence[str] = (), *, size: int = SIZE) -> Memory:
    """Let a new process read so many articles, in shards of ``size``."""
    command = [sys.executable, "-m", "benchmarks.memory", "--worker", str(count), str(size), *paths]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own interpreter
    return Memory(*json.loads(told.stdout.splitlines()[-1]))


def worker(count: int, size: int, paths: Sequence[str]) -> Memory:
    """What the new process does: read shard after shard, and look at its own peak."""
    found = given(paths)
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        write_lines(found[:2], beside / "two.jsonl")
        _read([str(beside / "two.jsonl")], beside / "out", size)
        loaded = peak()
        write_lines(own_words(found, count, whole=size), beside / "all.jsonl")
        peaks = _read([str(beside / "all.jsonl")], beside / "out", size)
    return Memory(count, loaded, peaks[0], peaks[-1])


def _read(paths: Sequence[str], out: Path, size: int) -> list[float]:
    peaks = []
    for shard in shards(paths, size=size):
        if isinstance(shard, Shard):
            work(shard, place(out), Options())
            shutil.rmtree(out / shard.name)  # 100,000 articles would fill the disk for nothing
            peaks.append(peak())
            sys.stderr.write(f"{shard.name} {peaks[-1]:.0f} MiB\n")
    return peaks


def peak() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: list[str]) -> None:
    """Measure, or be the worker that is measured."""
    if arguments[:1] == ["--worker"]:
        print(json.dumps(worker(int(arguments[1]), int(arguments[2]), arguments[3:])))
        return
    count = int(arguments[0]) if arguments else SIZE
    found = measure(count, arguments[1:])
    print(f"{found.articles:,} articles: {found.loaded:.0f} MiB loaded, {found.first:.0f} MiB after the first shard, ")
    print(f"{found.last:.0f} MiB at the end")


if __name__ == "__main__":
    main(sys.argv[1:])
