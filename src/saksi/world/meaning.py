"""A meaning: one thing that a name leads to, as the index keeps it, and the entry that tells it."""

from __future__ import annotations

import msgspec

from saksi.world.dates import told
from saksi.world.entry import Entry, Kind
from saksi.world.government import load_government

# The order of answers where a name has several meanings.
RANKS: dict[Kind, int] = {
    "state": 0, "organisation": 1, "group": 2, "body": 3, "capital": 4, "metonym": 5, "demonym": 6,
    "city": 7, "leader": 8,
}  # fmt: skip
OFFICES = ("head_of_state", "supreme_leader", "head_of_government", "foreign_minister", "defence_minister", "head")


class Meaning(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the tables say of one name; ``shared`` where they say that it has other meanings.

    A leader has an ``office`` (``head`` of an organisation or a group), perhaps a ``title``, and a term.
    """

    kind: Kind
    code: str
    country: str | None = None
    name_id: str
    name_en: str
    role: str | None = None
    title: str | None = None
    begin: str | None = None
    end: str | None = None
    wikidata: str | None = None
    shared: bool = False

    @property
    def who(self) -> tuple[str, str]:
        """What makes two meanings one: the actor, and the person if it is one."""
        return self.code, (self.wikidata or self.name_id) if self.kind == "leader" else ""

    @property
    def office_rank(self) -> int:
        """The place of the office among those of a person."""
        return OFFICES.index(self.role) if self.role in OFFICES else len(OFFICES)


def entry_of(meaning: Meaning, language: str, *, ambiguous: bool, surname: bool = False) -> Entry:
    """Tell a meaning in a language."""
    role = meaning.role
    if role and meaning.kind == "leader":
        role = load_government(language).said(role, meaning.title)
    return Entry(
        code=meaning.code,
        country=meaning.country,
        kind=meaning.kind,
        name=meaning.name_en if language == "en" else meaning.name_id,
        role=role,
        begin=meaning.begin,
        end=meaning.end,
        wikidata=meaning.wikidata,
        why=_why(meaning, surname=surname),
        ambiguous=ambiguous,
    )


def _why(meaning: Meaning, *, surname: bool) -> str:
    code, role = meaning.code, meaning.role
    match meaning.kind:
        case "state":
            return f"name of {code}"
        case "capital" | "demonym":
            return f"{meaning.kind} of {code}"
        case "metonym":
            return f"stands for the government of {code}"
        case "city":
            return f"place in {code}"
        case "organisation":
            return f"name of {code}"
        case "group":
            what = f"{role or 'group'}{' group' if role == 'armed' else ''}"
            return f"{what} of {meaning.country}" if meaning.country else what
        case "body":
            return f"{role or 'body'} of {code}"
        case "leader":
            office = load_government("en").said(role, meaning.title) if role else "leader"
            term = told(meaning.begin, meaning.end)
            held = f"{office} of {code}{', ' if term else ''}{term}"
            return f"surname of {meaning.name_en}, {held}" if surname else held
