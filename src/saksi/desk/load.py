"""Records into a desk: a batch a transaction, each article whole or not at all, each text once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.copies import Fresh, find_copies
from saksi.desk.insert import insert
from saksi.desk.people import join_actors
from saksi.desk.replay import Reviewed
from saksi.desk.review import keep_machine, mark, replayed
from saksi.desk.rows import COLUMNS, Row, add_rows, article_row
from saksi.desk.store import Store
from saksi.desk.words import words_of
from saksi.plover import TYPES
from saksi.record import ReaderInfo, Record
from saksi.sources.trouble import Unread

Rows = dict[str, list[Row]]
# What a database cannot hold: NUL, and half a pair of surrogates.
_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")


class Loaded(msgspec.Struct):
    """How many articles were new, read anew by a newer reader, or there already; ``left_out`` cannot be stored."""

    added: int = 0
    replaced: int = 0
    same: int = 0
    copies: int = 0
    left_out: list[Unread] = []

    def __add__(self, other: Loaded) -> Loaded:
        return Loaded(
            self.added + other.added,
            self.replaced + other.replaced,
            self.same + other.same,
            self.copies + other.copies,
            self.left_out + other.left_out,
        )


def load_batch(store: Store, records: Sequence[Record], load: int = 0, *, copies: bool = True) -> Loaded:
    """Write records in one transaction; a text that is there is replaced only by a newer reader.

    The same text under another address or of another house is kept as a copy. A record that cannot be stored is left
    out with its reason, and the others go in. With ``copies`` each new article is compared with those of the desk, to
    find which are one dispatch.

    Raises:
        DeskError: the database failed; none of the batch is there then, and it can be loaded again.
    """
    done = Loaded()
    chosen: dict[str, Record] = {}
    again: list[tuple[str, Record]] = []
    for record in records:
        if (why := unfit(record)) is not None:
            done.left_out.append(Unread(record.article.url or record.article.id or record.article.text_hash, "", *why))
            continue
        text_hash = record.article.text_hash
        if text_hash in chosen:
            again.append((text_hash, chosen[text_hash]))
        chosen[text_hash] = record  # the last of several readings of one text counts
    with store.writing() as connection:
        there = articles_there(connection, list(chosen))
        last: int = connection.execute(select(func.max(schema.articles.c.key))).scalar() or 0
        corrected = replayed(connection, chosen)
        kept: dict[str, Reviewed] = {}
        rows: Rows = {name: [] for name in COLUMNS}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        keys: dict[str, int] = {}
        fresh: list[Fresh] = []
        for text_hash, machine in chosen.items():
            old, record = there.get(text_hash), machine
            if text_hash in corrected and (old is None or newer(record.reader, old.reader)):
                kept[text_hash] = corrected[text_hash]
                record = kept[text_hash].record
            if old is None:
                last += 1
                keys[text_hash] = last
                words = words_of(record.article.text)
                fresh.append(Fresh(last, record.article.published, record.article.text, words))
                rows["articles"].append(article_row(record, words, last, text_hash, load, now))
                add_rows(rows, record, last)
                done.added += 1
                continue
            keys[text_hash] = old.key
            again.append((text_hash, record))
            if newer(record.reader, old.reader):
                _clear(connection, record, old.key)
                add_rows(rows, record, old.key)
                done.replaced += 1
            else:
                done.same += 1
        by_key = {key: text_hash for text_hash, key in keys.items()}
        rows["actors"] = join_actors(connection, rows["actors"], by_key)
        _write(connection, rows)
        for text_hash, reviewed in kept.items():
            mark(connection, keys[text_hash], reviewed)
            keep_machine(connection, keys[text_hash], chosen[text_hash])
        done.copies = _keep_copies(connection, [(keys[text_hash], record) for text_hash, record in again], load)
        if copies:
            find_copies(connection, fresh)
    return done


def unfit(record: Record) -> tuple[str, str, str] | None:
    """Why a record cannot be stored: code, reason, what to do; null if it can."""
    found = _UNFIT.search(record.article.text) or _UNFIT.search(record.article.title or "")
    if found:
        return "S630", f"its text holds the character {found[0]!r}, which no database takes", "take it out of the text"
    unknown = next((act.type for act in record.events if act.type not in TYPES), None)
    if unknown is not None:
        return "S631", f"it holds an event of the type {unknown!r}, which is none of PLOVER's", "read it with Saksi"
    return None


class There(msgspec.Struct, frozen=True):
    """An article of the desk, and who read it."""

    key: int
    saksi: str
    reader_language: str
    model: str

    @property
    def reader(self) -> ReaderInfo:
        """Who read it."""
        return ReaderInfo(self.saksi, self.reader_language, self.model)


def articles_there(connection: Connection, hashes: Sequence[str]) -> dict[str, There]:
    """Those of the texts that are on the desk, by their hashes."""
    table = schema.articles
    query = select(table.c.id, table.c.key, table.c.saksi, table.c.reader_language, table.c.model)
    rows = connection.execute(query.where(table.c.id.in_(hashes)))
    return {row.id: There(row.key, row.saksi, row.reader_language, row.model) for row in rows}


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
        if lines:
            insert(connection, name, COLUMNS[name], lines)
    if sqlite and rows["articles"]:
        at = [COLUMNS["articles"].index(column) for column in ("key", "title_words", "words")]
        words = [tuple(line[i] for i in at) for line in rows["articles"]]
        connection.exec_driver_sql("INSERT INTO article_words (rowid, title_words, words) VALUES (?, ?, ?)", words)


def _keep_copies(connection: Connection, given: Sequence[tuple[int, Record]], load: int) -> int:
    """Keep where else a text was seen: another house, address, title or date."""
    articles, copies = schema.articles, schema.copies
    columns = ("outlet", "url", "title", "published")
    kept = 0
    for key, record in given:
        seen = tuple(getattr(record.article, name) for name in columns)
        first = select(*(articles.c[name] for name in columns)).where(articles.c.key == key)
        before = connection.execute(select(*(copies.c[name] for name in columns)).where(copies.c.article == key)).all()
        if not any(seen) or seen in {tuple(row) for row in (*connection.execute(first), *before)}:
            continue
        row = (key, len(before), *seen, record.article.retrieved, load)
        insert(connection, "copies", ("article", "n", *columns, "retrieved", "load"), [row])
        kept += 1
    return kept


def newer(new: ReaderInfo, old: ReaderInfo) -> bool:
    """Whether one reader is of a later version than another: of Saksi, else of the model of the same name."""
    if _numbers(new.saksi) != _numbers(old.saksi):
        return _numbers(new.saksi) > _numbers(old.saksi)
    return _numbers(new.model) > _numbers(old.model) if _name(new.model) == _name(old.model) else new.model != old.model


def _name(model: str) -> str:
    return model.rpartition("-")[0]


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.rpartition("-")[2].split(".") if part.isdigit()]
