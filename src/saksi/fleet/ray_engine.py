"""The Ray engine: shards over the machines of a Ray cluster, or over the cores of this one.

A shard is one task. No more tasks are handed out than there are workers, and than the cluster has CPUs less one: Ray
needs room to start things in. A task whose worker dies is tried again; one that dies again is left to a search, which
is a task too and takes no CPU, so that the other shards go on meanwhile.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from saksi.errors import FleetError
from saksi.fleet.culprit import Job, Result, alone
from saksi.fleet.places import Place
from saksi.fleet.shards import Shard
from saksi.fleet.work import work
from saksi.options import Options

_SHARDS_PER_WORKER: Final = 20  # then it is renewed, so that memory stays flat
_AGAIN: Final = 1  # tries after the first: machines of a cluster come and go
_LOCAL: Final = "local"


@dataclass(frozen=True)
class RayEngine:
    """An engine for `run`; ``address`` is that of a cluster (HOST:6379, auto), or null for one of its own."""

    address: str | None = None

    def __call__(
        self, todo: Iterable[Shard], out: Place, options: Options, workers: int, job: Job = work
    ) -> Iterator[Result]:
        """Work on shards in so many tasks at once; yields what each came to, or the shard and why it failed.

        Raises:
            FleetError: Ray is not installed, or there is no cluster at the address.
        """
        with _cluster(self.address, workers) as ray:
            rest = iter(todo)
            running: dict[Any, tuple[Shard, bool]] = {}
            task = ray.remote(num_cpus=1, max_retries=_AGAIN, max_calls=_SHARDS_PER_WORKER)(_do)
            search = ray.remote(num_cpus=0, max_retries=_AGAIN, max_calls=1)(_search)
            given = (job, out, options, str(Path.cwd()))
            while True:
                reading = sum(not searched for _, searched in running.values())
                for shard in islice(rest, max(0, _room(ray, workers) - reading)):
                    running[task.remote(shard, *given)] = shard, False
                if not running:
                    return
                (ended,), _ = ray.wait(list(running), num_returns=1)
                shard, searched = running.pop(ended)
                found = _result(ray, ended, shard)
                if found is not None:
                    yield found
                elif searched:
                    yield shard, "the search for the article that ends its worker died too"
                else:
                    running[search.remote(shard, *given)] = shard, True


def _do(
    shard: Shard, job: Job, out: Place, options: Options, folder: str, aside: frozenset[int] = frozenset()
) -> Result:
    """The task: work on one shard, in the folder that the run was started in."""
    with suppress(OSError):  # it need not be on every machine: whole paths and addresses do without
        os.chdir(folder)
    try:
        return job(shard, out, options, aside)
    except Exception as error:
        return shard, f"{type(error).__name__}: {error}"


def _search(shard: Shard, job: Job, out: Place, options: Options, folder: str) -> Result:
    """The task for a shard whose worker died again: look for the article that does it, in tasks of their own."""
    import ray

    with suppress(OSError):
        os.chdir(folder)
    task = ray.remote(num_cpus=1, max_retries=0, max_calls=1)(_do)

    def attempt(aside: frozenset[int], place: Place) -> Result | None:
        return _result(ray, task.remote(shard, job, place, options, folder, aside), shard)

    return alone(attempt, shard, out, options)


def _result(ray: Any, ended: Any, shard: Shard) -> Result | None:
    """What a task came to; null if its worker or its machine died."""
    try:
        found: Result = ray.get(ended)
    except ray.exceptions.RayTaskError as error:  # before the work began: Saksi is not installed there, or another
        lines = str(error.cause or error).strip().splitlines()
        return shard, lines[-1] if lines else type(error).__name__
    except ray.exceptions.RayError:
        return None
    return found


def _room(ray: Any, workers: int) -> int:
    """How many tasks may run at once: a CPU of the cluster stays free, if it has two."""
    return max(1, min(workers, int(ray.cluster_resources().get("CPU", 1)) - 1))


@contextmanager
def _cluster(address: str | None, workers: int) -> Iterator[Any]:
    """Ray, joined to a cluster: one that this process has joined before, the one at the address, or one of its own."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    try:
        import ray
    except ImportError as error:
        raise FleetError("the engine needs the package ray", code="S702", hint="pip install 'saksi[ray]'") from error
    if ray.is_initialized():
        yield ray
        return
    more = {} if address else {"num_cpus": workers + 1, "include_dashboard": False}
    try:
        ray.init(address or _LOCAL, logging_level=logging.ERROR, log_to_driver=False, **more)
    except Exception as error:  # of many kinds, by how the address is wrong
        what = f"no Ray cluster at {address}" if address else "Ray does not start"
        hint = "see that it runs (`ray status`) and has the same versions of Ray and Python"
        raise FleetError(f"{what}: {' '.join(str(error).split())[:200]}", code="S703", hint=hint) from error
    try:
        yield ray
    finally:
        ray.shutdown()
