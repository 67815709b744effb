"""The options of a reading: one validated object for the command line, the configuration file and Python."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal, Self

import msgspec

from saksi.errors import OptionError


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How articles are read.

    language: an installed language code, or null to find it for each article.
    limit: read at most this many articles, or null for all.
    batch_size: articles that go through the model at once (more is quicker and takes more memory).
    max_chars: an article longer than this is refused rather than read (a guard against files that are no article).
    model: the directory or package name of another spaCy pipeline to parse with, or null for the one shipped.
    world: a table of names, actors and leaders to read beside those shipped, or null (docs/cli.md describes it).
    filter: "relevant" to leave out of a run, unread, articles without a statement or political actors; null for none.
    extractor: how a run takes articles out of pages: "careful" (trafilatura) or "fast" (resiliparse).
    """

    language: str | None = None
    limit: int | None = None
    batch_size: int = 32
    max_chars: int = 1_000_000
    model: str | None = None
    world: str | None = None
    filter: Literal["relevant"] | None = None
    extractor: Literal["careful", "fast"] = "careful"

    def __post_init__(self) -> None:
        for name in ("limit", "batch_size", "max_chars"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise OptionError(f"{name} is {value}; it must be 1 or more")

    @classmethod
    def load(cls, path: str | Path | None = None, **given: object) -> Self:
        """The options of a TOML file, overridden by those given that are not None.

        Raises:
            OptionError: the file cannot be read, an option is unknown or of a wrong type or value.
        """
        try:
            settings: dict[str, object] = tomllib.loads(Path(path).read_text("utf-8")) if path else {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise OptionError(f"configuration file {path}: {error}") from error
        try:
            return msgspec.convert(settings | {k: v for k, v in given.items() if v is not None}, cls)
        except msgspec.ValidationError as error:
            raise OptionError(f"{f'configuration file {path}: ' if path else ''}{error}") from error
