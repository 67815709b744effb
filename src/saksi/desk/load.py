"""Records into a desk: a batch a transaction, each article whole or not at all, each text once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.rows import article_row, read_rows
from saksi.desk.store import Store
from saksi.record import ReaderInfo, Record

Rows = dict[str, list[dict[str, object]]]


class Loaded(msgspec.Struct):
    """How many articles were new, read anew by a newer reader, or there already."""

    added: int = 0
    replaced: int = 0
    same: int = 0


def load_batch(store: Store, records: Sequence[Record], load: int = 0) -> Loaded:
    """Write records in one transaction; a text that is there is replaced only by a newer reader.

    Raises:
        DeskError: the database failed; none of the batch is there then, and it can be loaded again.
    """
    done = Loaded()
    # The last of several readings of one text counts.
    chosen = {record.article.text_hash: record for record in records}
    table = schema.articles
    with store.writing() as connection:
        query = select(table.c.id, table.c.key, table.c.saksi, table.c.reader_language, table.c.model)
        there = {row.id: row for row in connection.execute(query.where(table.c.id.in_(chosen)))}
        key = connection.execute(select(func.max(table.c.key))).scalar() or 0
        rows: Rows = {table.name: [] for table in (table, *schema.READ)}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for name, record in chosen.items():
            old = there.get(name)
            if old is None:
                key += 1
                rows["articles"].append(article_row(record, key, load, now))
                _collect(rows, record, key)
                done.added += 1
            elif _newer(record.reader, ReaderInfo(old.saksi, old.reader_language, old.model)):
                _clear(connection, record, old.key)
                _collect(rows, record, old.key)
                done.replaced += 1
            else:
                done.same += 1
        _write(connection, rows)
    return done


def _collect(rows: Rows, record: Record, key: int) -> None:
    for name, more in read_rows(record, key).items():
        rows[name] += more


def _clear(connection: Connection, record: Record, key: int) -> None:
    """Take away what an older reader read, and name the new one."""
    for table in schema.READ:
        connection.execute(table.delete().where(table.c.article == key))
    reader = record.reader
    values = {"saksi": reader.saksi, "reader_language": reader.language, "model": reader.model}
    connection.execute(schema.articles.update().where(schema.articles.c.key == key).values(values))


def _write(connection: Connection, rows: Rows) -> None:
    """Insert the rows, articles first, by one statement a table."""
    sqlite = connection.dialect.name == "sqlite"
    for name, lines in rows.items():
        if not lines:
            continue
        if not sqlite:
            connection.execute(schema.META.tables[name].insert(), lines)
            continue
        columns = tuple(lines[0])
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own
        connection.exec_driver_sql(sql, [tuple(map(line.__getitem__, columns)) for line in lines])
    if sqlite and rows["articles"]:
        connection.exec_driver_sql(
            "INSERT INTO article_words (rowid, title_words, words) VALUES (?, ?, ?)",
            [(row["key"], row["title_words"], row["words"]) for row in rows["articles"]],
        )


def _newer(new: ReaderInfo, old: ReaderInfo) -> bool:
    return _numbers(new) > _numbers(old)


def _numbers(reader: ReaderInfo) -> tuple[list[int], list[int]]:
    def parts(version: str) -> list[int]:
        return [int(part) for part in version.split(".") if part.isdigit()]

    return parts(reader.saksi), parts(reader.model.rpartition("-")[2])
