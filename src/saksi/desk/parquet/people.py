"""Who is who in a run: its actors are joined as those of a desk are, article after article, when that is asked for."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from saksi.desk import schema
from saksi.desk.parquet import views
from saksi.desk.parquet.store import RunStore
from saksi.desk.people import ENTITY_COLUMNS, Known, same
from saksi.desk.rows import COLUMNS, Row
from saksi.desk.words import folded
from saksi.errors import OptionError

_AT_ONCE: Final = 50_000  # rows
_NAME: Final = COLUMNS["actors"].index("name")


def join_people(store: RunStore) -> None:
    """Find who is who, and put it into the tables that questions are asked of.

    Raises:
        OptionError: pyarrow is not installed.
        DeskError: a file of the run cannot be read.
    """
    pa = _arrow()
    joined = pa.schema([("article", pa.int64()), ("n", pa.int32()), ("entity", pa.int64()), ("joined", pa.string())])
    known = Known()
    store.run("CREATE OR REPLACE TABLE run_people (article BIGINT, n INTEGER, entity BIGINT, joined VARCHAR)")
    store.run("DELETE FROM entities")
    store.run("DELETE FROM entity_names")
    a = schema.actors
    query = select(*(a.c[name] for name in COLUMNS["actors"])).order_by(a.c.article, a.c.n)
    rows: list[Row] = []
    with store.reading() as connection:
        for one in connection.execution_options(yield_per=_AT_ONCE).execute(query):
            rows.append((one.article, one.n, *same(known, tuple(one), folded(one.name))))
            if len(rows) >= _AT_ONCE:
                _fill(store, "run_people", joined, rows)
                rows = []
    _fill(store, "run_people", joined, rows)
    texts = [(name, pa.string()) for name in ENTITY_COLUMNS[1:]]
    _fill(store, "entities", pa.schema([("id", pa.int64()), *texts]), known.new)
    names = [("folded", pa.string()), ("entity", pa.int64()), ("name", pa.string())]
    _fill(store, "entity_names", pa.schema(names), known.new_names)
    store.run(views.JOINED)


def _fill(store: RunStore, table: str, kinds: Any, rows: list[Row]) -> None:
    """Append rows to a table in memory."""
    if not rows:
        return
    import pyarrow as pa

    columns = [pa.array(values, field.type) for values, field in zip(zip(*rows, strict=True), kinds, strict=True)]
    store.database.register("given", pa.Table.from_arrays(columns, schema=kinds))
    names = ", ".join(kinds.names)
    store.run(f"INSERT INTO {table} ({names}) SELECT {names} FROM given")  # noqa: S608 - names of our own
    store.database.unregister("given")


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise OptionError("this needs the package pyarrow", hint="pip install 'saksi[duckdb]'") from error
    return pyarrow
