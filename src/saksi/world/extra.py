"""The user's own table, `--world FILE`: names, actors and leaders that Saksi does not know, or sees differently."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import msgspec

from saksi.errors import ModelError
from saksi.world.dates import check_term
from saksi.world.entry import Kind
from saksi.world.meaning import OFFICES, Meaning
from saksi.world.names import Code, Item, Text, Texts, loose_key
from saksi.world.rows import ActorCode
from saksi.world.states import load_states
from saksi.world.table import parse_rows

ALPHA_3 = re.compile("[A-Z]{3}")
OF_STATES = frozenset({"state", "capital", "metonym", "demonym", "city", "body"})


class ExtraRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"begin": "from", "end": "to"}):
    """A row of the user's table; what a kind has no use for stays empty."""

    kind: Kind
    code: ActorCode | None
    country: Code | None
    names: Texts
    name: Text
    role: Text | None
    begin: str | None
    end: str | None
    wikidata: Item | None

    def __post_init__(self) -> None:
        check_term(self.begin, self.end)
        if not (self.code or self.country):
            raise ValueError("a row needs a code or a country")
        if (self.begin or self.end) and self.kind != "leader":
            raise ValueError("only a leader has a term (from, to)")

    @property
    def actor(self) -> str:
        """The code of the actor that the row is about."""
        return self.code or self.country or ""


class Extra(msgspec.Struct, frozen=True):
    """The user's table, ready for the index: names by what they are compared by, leaders, and who these are."""

    names: dict[str, list[Meaning]] = {}
    leaders: tuple[tuple[Meaning, Texts], ...] = ()
    persons: frozenset[tuple[str, str]] = frozenset()


def read_extra(path: Path) -> Extra:
    """Read the user's table.

    Raises:
        ModelError: the file cannot be read, or a row does not fit; the message names file and line.
    """
    try:
        text = path.read_text("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ModelError(f"{path}: {reason}", code="S402", hint="name a file with --world") from error
    return _extra(text, str(path))


def _extra(text: str, file: str) -> Extra:
    try:
        rows = list(parse_rows(text.rstrip("\n"), file, ExtraRow))
    except ModelError as error:
        raise _unfit(error.what) from error
    states = {row.actor for _, row in rows if row.kind == "state"}
    known = {state.code for state in load_states()} | {code for code in states if ALPHA_3.fullmatch(code)}
    names: defaultdict[str, list[Meaning]] = defaultdict(list)
    leaders = []
    for number, row in rows:
        for code in (row.actor if row.kind in OF_STATES else None, row.country):
            if code and code not in known:
                raise _unfit(f"{file}:{number}: {code} is the code of no state (ISO 3166-1 alpha-3)")
        meaning = _meaning(row)
        if row.kind == "leader":
            leaders.append((meaning, (row.name, *row.names)))
        for name in (row.name, *row.names):
            names[loose_key(name)].append(meaning)
    persons = frozenset((leader.code, loose_key(leader.name_id)) for leader, _ in leaders)
    return Extra(names=dict(names), leaders=tuple(leaders), persons=persons)


def _meaning(row: ExtraRow) -> Meaning:
    office = row.role if row.role in OFFICES else "head"
    return Meaning(
        kind=row.kind,
        code=row.actor,
        country=row.country or (row.code if row.kind in OF_STATES else None),
        name_id=row.name,
        name_en=row.name,
        role=office if row.kind == "leader" else row.role,
        title=row.role if row.kind == "leader" and row.role not in OFFICES else None,
        begin=row.begin,
        end=row.end,
        wikidata=row.wikidata,
    )


def _unfit(what: str) -> ModelError:
    return ModelError(what, code="S402", hint="docs/cli.md describes the file that --world takes")
