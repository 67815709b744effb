"""A run: inputs to tables, with a manifest that accounts for every article."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from saksi.fleet.culprit import Job, Result
from saksi.fleet.local import run_local
from saksi.fleet.places import Place, place
from saksi.fleet.shards import SIZE, Shard, shards
from saksi.fleet.work import Counts, work
from saksi.options import Options
from saksi.sources import Unread

MANIFEST: Final = "manifest.json"
Engine = Callable[[Iterable[Shard], Place, Options, int, Job], Iterator[Result]]


class Account(msgspec.Struct):
    """What a run came to; ``failed`` are shards with the reason, ``missing`` inputs that are not there."""

    shards: int = 0
    done_before: int = 0
    given: int = 0
    read: int = 0
    statements: int = 0
    events: int = 0
    words: int = 0
    left_out: dict[str, int] = {}
    failed: dict[str, str] = {}
    missing: list[Unread] = []


def run(
    paths: Sequence[str],
    out: str | Path,
    options: Options,
    *,
    workers: int = 1,
    size: int = SIZE,
    told: Callable[[Account], None] | None = None,
    job: Job = work,
    engine: Engine = run_local,
) -> Account:
    """Read the inputs into ``out`` (a folder, or an address): a folder a shard with Parquet tables, and the manifest.

    What is there is not read again; what a run that was killed left half done is taken away. ``told`` is called
    whenever a shard ends; ``job`` is what a worker does with one, and ``engine`` where the workers are.

    Raises:
        OSError: the folder cannot be written.
        FleetError: the address cannot be written, or the engine cannot begin.
    """
    there = place(out)
    there.begin()
    account = Account()
    known: list[Shard] = []
    for one in shards(paths, size=size, manner=_manner(options)):
        if isinstance(one, Unread):
            account.missing.append(one)
        else:
            known.append(one)
    account.shards = len(known)
    done = there.done()
    todo = [shard for shard in known if shard.name not in done]
    account.done_before = len(known) - len(todo)
    for result in engine(todo, there, options, workers, job):
        if isinstance(result, Counts):
            _add(account, result)
        else:
            account.failed[result[0].name] = result[1]
        if told is not None:
            told(account)
    there.sweep()
    _write_manifest(account, known, there)
    return account


def _manner(options: Options) -> str:
    """What of the options decides which articles a shard holds: another choice makes other shards."""
    fast = "" if options.extractor == "careful" else f" {options.extractor}"
    return f"{fast} {options.filter}" if options.filter else fast


def _add(account: Account, counts: Counts) -> None:
    account.given += counts.given
    account.read += counts.read
    account.statements += counts.statements
    account.events += counts.events
    account.words += counts.words
    account.left_out = dict(sorted((Counter(account.left_out) + Counter(counts.left_out)).items()))


def _write_manifest(account: Account, known: Sequence[Shard], out: Place) -> None:
    """Write what is in the folder, shard by shard in the order of the inputs; the same inputs give the same bytes."""
    rows = []
    counts = out.counts([shard.name for shard in known])
    for shard in known:
        names = [Path(path).name for path in shard.paths]
        row = {"shard": shard.name, "inputs": names, "lines": [shard.first, shard.last]}
        failed = {"failed": account.failed.get(shard.name, "")}
        rows.append(row | (msgspec.json.decode(counts[shard.name]) if shard.name in counts else failed))
    text = json.dumps({"saksi.run": 1, "shards": rows}, ensure_ascii=False, indent=1, sort_keys=True)
    out.write(MANIFEST, f"{text}\n".encode())
