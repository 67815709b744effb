"""The grammar of time of a language as data: languages/<code>/time.toml, checked, read and compiled once.

A form is a pattern with the first words it can begin with, so that a text is searched by looking each of its words up
in one table and trying the few patterns that are filed there.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from saksi.errors import ModelError
from saksi.reading.language_data import Words, load_data

TimeKind = Literal[
    "date", "weekday", "month", "year", "decade", "count", "weekend", "unit", "span", "anaphor", "deictic", "hour"
]
Unit = Literal["hour", "day", "week", "month", "year", "decade"]
Counting = Literal["ago", "last", "next", "ahead", "before", "after"]
FIGURES = "figures"
_SPACE = r"[^\S\n]+"


class TimeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of time.toml; what each is for is said there."""

    hari: Words
    tanggal: Words
    tahun: Words
    weekend: Words
    parts: Words
    at: Words
    since: Words
    until: Words
    things: Words
    names_before: Words
    names_after: Words
    ahead: Words
    vague: Words
    last: Words
    light: Words
    past: Words
    future: Words


class _RawForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: TimeKind
    starts: tuple[str, ...]
    pattern: str
    marked: bool = False


class TimeData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """time.toml as it stands."""

    zone: int
    days_ahead: int
    days_back: int
    weekdays: dict[str, int]
    months: dict[str, int]
    short_months: dict[str, int]
    deictics: dict[str, int]
    anaphors: dict[str, int]
    single_units: dict[str, Unit]
    units: dict[str, Unit]
    shifts: dict[str, int]
    counted: dict[str, Counting]
    numbers: dict[str, int]
    edges: dict[str, int]
    words: TimeWords
    landmarks: dict[str, date]
    parts: dict[str, str]
    forms: tuple[_RawForm, ...]


class Form(msgspec.Struct, frozen=True):
    """One way to write a time."""

    kind: TimeKind
    pattern: re.Pattern[str]
    marked: bool


class TimeRules(msgspec.Struct, frozen=True):
    """The compiled grammar: its data, and the forms to try at each first word (figures under ``FIGURES``)."""

    data: TimeData
    forms: dict[str, tuple[Form, ...]]
    ahead: re.Pattern[str]

    @classmethod
    def of(cls, data: TimeData, *, name: str = "time.toml") -> TimeRules:
        """The rules of checked data; ``name`` is what errors call it.

        Raises:
            ModelError: a pattern does not compile, or names a table that is not there.
        """
        tables = _tables(data)
        alternatives = _alternatives(tables)
        forms: dict[str, list[Form]] = {}
        for number, raw in enumerate(data.forms, 1):
            try:
                form = Form(raw.kind, re.compile(_expand(raw.pattern, alternatives | data.parts), re.X), raw.marked)
                starts = {word for table in raw.starts for word in _first_words(table, tables)}
            except (re.error, KeyError, RecursionError) as error:
                raise ModelError(f"{name}: form {number} ({raw.kind}): {error}", code="S401") from error
            for word in starts:
                forms.setdefault(word, []).append(form)
        # Words that look ahead hold as far as the next mark.
        ahead = re.compile(rf"\b{alternatives['ahead']}\b[^,.;:!?\"“”()\n]*\Z", re.I | re.X)
        return cls(data, {word: tuple(filed) for word, filed in forms.items()}, ahead)


@cache
def load_time_rules(language: str) -> TimeRules:
    """The grammar of time of an installed language, read and compiled once.

    Raises:
        ModelError: the file is missing or does not fit.
    """
    return TimeRules.of(load_data(language, "time.toml", TimeData), name=f"languages/{language}/time.toml")


def _tables(data: TimeData) -> dict[str, list[str]]:
    """Every table and list of words by name."""
    fields = msgspec.structs.asdict(data)
    tables = {name: list(value) for name, value in fields.items() if isinstance(value, dict)}
    return tables | {name: list(value) for name, value in msgspec.structs.asdict(data.words).items()}


def _alternatives(tables: dict[str, list[str]]) -> dict[str, str]:
    """Each table as a group of alternatives, longest first; under its name with a capital, in the case of names."""
    result = {}
    for name, words in tables.items():
        result[name] = _group(words)
        result[name.capitalize()] = _group([form for word in words for form in (word.capitalize(), word.upper())])
    return result


def _group(words: list[str]) -> str:
    escaped = (_SPACE.join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join(escaped)})"


def _expand(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with the parts that it names, and those that they name."""
    return re.sub(r"%([A-Za-z_]+)%", lambda match: _expand(parts[match[1]], parts), pattern)


def _first_words(table: str, tables: dict[str, list[str]]) -> set[str]:
    if table == FIGURES:
        return {FIGURES}
    return {match[0] for word in tables[table] if (match := re.match(r"\w+", word))}
