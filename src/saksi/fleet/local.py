"""The local engine: shards over the cores of one machine.

A worker is a process of its own. It is renewed after some shards, so that memory stays flat; when one dies, the others
go on with a new pool, and the shards that were being worked on are read again one at a time. A shard that kills its
worker even alone holds an article that does: it is found by halving, and set aside.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Final

from saksi.fleet.culprit import Job, Result, alone
from saksi.fleet.places import Place
from saksi.fleet.shards import Shard
from saksi.fleet.threads import one_thread
from saksi.fleet.work import Counts, work
from saksi.options import Options

_SHARDS_PER_WORKER: Final = 20
_AHEAD: Final = 2  # shards waiting for each worker: no more are handed out, however many there are


def run_local(todo: Iterable[Shard], out: Place, options: Options, workers: int, job: Job = work) -> Iterator[Result]:
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
            yield alone(partial(_attempt, job, shard, options), shard, out, options)
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


def _attempt(job: Job, shard: Shard, options: Options, aside: frozenset[int], out: Place) -> Result | None:
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
    # The initializer is the first of Saksi that a worker imports, before a job comes and NumPy with it.
    return ProcessPoolExecutor(
        workers, mp_context=context, initializer=one_thread, max_tasks_per_child=_SHARDS_PER_WORKER
    )
