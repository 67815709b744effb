"""Parquet: a folder with one file a table, written in groups of rows so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, Final

from saksi.errors import OptionError
from saksi.exports.tables import LISTS, NUMBERS, REALS, TABLES, VERSION, rows
from saksi.record import Record

_GROUP: Final = 500  # records


def write_folder(records: Iterable[Record], folder: Path) -> None:
    """Write the tables; the version of their columns stands in the metadata (``saksi.tables``).

    Raises:
        OptionError: pyarrow is not installed.
    """
    pa, pq = _arrow()
    folder.mkdir(parents=True, exist_ok=True)
    schemas = {name: schema(name) for name in TABLES}
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(pq.ParquetWriter(folder / f"{name}.parquet", schemas[name], compression="zstd"))
            for name in TABLES
        }
        rest = iter(records)
        while group := list(islice(rest, _GROUP)):
            found: dict[str, list[Any]] = {name: [] for name in TABLES}
            for record in group:
                for name, lines in rows(record).items():
                    found[name] += lines
            for name, lines in found.items():
                columns = list(zip(*lines, strict=True)) or [()] * len(TABLES[name])
                arrays = [pa.array(column, field.type) for column, field in zip(columns, schemas[name], strict=True)]
                files[name].write_table(pa.Table.from_arrays(arrays, schema=schemas[name]))


def schema(name: str) -> Any:
    """The Arrow schema of a table.

    Raises:
        OptionError: pyarrow is not installed.
    """
    pa, _ = _arrow()

    def kind(column: str) -> Any:
        if column in LISTS:
            return pa.list_(pa.string())
        return pa.int32() if column in NUMBERS else pa.float64() if column in REALS else pa.string()

    fields = [pa.field(column, kind(column)) for column in TABLES[name]]
    return pa.schema(fields, metadata={"saksi.tables": str(VERSION), "saksi.table": name})


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise OptionError("Parquet needs the package pyarrow", hint="pip install 'saksi[arrow]'") from error
    return pyarrow, pyarrow.parquet
