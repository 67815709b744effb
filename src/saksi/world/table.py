"""Tables as files: tab-separated, the columns those of a struct, several values in a cell with ``|`` between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TypeVar, get_args, get_origin

import msgspec
from msgspec.structs import fields

from saksi.errors import ModelError

T = TypeVar("T", bound=msgspec.Struct)
# A space, or nothing, at a border between cells or between the values of one.
UNTIDY = re.compile(r"(?:^|[\t|]) | (?:[\t|]|$)|\|(?:[\t|]|$)|\t\||^\||\r")


def read_table(name: str) -> str:
    """Read the text of a table that Saksi ships; ``ModelError`` if it is missing."""
    try:
        return resources.files("saksi.world").joinpath(name).read_text("utf-8")
    except OSError as error:
        raise ModelError(f"world/{name}: {error}", code="S401") from error


def load_table(name: str, kind: type[T], *, unique: str | None = None) -> tuple[T, ...]:
    """Read a table that Saksi ships; ``ModelError`` if it is missing or broken."""
    return parse_table(read_table(name), f"world/{name}", kind, unique=unique)


def parse_table(text: str, file: str, kind: type[T], *, unique: str | None = None) -> tuple[T, ...]:
    """Read a table, which errors call ``file``.

    Raises:
        ModelError: the columns are not those of ``kind``, a row does not fit, or repeats a value of column ``unique``.
    """
    seen: set[object] = set()
    found = []
    for number, row in parse_rows(text, file, kind):
        if unique is not None:
            value = getattr(row, unique)
            if value in seen:
                raise ModelError(f"{file}:{number}: {value} has a row already", code="S401")
            seen.add(value)
        found.append(row)
    return tuple(found)


def parse_rows(text: str, file: str, kind: type[T]) -> Iterator[tuple[int, T]]:
    """Read rows, with the number of the line that each stands on; ``ModelError`` as for ``parse_table``."""
    columns = check_header(text, file, kind)
    for number, line in enumerate(text.removesuffix("\n").split("\n")[1:], start=2):
        yield number, parse_row(line, columns, f"{file}:{number}", kind)


def check_header(text: str, file: str, kind: type[T]) -> tuple[str, ...]:
    """Check the first line of a table, and give the columns; ``ModelError`` if they are not those of ``kind``."""
    columns = kind.__struct_encode_fields__
    if tuple(text.split("\n", 1)[0].split("\t")) != columns:
        raise ModelError(f"{file}:1: the columns must be {', '.join(columns)}, with tabs between them", code="S401")
    return columns


def parse_row(line: str, columns: tuple[str, ...], where: str, kind: type[T]) -> T:
    """Read one row, which errors place at ``where``; ``ModelError`` if it does not fit."""
    lists, optional = _shapes(kind)
    try:
        cells: dict[str, str | list[str] | None] = {}
        for column, cell in zip(columns, line.split("\t"), strict=True):
            if column in lists:
                cells[column] = cell.split("|") if cell else []
            else:
                cells[column] = None if not cell and column in optional else cell
        if UNTIDY.search(line):
            raise ValueError("a value is empty, or begins or ends with a space")
        return msgspec.convert(cells, kind)
    except ValueError as error:
        raise ModelError(f"{where}: {error}", code="S401") from error


@cache
def _shapes(kind: type[msgspec.Struct]) -> tuple[frozenset[str], frozenset[str]]:
    """Tell which columns hold several values, and which may be empty."""
    lists, optional = set(), set()
    for field in fields(kind):
        if get_origin(field.type) is tuple:
            lists.add(field.encode_name)
        elif type(None) in get_args(field.type):
            optional.add(field.encode_name)
    return frozenset(lists), frozenset(optional)
