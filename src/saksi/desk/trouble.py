"""Why a desk cannot be opened, read or written: the codes S6xx, each with what to do (docs/errors.md has them)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError

from saksi.errors import DeskError

HINTS: Final = {
    "S600": "the desk is as it was before; look at what the database says",
    "S601": "name another file with --desk; Saksi leaves this one alone",
    "S602": "install a newer Saksi; the desk was not touched",
    "S603": "make room and run it again: what was loaded before is kept, and is not loaded twice",
    "S604": "wait for the other program, or stop it, and run it again",
    "S605": "name a file (saksi.db) or a database (postgresql://user@host/name)",
    "S606": "load something first: `saksi load PATH... --desk FILE`",
    "S607": "see that the server runs and that user, password and database are right",
    "S608": "pip install 'saksi[postgres]'",
    "S609": "give yourself the right to write the file and its folder",
    "S640": "look at the spelling; `saksi who NAME` tells codes, `saksi search WORDS` shows who speaks",
    "S641": "take one of those",
    "S642": "write a day, a month or a year: 2023-09-13, 2023-09 or 2023",
    "S643": "`saksi search WORDS` lists articles with their ids",
    "S644": "read the article anew (`desk.record`, or the page): its numbers may have changed since",
    "S645": "docs/desk.md names the fields and what each may hold",
    "S646": "the history of the article lists what can be undone",
    "S647": "`saksi actor NAME` lists those of the name, with their numbers",
    "S650": "name the folder that `saksi run ... --out FOLDER` has written, or the file of a desk",
    "S651": "run the same `saksi run` again: it reads what is missing (or leave the inputs out that fail)",
    "S652": "pip install 'saksi[duckdb]'",
    "S653": "load the articles into a desk: `saksi load PATH... --desk FILE`",
    "S654": "look at what DuckDB says; take the folder of a damaged shard away and run the same `saksi run` again",
    "S620": "an earlier copy of the file may be whole; `sqlite3 FILE .recover` saves what can be read",
}

# SQLite's own codes, and what they are here.
_SQLITE: Final = {
    "SQLITE_FULL": ("S603", "the disk is full"),
    "SQLITE_BUSY": ("S604", "another program holds the desk"),
    "SQLITE_LOCKED": ("S604", "another program holds the desk"),
    "SQLITE_NOTADB": ("S601", "it is a file, but no desk"),
    "SQLITE_CANTOPEN": ("S609", "it cannot be opened"),
    "SQLITE_READONLY": ("S609", "it cannot be written"),
    "SQLITE_PERM": ("S609", "it cannot be opened"),
    "SQLITE_CORRUPT": ("S620", "the file is damaged"),
}
# SQLSTATE classes of PostgreSQL.
_POSTGRES: Final = {
    "53100": ("S603", "the disk of the database is full"),
    "55P03": ("S604", "another program holds the desk"),
    "40P01": ("S604", "another program holds the desk"),
    "42501": ("S609", "the user may not do that"),
    "08": ("S607", "the connection to the database broke"),
    "28": ("S607", "the database refuses the user"),
    "3D000": ("S607", "the database does not exist"),
    "57": ("S607", "the database stopped"),
}


def trouble(code: str, what: str) -> DeskError:
    """The error with a code S6xx, what happened, and the hint that belongs to the code."""
    return DeskError(what, hint=HINTS[code], code=code)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what a database says within into one clear error that names the desk.

    Raises:
        DeskError: the database failed.
    """
    try:
        yield
    except DBAPIError as error:
        code, what = _meaning(error)
        raise trouble(code, f"{where}: {what}") from error


def _meaning(error: DBAPIError) -> tuple[str, str]:
    cause = error.orig
    name = getattr(cause, "sqlite_errorname", None)
    if name:
        # SQLITE_IOERR_WRITE and the like have the plain code before the second underscore.
        plain = "_".join(name.split("_")[:2])
        return _SQLITE.get(name) or _SQLITE.get(plain) or ("S600", f"{cause}")
    state = getattr(cause, "sqlstate", None) or ""
    for length in (5, 2):
        if state[:length] in _POSTGRES and state:
            return _POSTGRES[state[:length]]
    line = " ".join(str(cause).split())
    if isinstance(error, OperationalError | InterfaceError) and not state and not name:
        return "S607", f"the database cannot be reached: {line}"
    kind = "the database refused it" if isinstance(error, DatabaseError) else "the database failed"
    return "S600", f"{kind}: {line}"
