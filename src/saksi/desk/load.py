"""Records into a desk: a batch a transaction, each article whole or not at all, each text once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.collector import collector_held
from saksi.desk.copies import Fresh, find_copies
from saksi.desk.insert import insert
from saksi.desk.people import join_actors
from saksi.desk.replay import Reviewed
from saksi.desk.review import keep_machine, mark, replayed
from saksi.desk.rows import COLUMNS, Row, add_rows, article_row
from saksi.desk.sheets import keep_sheets, sheets_stored
from saksi.desk.spreads import keep_spreads, spread_stored
from saksi.desk.store import Store
from saksi.desk.there import There, articles_there, newer
from saksi.desk.unfit import unfit
from saksi.desk.words import words_of
from saksi.record import Record
from saksi.sources.trouble import Unread

Rows = dict[str, list[Row]]


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


@collector_held()
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

    def shown() -> bool:
        return bool(done.added or done.replaced or done.copies)

    # Every row refers to one that is looked up or written here.
    with store.writing(checked=False, shown=shown) as connection:
        there = articles_there(connection, list(chosen))
        last: int = connection.execute(select(func.max(schema.articles.c.key))).scalar() or 0
        kept = _corrected(connection, chosen, there)
        keys: dict[str, int] = {}
        new: list[tuple[str, Record]] = []
        anew: list[Record] = []
        for text_hash, machine in chosen.items():
            record = kept[text_hash].record if text_hash in kept else machine
            old = there.get(text_hash)
            keys[text_hash] = old.key if old else last + len(new) + 1
            if old is None:
                new.append((text_hash, record))
                continue
            again.append((text_hash, record))
            if newer(record.reader, old.reader):
                _clear(connection, record, old.key)
                anew.append(record)
        by_key = {key: text_hash for text_hash, key in keys.items()}
        fresh, rows = _rows(new, keys, load)
        for record in anew:
            add_rows(rows, record, keys[record.article.text_hash])
        rows["actors"] = join_actors(connection, rows["actors"], by_key)
        _write(connection, rows)
        keep_spreads(connection, rows)
        keep_sheets(connection, rows, [one.key for one in fresh])
        if anew:
            spread_stored(connection, [keys[record.article.text_hash] for record in anew])
        for text_hash, reviewed in kept.items():
            mark(connection, keys[text_hash], reviewed)
            keep_machine(connection, keys[text_hash], chosen[text_hash])
        again_kept = {keys[record.article.text_hash] for record in anew} | {keys[text_hash] for text_hash in kept}
        sheets_stored(connection, sorted(again_kept))
        done.added, done.replaced, done.same = len(new), len(anew), len(chosen) - len(new) - len(anew)
        done.copies = _keep_copies(connection, [(keys[text_hash], record) for text_hash, record in again], load)
        if copies:
            find_copies(connection, fresh)
    return done


def _corrected(connection: Connection, chosen: Mapping[str, Record], there: Mapping[str, There]) -> dict[str, Reviewed]:
    """Of the records that will be written, those that people have corrected before, as they are then."""
    corrected = replayed(connection, chosen)
    return {
        text_hash: one
        for text_hash, one in corrected.items()
        if text_hash not in there or newer(chosen[text_hash].reader, there[text_hash].reader)
    }


def _rows(new: Sequence[tuple[str, Record]], keys: Mapping[str, int], load: int) -> tuple[list[Fresh], Rows]:
    """The words and the rows of new articles."""
    rows: Rows = {name: [] for name in COLUMNS}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    articles = [(keys[text_hash], record.article) for text_hash, record in new]
    fresh = [Fresh(key, one.published, one.text, words_of(one.text)) for key, one in articles]
    # One kind of work after the other, not one article after the other: tables of words stay near the processor.
    for (text_hash, record), one in zip(new, fresh, strict=True):
        rows["articles"].append(article_row(record, one.words, one.key, text_hash, load, now))
    for (_, record), one in zip(new, fresh, strict=True):
        add_rows(rows, record, one.key)
    return fresh, rows


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
