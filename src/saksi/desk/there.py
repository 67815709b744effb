"""What is on the desk already, and whether a reader is newer than the one that read it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select

from saksi.desk import schema
from saksi.record import ReaderInfo


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


def newer(new: ReaderInfo, old: ReaderInfo) -> bool:
    """Whether one reader is of a later version than another: of Saksi, else of the model of the same name."""
    if _numbers(new.saksi) != _numbers(old.saksi):
        return _numbers(new.saksi) > _numbers(old.saksi)
    return _numbers(new.model) > _numbers(old.model) if _name(new.model) == _name(old.model) else new.model != old.model


def _name(model: str) -> str:
    return model.rpartition("-")[0]


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.rpartition("-")[2].split(".") if part.isdigit()]
