"""DuckDB under SQLAlchemy: as much of a dialect as the questions of a desk need, which only read."""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql.compiler import SQLCompiler

from saksi.desk.trouble import trouble

if TYPE_CHECKING:
    import duckdb

_NAME: Final = "saksi_run"
_SETTINGS: Final[dict[str, Any]] = {
    "default_null_order": "nulls_first_on_asc_last_on_desc",  # as SQLite has it
    "memory_limit": "4GB",  # more than that goes to the disk
    # Nothing is fetched from anywhere: what is needed to read Parquet is part of the package.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class _Compiler(SQLCompiler):
    """Standard SQL, but for an OFFSET without a LIMIT: there is no LIMIT of -1."""

    def limit_clause(self, select: Any, **kw: Any) -> str:
        limit, offset = select._limit_clause, select._offset_clause
        text = "" if limit is None else f" LIMIT {self.process(limit, **kw)}"
        return text if offset is None else f"{text} OFFSET {self.process(offset, **kw)}"


class RunDialect(DefaultDialect):
    """Standard SQL with numbers ($1) for values. There are no transactions: nothing changes beneath."""

    name = _NAME
    driver = "duckdb"
    supports_statement_cache = True
    statement_compiler = _Compiler

    @classmethod
    def import_dbapi(cls) -> ModuleType:
        """The driver."""
        return import_module("duckdb")

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin nothing."""

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit nothing."""

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Take nothing back."""


registry.register(_NAME, __name__, RunDialect.__name__)


def database() -> duckdb.DuckDBPyConnection:
    """An empty database in memory; what does not fit there goes to the folder for temporary files.

    Raises:
        DeskError: duckdb is not installed (S652).
    """
    try:
        import duckdb
    except ImportError as error:
        raise trouble("S652", "a run is asked with the package duckdb, which is not installed") from error
    spill = Path(tempfile.gettempdir()) / f"saksi-{uuid4().hex}"  # made when it is needed, and taken away
    made = duckdb.connect(":memory:", config={**_SETTINGS, "temp_directory": str(spill)})
    made.execute("SET GLOBAL parquet_metadata_cache = true")
    return made


def engine_over(made: duckdb.DuckDBPyConnection) -> Engine:
    """An engine whose connections all see the same database."""
    # A value has one number wherever it stands, so that GROUP BY sees the same expression as SELECT.
    return create_engine(f"{_NAME}://", creator=made.cursor, paramstyle="numeric_dollar")
