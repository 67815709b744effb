"""What is compared: gold records from a folder, and readings in the same shape."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import msgspec

from saksi.errors import RecordError, SourceError
from saksi.record import Record


class Place(msgspec.Struct, frozen=True):
    """A stretch of the text, in code points; the words themselves are looked up in the text."""

    start: int
    end: int


class Said(msgspec.Struct, frozen=True):
    """A statement, with its speaker as a name. ``by`` is empty in gold."""

    content: tuple[Place, ...]
    form: str | None = None
    cue: Place | None = None
    source: Place | None = None
    speaker: str | None = None
    affiliation: str | None = None
    stance: str = "asserted"
    by: str = ""


class Act(msgspec.Struct, frozen=True):
    """An event, with its actors as codes or names. ``by`` is empty in gold."""

    type: str
    trigger: Place
    status: str | None = None
    sources: tuple[str, ...] | None = ()
    targets: tuple[str, ...] | None = ()
    by: str = ""


class Reading(msgspec.Struct, frozen=True):
    """One article as gold or as the reader has it. ``date`` is that of publication: it says who is in office."""

    text: str
    statements: tuple[Said, ...] = ()
    events: tuple[Act, ...] = ()
    id: str = ""
    lang: str | None = None
    date: str | None = None

    @property
    def key(self) -> str:
        """The SHA-256 of the text: what a gold article and a reading of it are paired by."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The reading in a record's JSON form, or in that of a gold file: actors by id become names and codes.

        Raises:
            RecordError: a field is missing or of a wrong type.
        """
        text = data.get("text") or (data.get("article") or {}).get("text")
        actors = {actor.get("id"): actor for actor in data.get("actors") or ()}

        def name(ref: str | None) -> str | None:
            return actors.get(ref, {}).get("name") or ref

        def code(ref: str) -> str:
            actor = actors.get(ref, {})
            return actor.get("code") or actor.get("country") or actor.get("name") or ref

        statements = [{**said, "speaker": name(said.get("speaker"))} for said in data.get("statements") or ()]
        events = [
            {**act, **{side: [code(ref) for ref in act.get(side) or ()] for side in ("sources", "targets")}}
            for act in data.get("events") or ()
        ]
        shape = {"text": text, "statements": statements, "events": events}
        shape |= {key: data[key] for key in ("id", "lang", "date") if key in data}
        try:
            return msgspec.convert(shape, cls)
        except msgspec.ValidationError as error:
            raise RecordError(f"{data.get('id', 'a record')}: {error}") from error

    @classmethod
    def from_record(cls, record: Record) -> Self:
        """The reading that a record holds."""
        return cls.from_dict(record.to_dict())


def gold_files(folder: Path) -> list[Path]:
    """The gold records of a folder, one a file, in the order of their names; a file of probes is one by itself.

    Raises:
        SourceError: the folder holds none.
    """
    found = [folder] if folder.is_file() else sorted(folder.glob("*.json"))
    if not found:
        raise SourceError(f"{folder} holds no gold records", hint="name a folder of .json files, such as gold/id")
    return found


def read_gold(folder: Path, language: str | None = None) -> list[Reading]:
    """The gold readings of a folder, those in one language only where ``language`` is given.

    Raises:
        SourceError: there is none.
        RecordError: a file is no gold record.
    """
    golds = [Reading.from_dict(_json(path.read_bytes(), str(path))) for path in gold_files(folder)]
    chosen = [gold for gold in golds if language in (None, gold.lang)]
    if not chosen:
        raise SourceError(f"{folder} holds no gold records in {language!r}", hint="leave --lang away, or name another")
    return chosen


def read_predictions(path: Path) -> Iterator[Reading]:
    """The readings in a JSONL file of records.

    Raises:
        SourceError: the file cannot be read.
        RecordError: a line is no record.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield Reading.from_dict(_json(line, f"{path}:{number}"))
    except OSError as error:
        raise SourceError(
            f"{path}: {error.strerror}", hint="name a file that `saksi read --format jsonl` wrote"
        ) from error


def by_key(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Readings by the hash of their text; of two of one text the later counts."""
    return {reading.key: reading for reading in readings}


def _json(data: bytes, where: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"{where}: {error}") from error
