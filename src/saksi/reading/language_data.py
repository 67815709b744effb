"""Data files of a language: which languages are installed, and their files, each checked against its schema."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TypeVar

import msgspec

from saksi.errors import ModelError

Words = frozenset[str]
T = TypeVar("T")


def installed() -> list[str]:
    """The codes of the languages that are installed, in order."""
    root = resources.files("saksi.languages")
    return sorted(entry.name for entry in root.iterdir() if entry.joinpath("reporting.toml").is_file())


def has_data(language: str, name: str) -> bool:
    """Whether a language has a data file of this name."""
    return resources.files("saksi.languages").joinpath(language, name).is_file()


def load_data(language: str, name: str, kind: type[T]) -> T:
    """A data file of a language, checked against ``kind``.

    Raises:
        ModelError: the file is missing or does not fit.
    """
    try:
        return msgspec.convert(tomllib.loads(read_data(language, name)), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"languages/{language}/{name}: {error}", code="S401") from error


def read_data(language: str, name: str) -> str:
    """The text of a data file of a language.

    Raises:
        ModelError: the file is missing.
    """
    try:
        return resources.files("saksi.languages").joinpath(language, name).read_text("utf-8")
    except OSError as error:
        raise ModelError(f"languages/{language}/{name}: {error}", code="S401") from error
