"""The local engine: shards over the cores of one machine.

A worker is a process of its own. It is renewed after some shards, so that memory stays flat; when one dies, the others
go on with a new pool, and the shards that were being worked on are read again one at a time. A shard that kills its
worker even alone holds an article that does: it is found by halving, and set aside.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Final

from saksi.fleet.shards import Shard
from saksi.fleet.work import Counts, work
from saksi.options import Options

Job = Callable[[Shard, Path, Options, frozenset[int]], Counts]
Result = Counts | tuple[Shard, str]
_log = logging.getLogger(__name__)
_SHARDS_PER_WORKER: Final = 20
_AHEAD: Final = 2  # shards waiting for each worker: no more are handed out, however many there are


def run_local(todo: Iterable[Shard], out: Path, options: Options, workers: int, job: Job = work) -> Iterator[Result]:
    """Work on shards with so many processes; yields what each came to, or the shard and why it failed, as they end.

    ``job`` is what a worker does: a function of a module that it can import.
    """
    rest = iter(todo)
    suspects: list[Shard] = []
    while True:
        waiting: dict[Future[Counts], Shard] = {}
        with _pool(workers) as pool:
            try:
                while True:
                    for shard in islice(rest, workers * _AHEAD - len(waiting)):
                        waiting[pool.submit(job, shard, out, options, frozenset())] = shard
                    if not waiting:
                        break
                    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                    for future in done:
                        yield _result(future, waiting[future])
                        del waiting[future]
            except BrokenProcessPool:
                suspects += waiting.values()
        for shard in suspects:
            yield _alone(job, shard, out, options)
        if not suspects:
            return
        suspects = []


def _result(future: Future[Counts], shard: Shard) -> Result:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:
        return shard, f"{type(error).__name__}: {error}"


def _alone(job: Job, shard: Shard, out: Path, options: Options) -> Result:
    """Work on one shard in a process of its own; articles that kill it are found by halving and set aside."""
    aside: frozenset[int] = frozenset()
    while True:
        found = _try(job, shard, out, options, aside)
        if found is not None:
            return found
        count = sum(1 for _ in shard.items(options.max_chars, options.extractor))
        culprit = _find(job, shard, out, options, aside, count)
        if culprit is None:
            return shard, "its worker died again and again, and no single article does that"
        _log.warning("article %s of %s ends the process that reads it: set aside", culprit + 1, shard.name)
        aside |= {culprit}


def _find(job: Job, shard: Shard, out: Path, options: Options, aside: frozenset[int], count: int) -> int | None:
    """The number of an article with which alone the worker dies."""
    suspects = [n for n in range(count) if n not in aside]
    while len(suspects) > 1:
        half = suspects[: len(suspects) // 2]
        others = frozenset(range(count)) - set(half)
        suspects = half if _try(job, shard, out, options, others) is None else suspects[len(suspects) // 2 :]
    if not suspects or _try(job, shard, out, options, frozenset(range(count)) - set(suspects)) is not None:
        return None
    return suspects[0]


def _try(job: Job, shard: Shard, out: Path, options: Options, aside: frozenset[int]) -> Result | None:
    """Work on a shard in a new process; null if the process dies."""
    with _pool(1) as pool:
        future = pool.submit(job, shard, out, options, aside)
        try:
            return _result(future, shard)
        except BrokenProcessPool:
            return None


def _pool(workers: int) -> ProcessPoolExecutor:
    # "spawn": a child of a process with threads or open databases must not begin as its copy.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=_SHARDS_PER_WORKER)
