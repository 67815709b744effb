"""Corrections in a desk: accept, reject, edit or add a statement or event, undo it, and keep it over re-readings.

What the machine read of a corrected article is kept beside it; the tables hold what people made of it. So each decision
can be undone at any time, in any order: what is left is simply replayed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.checked import checked
from saksi.desk.insert import insert
from saksi.desk.people import join_actors
from saksi.desk.portable import Form, Kind, described, extent, overlaid, portable
from saksi.desk.replay import Action, Correction, Reviewed, replay
from saksi.desk.restore import restored
from saksi.desk.rows import COLUMNS, Row, add_rows
from saksi.desk.sheets import sheets_stored
from saksi.desk.spreads import spread_stored
from saksi.desk.store import Store
from saksi.desk.trouble import trouble
from saksi.record import Event, Record, Statement

_AROUND: Final = 32  # characters kept before and after the words, for people and for web annotations
READ_ROWS: Final = ("actors", "mentions", "statements", "events", "event_actors", "event_statements")


def correct(
    store: Store, article: str, kind: Kind, target: str | None, action: Action,
    changes: Mapping[str, Any] | None = None, *, author: str, note: str | None = None,
) -> Correction:  # fmt: skip
    """Keep a decision on a statement or event of an article (its id on the desk), and put it into effect.

    ``changes`` name the fields that are new: places as ``[start, end]``, actors by their id in the record or by a name.
    For ``add`` there is no target, and they need at least ``content`` (a statement) or ``trigger`` and ``type``.

    Raises:
        DeskError: there is no such article (S643) or item (S644), or the changes make no sense (S645).
    """
    if not author.strip():
        raise trouble("S645", "a correction needs an author")
    with store.writing() as connection:
        key, machine, made = _state(connection, article)
        now = replay(machine, made)
        item = _item(now, kind, target) if action != "add" else None
        given = checked(now.record, kind, action, changes or {})
        forms = {name: _portable_value(now.record, name, value) for name, value in given.items()}
        one = _decision(connection, now.record, kind, action, item, forms, author.strip(), note)
        _keep(connection, one, article_text=now.record.article.text)
        _write(connection, key, replay(machine, [*made, one]))
    return one


def undo(store: Store, correction: int, *, author: str) -> Correction:
    """Take a decision back; the decision and who undid it stay on the books.

    Raises:
        DeskError: there is no such correction, or it is undone already (S646).
    """
    table = schema.corrections
    with store.writing() as connection:
        row = connection.execute(select(table).where(table.c.id == correction)).one_or_none()
        if row is None or row.undone:
            raise trouble("S646", f"correction {correction} is {'undone already' if row else 'not there'}")
        values = {"undone": _now(), "undone_by": author}
        connection.execute(table.update().where(table.c.id == correction).values(values))
        key, machine, made = _state(connection, row.article)
        _write(connection, key, replay(machine, made))
        return _correction(connection.execute(select(table).where(table.c.id == correction)).one())


def history(connection: Connection, article: str | None = None) -> list[Correction]:
    """All decisions on an article, or on the whole desk, the first first."""
    table = schema.corrections
    query = select(table).order_by(table.c.id)
    if article is not None:
        query = query.where(table.c.article == article)
    return [_correction(row) for row in connection.execute(query)]


def reviewed(connection: Connection, article: str) -> Reviewed:
    """The record of an article with everything, what was rejected too, and what was decided of what.

    Raises:
        DeskError: there is no such article.
    """
    made = schema.corrections
    query = select(made.c.id).where(made.c.article == article, made.c.undone.is_(None)).limit(1)
    if connection.execute(query).first() is None:
        return Reviewed(restored(connection, _key(connection, article)), {})
    _, machine, decided = _state(connection, article)
    return replay(machine, decided)


def replayed(connection: Connection, records: Mapping[str, Record]) -> dict[str, Reviewed]:
    """Of newly read records, by the hashes of their texts, those that people have corrected, as they are then."""
    table = schema.corrections
    made: dict[str, list[Correction]] = {}
    if connection.execute(select(table.c.id).limit(1)).first() is not None:
        query = select(table).where(table.c.article.in_(list(records)), table.c.undone.is_(None)).order_by(table.c.id)
        for row in connection.execute(query):
            made.setdefault(row.article, []).append(_correction(row))
    return {name: replay(records[name], some) for name, some in made.items()}


def keep_machine(connection: Connection, key: int, record: Record) -> None:
    """Keep what the machine read, in place of what an earlier one did."""
    table = schema.machine_records
    connection.execute(table.delete().where(table.c.article == key))
    insert(connection, "machine_records", ("article", "record"), [(key, record.to_json())])


def mark(connection: Connection, key: int, now: Reviewed) -> None:
    """Write what was decided of each item into its row."""
    for (kind, ref), word in now.marks.items():
        table = schema.statements if kind == "statement" else schema.events
        row = table.update().where(table.c.article == key, table.c.id == ref)
        connection.execute(row.values(review=word))


def _state(connection: Connection, article: str) -> tuple[int, Record, list[Correction]]:
    """The key of an article, what the machine read in it (kept from now on), and the decisions on it."""
    key = _key(connection, article)
    kept = schema.machine_records
    stored = connection.execute(select(kept.c.record).where(kept.c.article == key)).scalar()
    record = Record.from_dict(msgspec.json.decode(stored)) if stored else restored(connection, key)
    return key, record, [one for one in history(connection, article) if not one.undone]


def _key(connection: Connection, article: str) -> int:
    key: int | None = connection.execute(select(schema.articles.c.key).where(schema.articles.c.id == article)).scalar()
    if key is None:
        raise trouble("S643", f"no article has the id {article!r}")
    return key


def _item(now: Reviewed, kind: Kind, target: str | None) -> Statement | Event:
    items: Sequence[Statement | Event] = now.record.statements if kind == "statement" else now.record.events
    item = next((one for one in items if one.id == target), None)
    if item is None:
        raise trouble("S644", f"the article has no {kind} {target!r}")
    return item


def _portable_value(record: Record, name: str, value: Any) -> Any:
    if name == "speaker":
        return described(record, value) if value else None
    if name in ("sources", "targets"):
        return [described(record, ref) for ref in value]
    return value


def _decision(
    connection: Connection, record: Record, kind: Kind, action: Action, item: Statement | Event | None,
    forms: Form, author: str, note: str | None,
) -> Correction:  # fmt: skip
    table = schema.corrections
    last: int = connection.execute(select(func.max(table.c.id))).scalar() or 0
    if item is not None:
        start, stop = extent(item)
        before = portable(record, item)
        whole = portable(*overlaid(record, item, forms)) if forms else before
    else:
        before, whole = None, forms
        places = forms["content"] if kind == "statement" else [forms["trigger"]]
        start, stop = min(at[0] for at in places), max(at[1] for at in places)
    return Correction(
        id=last + 1,
        article=record.article.text_hash,
        kind=kind,
        action=action,
        start=start,
        stop=stop,
        exact=record.article.text[start:stop],
        target=item.id if item else None,
        anchor_type=item.type if isinstance(item, Event) else forms.get("type"),
        changes=forms,
        whole=whole,
        machine=before,
        author=author,
        created=_now(),
        note=note,
    )


def _keep(connection: Connection, one: Correction, article_text: str) -> None:
    prefix = article_text[max(0, one.start - _AROUND) : one.start]
    suffix = article_text[one.stop : one.stop + _AROUND]
    value = msgspec.json.encode({"changes": one.changes, "whole": one.whole}).decode()
    machine = msgspec.json.encode(one.machine).decode() if one.machine is not None else None
    columns = (
        "id", "article", "kind", "action", "exact", "prefix", "suffix", "start", "stop", "anchor_type", "value",
        "machine", "target", "author", "created", "note",
    )  # fmt: skip
    row: Row = (
        one.id, one.article, one.kind, one.action, one.exact, prefix, suffix, one.start, one.stop, one.anchor_type,
        value, machine, one.target, one.author, one.created, one.note,
    )  # fmt: skip
    insert(connection, "corrections", columns, [row])


def _write(connection: Connection, key: int, now: Reviewed) -> None:
    """Put a record as people have it into the tables, in place of what they held of the article."""
    kept = schema.machine_records
    if connection.execute(select(kept.c.article).where(kept.c.article == key)).first() is None:
        keep_machine(connection, key, restored(connection, key))
    for table in schema.READ:
        connection.execute(table.delete().where(table.c.article == key))
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    add_rows(rows, now.record, key)
    rows["actors"] = join_actors(connection, rows["actors"], {key: now.record.article.text_hash})
    for name in READ_ROWS:
        if rows[name]:
            insert(connection, name, COLUMNS[name], rows[name])
    spread_stored(connection, [key])
    mark(connection, key, now)
    sheets_stored(connection, [key])


def _correction(row: Any) -> Correction:
    value = msgspec.json.decode(row.value)
    names = (
        "id", "article", "kind", "action", "start", "stop", "exact", "target", "anchor_type", "author", "created",
        "note", "undone", "undone_by",
    )  # fmt: skip
    machine = msgspec.json.decode(row.machine) if row.machine else None
    return Correction(**{name: getattr(row, name) for name in names}, **value, machine=machine)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
