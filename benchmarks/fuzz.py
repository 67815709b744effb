"""Fuzzing without a guide: ``python -m benchmarks.fuzz [--cases N] [--seed N] [--target NAME] [--write]``.

Cases are random bytes, or articles, lines, pages and archives of the project with bytes changed, cut, doubled or in
another encoding. A case that raises what it should not, or breaks what should hold, is kept in build/fuzz and told; the
exit code is 1 then. benchmarks/fuzz_targets.py says what is fuzzed; the same seed makes the same cases.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks import marked
from benchmarks.fuzz_data import PIECES
from benchmarks.fuzz_targets import TARGETS, Target
from benchmarks.given import given, page, write_archive, write_lines

KEPT: Final = Path("build/fuzz")
_MOST: Final = 600  # bytes of a case: what breaks a reader is seldom long, and short cases are quick
_ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251", "gb18030")
_SLOW: Final = 5.0  # CPU-seconds for one small case are a fault as well


def seeds() -> list[bytes]:
    """Bytes of every kind that is read: the beginnings of articles, lines, pages and archives."""
    found = given(["gold/id", "gold/en"])[::5]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seeds"
        write_lines(found, path)
        made = path.read_bytes().splitlines()
        write_archive(found[:2], path.with_suffix(".warc.gz"))
        made.append(path.with_suffix(".warc.gz").read_bytes())
    made += [one.text.encode() for one in found] + [page(one) for one in found]
    return made + [path.read_bytes()[:_MOST] for path in sorted(Path("tests/nasty").glob("*")) if path.is_file()]


def case(rng: random.Random, known: Sequence[bytes]) -> bytes:
    """The bytes of one case."""
    size = rng.choice((8, 40, 200, _MOST))
    if rng.random() < 0.4:
        return rng.randbytes(rng.randrange(size))
    data = rng.choice(known)
    start = rng.choice((0, 0, rng.randrange(len(data) + 1)))
    data = data[start : start + size]
    for _ in range(rng.randrange(4)):
        at, to = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
        kind = rng.randrange(6)
        if kind == 0:
            data = data[:at] + rng.randbytes(rng.randrange(1, 5)) + data[at + 1 :]
        elif kind == 1:
            data = data[:at] + data[to:]
        elif kind == 2:
            data = data[:to] + data[at:to] * rng.randrange(1, 4) + data[to:]
        elif kind == 3:
            data = data[:at] + rng.choice(PIECES).encode() + data[at:]
        elif kind == 4:
            data = data[:at] + rng.choice(known)[: size - at]
        else:
            data = data.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")
    return data


def order(targets: Sequence[str], cases: int) -> Iterator[tuple[str, Target]]:
    """The targets, each by its share, so many times in all."""
    turn = [name for name in targets for _ in range(TARGETS[name][1])]
    for number in range(cases):
        name = turn[number % len(turn)]
        yield name, TARGETS[name][0]


def run(cases: int, seed: int, targets: Sequence[str] = tuple(TARGETS)) -> tuple[Counter[str], dict[str, str]]:
    """Run so many cases; how many each target had, and the faults that were found, each once, with where it is kept."""
    rng, known = random.Random(seed), seeds()  # noqa: S311 - the same cases each time
    counts: Counter[str] = Counter()
    faults: dict[str, str] = {}
    for name, target in order(targets, cases):
        data = case(rng, known)
        counts[name] += 1
        began = time.process_time()
        try:
            target(data)
            fault = f"{name}: slow" if time.process_time() - began > _SLOW else ""
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{name}: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {str(error)[:80]!r}"
        if fault and fault not in faults:
            KEPT.mkdir(parents=True, exist_ok=True)
            faults[fault] = str(KEPT / f"{name.replace(' ', '-')}-{len(faults)}.bin")
            Path(faults[fault]).write_bytes(data)
            sys.stderr.write(f"{fault} ({faults[fault]})\n")
    return counts, faults


def main(arguments: Sequence[str]) -> None:
    """Fuzz, and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this; may be given again")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    options = parser.parse_args(arguments)
    began = time.process_time()
    counts, faults = run(options.cases, options.seed, options.target or tuple(TARGETS))
    seconds = time.process_time() - began
    told = f"{counts.total():,} cases, {len(faults)} faults, {seconds:,.0f} CPU-seconds: "
    told += ", ".join(f"{name} {count:,}" for name, count in counts.items()) + "."
    print(told)
    if options.write:
        marked.write("fuzz", told)
    if faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
