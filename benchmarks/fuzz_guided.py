"""Fuzzing that is guided by what code a case reaches, with atheris (which Saksi does not need otherwise).

    python -m venv build/fuzzing && build/fuzzing/bin/pip install atheris -e '.[warc]'
    build/fuzzing/bin/python -m benchmarks.fuzz_guided TARGET [-runs=100000] [CORPUS ...]

TARGET is one of benchmarks/fuzz_targets.py; the other arguments are libFuzzer's. A crash is written to crash-HASH, and
belongs into tests/nasty when it is mended.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["saksi", "benchmarks"]):
    from benchmarks.fuzz_targets import TARGETS


def main(arguments: list[str]) -> None:
    """Fuzz one target until a case crashes, or as long as libFuzzer is told to."""
    if len(arguments) < 2 or arguments[1] not in TARGETS:
        raise SystemExit(f"name a target: {', '.join(TARGETS)}")
    target, _ = TARGETS[arguments[1]]
    atheris.Setup([arguments[0], *arguments[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
