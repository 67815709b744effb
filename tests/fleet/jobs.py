"""What workers do in tests: functions that a process of its own can import."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import msgspec

from saksi.fleet.shards import Shard
from saksi.fleet.work import COUNTS, Counts
from saksi.options import Options
from saksi.record import Article


def count(shard: Shard, out: Path, options: Options, aside: frozenset[int]) -> Counts:
    """Count the articles; "RACUN" in one kills the process, "SALAH" fails the shard."""
    counts = Counts(shard.name)
    for number, item in enumerate(shard.items(options.max_chars)):
        counts.given += 1
        if number in aside or not isinstance(item, Article):
            counts.left_out["S701"] = counts.left_out.get("S701", 0) + 1
            continue
        if "RACUN" in item.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "SALAH" in item.text:
            raise ValueError("salah")
        counts.read += 1
    (out / shard.name).mkdir(exist_ok=True)
    (out / shard.name / COUNTS).write_bytes(msgspec.json.encode(counts))
    return counts
