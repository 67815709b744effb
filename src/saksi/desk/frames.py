"""Data frames: statements and events as flat rows, for Arrow and what reads it. These libraries are optional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from saksi.errors import OptionError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_ARTICLE: Final = ("article", "title", "outlet", "published", "url", "language")
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "statements": (
        "id", "text", "start", "stop", "form", "stance", "cue", "speaker", "speaker_code", "speaker_country", "role",
        *_ARTICLE,
    ),
    "events": (
        "id", "type", "quad", "status", "text", "start", "stop", "day", "basis", "place", "sources", "source_codes",
        "targets", "target_codes", "according_to", "sentence", *_ARTICLE,
    ),
}  # fmt: skip
_NUMBERS: Final = frozenset(("start", "stop"))
_LISTS: Final = frozenset(("sources", "source_codes", "targets", "target_codes", "according_to"))


def flat(what: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``told`` without nesting: the columns that ``COLUMNS`` names."""
    given = {**row, **row["source"]}
    if what == "statements":
        speaker = row["speaker"] or {}
        given |= {
            "speaker": speaker.get("name"),
            "speaker_code": speaker.get("code"),
            "speaker_country": speaker.get("country"),
        }
    else:
        for side in ("source", "target"):
            given[f"{side}s"] = [party["name"] for party in row[f"{side}s"]]
            given[f"{side}_codes"] = [party["code"] or party["country"] for party in row[f"{side}s"]]
    return {name: given[name] for name in COLUMNS[what]}


def arrow_table(what: str, rows: list[dict[str, Any]]) -> pyarrow.Table:
    """Rows of ``told`` (as dictionaries) as an Arrow table.

    Raises:
        OptionError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise _missing("pyarrow", "arrow") from error
    kinds = {True: pa.list_(pa.string()), False: pa.string()}
    fields = [pa.field(name, pa.int64() if name in _NUMBERS else kinds[name in _LISTS]) for name in COLUMNS[what]]
    return pa.Table.from_pylist([flat(what, row) for row in rows], schema=pa.schema(fields))


def polars_frame(table: pyarrow.Table) -> polars.DataFrame:
    """An Arrow table as a Polars data frame.

    Raises:
        OptionError: polars is not installed.
    """
    try:
        import polars
    except ImportError as error:
        raise _missing("polars", "polars") from error
    frame = polars.from_arrow(table)
    assert isinstance(frame, polars.DataFrame)  # noqa: S101 - a table gives no series
    return frame


def pandas_frame(table: pyarrow.Table) -> pandas.DataFrame:
    """An Arrow table as a pandas data frame.

    Raises:
        OptionError: pandas is not installed.
    """
    try:
        import pandas  # noqa: F401 - asked for here, so that the hint is ours
    except ImportError as error:
        raise _missing("pandas", "pandas") from error
    return table.to_pandas()


def _missing(package: str, extra: str) -> OptionError:
    return OptionError(f"this needs the package {package}", hint=f"pip install 'saksi[{extra}]'")
