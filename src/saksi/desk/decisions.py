"""Who is who, decided by people: two entries of the desk are one, or a name in one article is somebody else.

Nothing is thrown away: a decision can be undone, and stays on the books with its author and reason. A merge is a
pointer from one entry to another; a split gives the name in that article an entry of its own, on re-reading too.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection, func, or_, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.sheets import sheets_stored
from saksi.desk.store import Store
from saksi.desk.trouble import trouble
from saksi.desk.words import folded

_COLUMNS: Final = ("id", "kind", "entity", "target", "article", "name", "author", "created", "why")


class Decision(msgspec.Struct, frozen=True):
    """A merge: ``entity`` is ``target``. A split: ``name`` in ``article`` is not ``entity`` but ``target``."""

    id: int
    kind: Literal["merge", "split"]
    entity: int
    target: int
    article: str | None
    name: str | None
    author: str
    created: str
    why: str
    undone: str | None = None
    undone_by: str | None = None


def merge(store: Store, entity: int, into: int, *, author: str, why: str = "") -> Decision:
    """Decide that two entries are one, which is called as the second.

    Raises:
        DeskError: one of them is not there, or they are one already (S647).
    """
    table = schema.entities
    with store.writing() as connection:
        one, other = root(connection, entity), root(connection, into)
        if one == other:
            raise trouble("S647", f"@{entity} and @{into} are one already")
        kept = _keep(connection, "merge", one, other, None, None, author, why)
        moved = or_(table.c.id == one, table.c.same_as == one)
        connection.execute(table.update().where(moved).values(same_as=other))
    return kept


def split(store: Store, article: str, name: str, *, author: str, why: str = "") -> Decision:
    """Decide that a name in an article is somebody else than the desk took it for.

    Raises:
        DeskError: the article does not name anybody so who was joined to others (S647).
    """
    a, e = schema.actors, schema.entities
    with store.writing() as connection:
        query = select(a).join(schema.articles, schema.articles.c.key == a.c.article)
        row = connection.execute(query.where(schema.articles.c.id == article, a.c.name == name)).first()
        if row is None or row.entity is None:
            raise trouble("S647", f"nobody called {name!r} in the article {article!r} was joined to others")
        new: int = (connection.execute(select(func.max(e.c.id))).scalar() or 0) + 1
        values = (new, row.type, row.name, row.code, row.country, row.role, row.wikidata)
        insert(connection, "entities", ("id", "type", "name", "code", "country", "role", "wikidata"), [values])
        insert(connection, "entity_names", ("folded", "entity", "name"), [(folded(row.name), new, row.name)])
        kept = _keep(connection, "split", row.entity, new, article, name, author, why)
        here = (a.c.article == row.article, a.c.name == name)
        connection.execute(a.update().where(*here).values(entity=new, joined="decided"))
        sheets_stored(connection, [row.article])
    return kept


def undo_decision(store: Store, number: int, *, author: str) -> Decision:
    """Take a decision back, and put things as they were.

    Raises:
        DeskError: there is no such decision, or it is undone already (S646).
    """
    table, a, e = schema.decisions, schema.actors, schema.entities
    with store.writing() as connection:
        row = connection.execute(select(table).where(table.c.id == number)).one_or_none()
        if row is None or row.undone:
            raise trouble("S646", f"decision {number} is {'undone already' if row else 'not there'}")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(table.update().where(table.c.id == number).values(undone=now, undone_by=author))
        if row.kind == "split":
            there = connection.execute(select(a.c.article).where(a.c.entity == row.target).distinct()).scalars().all()
            back = a.update().where(a.c.entity == row.target)
            connection.execute(back.values(entity=row.entity, joined="name"))
            sheets_stored(connection, there)
        else:
            # What is left of the merges is done again, since later ones may rest on this one.
            connection.execute(e.update().values(same_as=None))
            left = select(table).where(table.c.kind == "merge", table.c.undone.is_(None)).order_by(table.c.id)
            for one in connection.execute(left).all():
                moved = or_(e.c.id == one.entity, e.c.same_as == one.entity)
                connection.execute(e.update().where(moved).values(same_as=root(connection, one.target)))
        return _decision(connection.execute(select(table).where(table.c.id == number)).one())


def decisions(connection: Connection) -> list[Decision]:
    """All decisions, the first first."""
    table = schema.decisions
    return [_decision(row) for row in connection.execute(select(table).order_by(table.c.id))]


def root(connection: Connection, entity: int) -> int:
    """The entry that somebody is kept under.

    Raises:
        DeskError: there is no such entry.
    """
    table = schema.entities
    row = connection.execute(select(table.c.id, table.c.same_as).where(table.c.id == entity)).first()
    if row is None:
        raise trouble("S647", f"nobody of this desk has the number @{entity}")
    return int(row.same_as or row.id)


def _keep(
    connection: Connection, kind: Literal["merge", "split"], entity: int, target: int, article: str | None,
    name: str | None, author: str, why: str,
) -> Decision:  # fmt: skip
    last: int = connection.execute(select(func.max(schema.decisions.c.id))).scalar() or 0
    now = datetime.now(UTC).isoformat(timespec="seconds")
    one = Decision(last + 1, kind, entity, target, article, name, author, now, why)
    insert(connection, "decisions", _COLUMNS, [tuple(getattr(one, column) for column in _COLUMNS)])
    return one


def _decision(row: Any) -> Decision:
    return Decision(*(getattr(row, name) for name in Decision.__struct_fields__))
