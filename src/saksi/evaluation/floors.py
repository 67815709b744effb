"""Floors: the figures that the project's own gold must not sink below, pinned with the hash of that gold.

floors.toml has one table a gold folder, named as the folder is (``id`` for gold/id, ``probes-id`` for the file
gold/probes/id.toml)::

    [id]
    gold = "sha-256 of the folder's content"
    reason = "why the floors were last set"
    [id.floors]
    "attributed.F1" = 0.80

A floor stands a little below the figure measured, so that rounding on another machine fails nobody. When gold is
changed its hash no longer fits and the check fails until someone pins again and says why; so does a lowered floor.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from pathlib import Path

import msgspec

from saksi.errors import OptionError
from saksi.evaluation.gold import gold_files
from saksi.evaluation.scorer import Figures

SLACK = 0.01
_PINNED = (
    "statement", "attributed", "content", "speaker", "form", "stance", "cue", "source", "event", "coded", "quad",
    "told", "actors", "kept apart",
)  # fmt: skip
_HEAD = """\
# Figures that `saksi eval` must not fall below, one table a gold folder. `make test` checks them.
# Set them with `saksi eval gold/id --floors gold/floors.toml --pin "the reason"`, never by hand and never quietly.
"""


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors of one gold folder: the hash of its content, why they were last set, and each floor by its figure."""

    gold: str
    reason: str
    floors: dict[str, float]


def gold_hash(folder: Path) -> str:
    """The SHA-256 of a gold folder's records: their names and bytes, in the order of the names."""
    digest = hashlib.sha256()
    for path in gold_files(folder):
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def table_name(gold: Path) -> str:
    """The table of a gold folder, or of a file of probes by its folder and language: ``probes-id``."""
    path = gold.resolve()
    return f"{path.parent.name}-{path.stem}" if path.is_file() else path.name


def load_floors(path: Path) -> dict[str, Floors]:
    """Every table of a floors file, by the name of its gold folder.

    Raises:
        OptionError: the file cannot be read, or is not of this form.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, Floors])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise OptionError(f"floors file {path}: {error}", hint="pin floors with --pin REASON") from error


def below(path: Path, folder: Path, figures: Figures) -> list[str]:
    """What is wrong, one line each: a figure below its floor, or gold that is not the gold that was pinned.

    Raises:
        OptionError: the file is not of its form, or knows nothing of this folder.
    """
    pinned = load_floors(path).get(table_name(folder))
    if not pinned:
        raise OptionError(f"{path} has no floors for {folder}", hint="pin them with --pin REASON")
    if pinned.gold != gold_hash(folder):
        return [f"{folder} is not the gold that the floors were pinned on: pin them again with --pin REASON"]
    measured = flat(figures)
    return [
        f"{name} {measured.get(name, 0.0):.3f} is below its floor {floor:.3f}"
        for name, floor in pinned.floors.items()
        if measured.get(name, 0.0) < floor
    ]


def pin(path: Path, folder: Path, figures: Figures, reason: str) -> Floors:
    """Sets the floors of a gold folder from its figures, with the reason, and writes the file."""
    if not reason.strip():
        raise OptionError("floors are pinned without a reason", hint="say why: --pin 'forms of address added'")
    measured = flat(figures)
    floors = {k: math.floor((v - SLACK) * 100 + 1e-9) / 100 for k, v in measured.items() if v > SLACK}
    pinned = Floors(gold=gold_hash(folder), reason=reason.strip(), floors=floors)
    tables = load_floors(path) if path.exists() else {}
    tables[table_name(folder)] = pinned
    path.write_text(_HEAD + "".join(_table(name, table) for name, table in sorted(tables.items())), "utf-8")
    return pinned


def flat(figures: Figures) -> dict[str, float]:
    """The figures that are pinned, by name: F1 where there is precision and recall."""
    result: dict[str, float] = {}
    for name in _PINNED:
        figure = figures.get(name)
        if isinstance(figure, dict):
            result[f"{name}.F1"] = figure["F1"]
        elif figure is not None:
            result[name] = figure
    return result


def _table(name: str, floors: Floors) -> str:
    # JSON strings of plain words are TOML strings too, and quoting them needs no writer of TOML.
    quote = msgspec.json.encode
    lines = [f"\n[{name}]", f"gold = {quote(floors.gold).decode()}", f"reason = {quote(floors.reason).decode()}"]
    lines += [f"\n[{name}.floors]", *(f'"{key}" = {value:.2f}' for key, value in floors.floors.items())]
    return "\n".join(lines) + "\n"
