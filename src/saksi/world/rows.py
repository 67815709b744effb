"""The other tables: organisations, groups, bodies of states and leaders, a struct for the rows of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from saksi.world.dates import check_term
from saksi.world.names import Code, Item, Text, Texts
from saksi.world.table import load_table

BodyKind = Literal[
    "ministry", "forces", "police", "intelligence", "parliament", "court", "agency", "government", "media"
]
Office = Literal["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "supreme_leader"]
# An actor's code: capitals, digits, and what joins words.
ActorCode = Annotated[str, Meta(pattern=r"^[A-Z0-9][A-Z0-9 &'/.+-]*$")]
HEAD = 3


class Head(msgspec.Struct, frozen=True):
    """Who leads an organisation or a group, and when; the usual name first."""

    names: Texts
    begin: str | None
    end: str | None
    title: str | None


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of organisations.tsv: an intergovernmental body; organs with no code of their own have that of the whole.

    ``heads`` are ``name@from@to`` or ``name@from@to@title``, the spellings of a name with ``/`` between them.
    """

    code: ActorCode
    wikidata: Item | None
    name_id: Text
    names_id: Texts
    name_en: Text
    names_en: Texts
    heads: Texts
    ambiguous: Texts

    def __post_init__(self) -> None:
        for _ in parse_heads(self.heads):
            pass


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of groups.tsv: an armed group, a party or a movement, with its home if it has one."""

    code: ActorCode
    country: Code | None
    kind: Literal["armed", "party", "movement"]
    wikidata: Item | None
    name_id: Text
    names_id: Texts
    name_en: Text
    names_en: Texts
    heads: Texts
    ambiguous: Texts

    def __post_init__(self) -> None:
        for _ in parse_heads(self.heads):
            pass


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of bodies.tsv: a body of a state that has a name of its own (TNI, Knesset, KCNA)."""

    country: Code
    kind: BodyKind
    name_id: Text
    names_id: Texts
    name_en: Text
    names_en: Texts
    ambiguous: Texts


class Leader(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"begin": "from", "end": "to"}):
    """A row of leaders.tsv: one term of one person in one office; a bound may be a day, a month, a year or open."""

    country: Code
    name: Text
    aliases: Texts
    office: Office
    title_id: Text
    begin: str | None
    end: str | None
    wikidata: Item | None

    def __post_init__(self) -> None:
        check_term(self.begin, self.end)


def parse_heads(heads: Texts) -> Iterator[Head]:
    """Read the heads of an organisation or a group; ``ValueError`` if one does not fit."""
    for text in heads:
        name, *rest = text.split("@")
        if not name or len(rest) not in (HEAD - 1, HEAD):
            raise ValueError(f"head {text!r} is not name@from@to or name@from@to@title")
        begin, end, title = (rest[0] or None, rest[1] or None, rest[2] if len(rest) == HEAD else None)
        check_term(begin, end)
        yield Head(tuple(name.split("/")), begin, end, title)


@cache
def load_organisations() -> tuple[Organisation, ...]:
    """Read organisations.tsv; ``ModelError`` if it is missing or broken."""
    return load_table("organisations.tsv", Organisation, unique="name_en")


@cache
def load_groups() -> tuple[Group, ...]:
    """Read groups.tsv; ``ModelError`` if it is missing or broken."""
    return load_table("groups.tsv", Group, unique="name_en")


@cache
def load_bodies() -> tuple[Body, ...]:
    """Read bodies.tsv; ``ModelError`` if it is missing or broken."""
    return load_table("bodies.tsv", Body)


@cache
def load_leaders() -> tuple[Leader, ...]:
    """Read leaders.tsv; ``ModelError`` if it is missing or broken."""
    return load_table("leaders.tsv", Leader)
