"""What workers do in tests: functions that a process of its own can import."""

from __future__ import annotations

import os
import signal

import msgspec

from saksi.fleet.places import COUNTS, Folder, Place
from saksi.fleet.shards import Shard
from saksi.fleet.work import Counts, work
from saksi.options import Options
from saksi.record import Article


def count(shard: Shard, out: Place, options: Options, aside: frozenset[int]) -> Counts:
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
    with out.beside(shard.name) as folder:
        (folder / COUNTS).write_bytes(msgspec.json.encode(counts))
        out.publish(folder, shard.name)
    return counts


def tell_and_work(shard: Shard, out: Place, options: Options, aside: frozenset[int]) -> Counts:
    """Work, and first leave the number of the process in the folder ``pids`` beside ``out``."""
    assert isinstance(out, Folder)
    (out.path.parent / "pids" / f"{shard.name}.{os.getpid()}").touch()
    return work(shard, out, options, aside)


def tell_threads(shard: Shard, out: Place, options: Options, aside: frozenset[int]) -> Counts:
    """Count, and leave what the variables of threads say in the file ``threads`` beside ``out``."""
    assert isinstance(out, Folder)
    told = {name: value for name, value in os.environ.items() if name.endswith("_THREADS")}
    (out.path.parent / "threads").write_bytes(msgspec.json.encode(told))
    return count(shard, out, options, aside)
