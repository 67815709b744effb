"""Actors joined over articles: which of the actors that records name are one.

States, bodies and groups are one by their code; a ministry or a firm, which has the code of its state, is one by its
name. People are one by their Wikidata item, or by their full name where nothing speaks against it (another item,
another country); a single name ("Kim", "Lankov") is joined only to somebody of the same country or the same role. Who
is only described ("seorang pejabat") is joined to nobody. Each actor says in ``joined`` by what it was, and people can
undo that (``saksi.desk.decisions``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final, Self, TypeVar

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.rows import COLUMNS, Row
from saksi.desk.words import folded
from saksi.world.codes import name_of_code
from saksi.world.states import all_states

T = TypeVar("T")
_AT_ONCE: Final = 400  # values in one query
_N: Final = {name: n for n, name in enumerate(COLUMNS["actors"])}
_WHO: Final = itemgetter(*(_N[column] for column in ("type", "name", "code", "country", "role", "wikidata")))
ENTITY_COLUMNS: Final = ("id", "type", "name", "code", "country", "role", "wikidata")


class Entity(msgspec.Struct):
    """Somebody of the desk."""

    id: int
    type: str
    name: str
    code: str | None
    country: str | None
    role: str | None
    wikidata: str | None


class Known:
    """Those whom actors may be, and those whom they bring (``new``, ``new_names``: rows that are to be written)."""

    def __init__(self, last: int = 0) -> None:
        self.last = last
        self.by_code: dict[str, Entity] = {}
        self.by_item: dict[str, Entity] = {}
        self.by_name: dict[str, list[Entity]] = {}
        self.new: list[Row] = []
        self.new_names: list[Row] = []

    @classmethod
    def of(cls, connection: Connection, names: Iterable[str], codes: Iterable[str], items: Iterable[str]) -> Self:
        """Those of the desk who are called so, or have one of the codes or Wikidata items."""
        e, n = schema.entities, schema.entity_names
        known = cls(connection.execute(select(func.max(e.c.id))).scalar() or 0)
        columns = [e.c[name] for name in ENTITY_COLUMNS]
        for part in _parts(sorted(codes)):
            for row in connection.execute(select(*columns).where(e.c.code.in_(part), e.c.type != "person")):
                if _stands_for(row.type, row.code):
                    known.by_code.setdefault(row.code, Entity(*row))
        for part in _parts(sorted(items)):
            for row in connection.execute(select(*columns).where(e.c.wikidata.in_(part))):
                known.by_item[row.wikidata] = Entity(*row)
        for part in _parts(sorted(names)):
            query = select(n.c.folded, *columns).join(e, e.c.id == n.c.entity).where(n.c.folded.in_(part))
            for row in connection.execute(query.order_by(e.c.id)):
                known.by_name.setdefault(row.folded, []).append(Entity(*row[1:]))
        return known

    def add(self, name: str, actor: Row) -> Entity:
        """Somebody new, under a folded name."""
        self.last += 1
        values = [actor[_N[column]] for column in ENTITY_COLUMNS[1:]]
        if (code := values[2]) and _stands_for(str(values[0]), str(code)):
            values[1] = name_of_code(str(code)) or values[1]  # not the first house's word for it
        one = Entity(self.last, *values)  # type: ignore[arg-type]
        self.new.append((self.last, *values))
        self.new_names.append((name, self.last, one.name))
        self.by_name.setdefault(name, []).append(one)
        if one.wikidata:
            self.by_item.setdefault(one.wikidata, one)
        if one.code and _stands_for(one.type, one.code):
            self.by_code[one.code] = one
        return one


def join_actors(connection: Connection, actors: Sequence[Row], articles: Mapping[int, str]) -> list[Row]:
    """The rows of actors with who each is on the desk, and by what; new ones are written into its tables.

    ``articles`` gives the id of the article of each key.
    """
    if not actors:
        return []
    plain = {name: folded(name) for name in {str(row[_N["name"]]) for row in actors}}
    codes = {str(row[_N["code"]]) for row in actors if row[_N["code"]]}
    items = {str(row[_N["wikidata"]]) for row in actors if row[_N["wikidata"]]}
    known = Known.of(connection, set(plain.values()), codes, items)
    apart = _splits(connection, set(articles.values()))
    joined: list[Row] = []
    rest, at = len(COLUMNS["actors"]) - 2, _N["name"]
    for row in actors:
        name = str(row[at])
        split = apart.get((articles.get(row[0], ""), name)) if apart else None  # type: ignore[call-overload]
        entity, why = (split, "decided") if split else same(known, row, plain[name])
        joined.append((*row[:rest], entity, why))
    if known.new:
        insert(connection, "entities", ENTITY_COLUMNS, known.new)
        insert(connection, "entity_names", ("folded", "entity", "name"), known.new_names)
    return joined


def join_stored(connection: Connection) -> None:
    """Join those actors of the desk that were not joined when they were loaded."""
    a, articles = schema.actors, schema.articles
    wanted = a.c.entity.is_(None) & a.c.joined.is_(None)
    keys = connection.execute(select(a.c.article).where(wanted).distinct().order_by(a.c.article)).scalars().all()
    for part in _parts(keys):
        rows = connection.execute(select(*(a.c[name] for name in COLUMNS["actors"])).where(a.c.article.in_(part)))
        ids = connection.execute(select(articles.c.key, articles.c.id).where(articles.c.key.in_(part)))
        for row in join_actors(connection, [tuple(row) for row in rows], {one.key: one.id for one in ids}):
            named = dict(zip(COLUMNS["actors"], row, strict=True))
            where = (a.c.article == named["article"], a.c.id == named["id"])
            connection.execute(a.update().where(*where).values(entity=named["entity"], joined=named["joined"]))


def is_named(name: str) -> bool:
    """Whether somebody is called so, and not only described."""
    return name[:1].isupper() or not name[:1].isalpha()


def same(known: Known, row: Row, name: str) -> tuple[int | None, str | None]:
    """Who an actor (a row of its table) with this folded name is, and by what; null where nobody can be told."""
    kind, called, code, country, role, wikidata = _WHO(row)
    named = is_named(called)
    if code and _stands_for(str(kind), str(code)) and (named or kind == "state"):
        one = known.by_code.get(str(code))
        return (one.id, "code") if one else (known.add(name, row).id, "first")
    if not named:
        return None, None
    if wikidata and (item := known.by_item.get(str(wikidata))):
        return item.id, "wikidata"
    for one in known.by_name.get(name, ()):
        if (one.type == "person") != (kind == "person"):
            continue
        if wikidata and one.wikidata:
            continue
        if country and one.country and country != one.country:
            continue
        if kind != "person" or " " in name:
            return one.id, "name"
        if country and country == one.country:
            return one.id, "name and country"
        if role and role == one.role:
            return one.id, "name and role"
    return known.add(name, row).id, "first"


@lru_cache(4096)
def _stands_for(kind: str, code: str) -> bool:
    """Whether a code alone tells who it is: that of a state, if it is the state; that of a body or group."""
    return kind == "state" or (kind != "person" and all_states().by_code(code) is None)


def _splits(connection: Connection, articles: set[str]) -> dict[tuple[str, str], int]:
    """Whom people have told apart: the entity of a name in an article."""
    table = schema.decisions
    query = select(table.c.article, table.c.name, table.c.target).where(table.c.kind == "split")
    rows = connection.execute(query.where(table.c.undone.is_(None)))
    return {(row.article, row.name): row.target for row in rows if row.article in articles}


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
