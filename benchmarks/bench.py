"""The benchmark of reading, one command and one table: ``make bench [ARTICLES=FOLDER]``.

    python -m benchmarks.bench [PATH ...] [--count N] [--memory N] [--kills N] [--no-write]

It measures each stage, `saksi run` on one worker and on two, the memory of a worker and what kills leave behind, and
puts the table into docs/benchmarks.md. Without a PATH it reads the project's own articles. Times are CPU times.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks import kills_run, marked, memory, scaling, stages
from benchmarks.given import given, repeated, words


class Line(NamedTuple):
    """A line of the table; ``ratio`` is to bare spaCy, or to one worker."""

    name: str
    figure: str
    ratio: str = ""


def of_stages(found: stages.Stages) -> Iterator[Line]:
    """The stages, the whole, and spaCy alone."""
    for stage in found.stages:
        yield Line(stage.name, f"{stage.speed:,.0f} words a CPU-second", f"{found.spacy / stage.speed:.2f}")
    yield Line("whole reading, from text to record", f"{found.whole:,.0f} words a CPU-second", f"{found.ratio:.2f}")
    yield Line("bare spaCy (`nlp.pipe`, the same pipelines)", f"{found.spacy:,.0f} words a CPU-second", "1")


def of_runs(found: Sequence[scaling.Scaling]) -> Iterator[Line]:
    """The runs, each pair of workers compared."""
    one = {each.kind: each for each in found if each.workers == 1}
    for each in found:
        alone = one[each.kind]
        told = f"{each.cpu:,.0f} words a CPU-second, {each.clock:,.0f} a second"
        ratio = f"{alone.cpu / each.cpu:.2f} of the CPU, {each.clock / alone.clock:.2f} times as quick"
        workers = "worker" if each.workers == 1 else "workers"
        yield Line(f"`saksi run`, {each.kind}, {each.workers} {workers}", told, "" if each is alone else ratio)


def of_memory(found: memory.Memory) -> Iterator[Line]:
    """What a worker holds."""
    told = f"{found.first:.0f} MiB after the first shard, {found.last:.0f} MiB at the end"
    yield Line(f"peak memory of one worker over {found.articles:,} articles", told)


def of_kills(found: kills_run.Kills) -> Iterator[Line]:
    """What kills left behind."""
    told = f"{found.differed} differ" if found.differed else "byte for byte that of an undisturbed run"
    yield Line(f"output after {found.killed} kills, {found.ended} runs gone on with to their end", told)


def table(lines: Sequence[Line]) -> str:
    """The lines in Markdown."""
    rows = ["| | | cost beside bare spaCy, or one worker |", "|---|---|---|"]
    return "\n".join([*rows, *(f"| {line.name} | {line.figure} | {line.ratio} |" for line in lines)])


def measured(options: argparse.Namespace) -> Iterator[Line]:
    """Every line, as it is measured."""
    found = given(options.paths)
    yield from of_stages(stages.measure(repeated(found, max(len(found), stages.BATCH))))
    if options.count:
        yield from of_runs(scaling.measure(repeated(found, options.count)))
    if options.memory:
        yield from of_memory(memory.measure(options.memory, options.paths))
    if options.kills:
        yield from of_kills(kills_run.measure(options.kills, options.paths))


def main(arguments: Sequence[str]) -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders of articles")
    parser.add_argument("--count", type=int, default=800, help="articles that `saksi run` reads, by repetition (800)")
    parser.add_argument("--memory", type=int, default=4_000, help="articles that one worker reads (4000)")
    parser.add_argument("--kills", type=int, default=20, help="how often a run is killed (20)")
    parser.add_argument("--no-write", action="store_true", help="leave docs/benchmarks.md as it is")
    options = parser.parse_args(arguments)
    lines = []
    for line in measured(options):
        print(f"{line.name}: {line.figure}" + (f" ({line.ratio})" if line.ratio else ""), flush=True)
        lines.append(line)
    found = given(options.paths)
    told = f"{len(found)} articles, {words(found):,} words; {marked.machine()}. Times are CPU times, in one run."
    if not options.no_write:
        marked.write("bench", f"{table(lines)}\n\n{told}")


if __name__ == "__main__":
    main(sys.argv[1:])
