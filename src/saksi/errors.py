"""The errors of Saksi: one small tree, each with a code, what happened, and what to do.

SaksiError
├── OptionError       S1  an option or a configuration file that makes no sense
├── SourceError       S2  a file or an article that cannot be read
├── LanguageError     S3  a language that is not installed, or could not be told
├── ModelError        S4  a model or data file that is missing or of another version
├── RecordError       S5  a record that does not follow the schema
├── DeskError         S6  a desk that cannot be opened, read or written; something that is not on it
└── FleetError        S7  a run that cannot begin: no engine, no cluster, no place for its files
"""

from __future__ import annotations


class SaksiError(Exception):
    """What went wrong (``what``), under a stable ``code``, and what the user may do (``hint``)."""

    code = "S0"
    hint = ""

    def __init__(self, what: str, *, hint: str | None = None, code: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.hint = self.hint if hint is None else hint
        self.code = code or self.code

    def __str__(self) -> str:
        return f"[{self.code}] {self.what}" + (f" - {self.hint}" if self.hint else "")


class OptionError(SaksiError):
    """An option or a configuration file that makes no sense."""

    code = "S1"
    hint = "see `saksi --help`"


class SourceError(SaksiError):
    """A file or an article that cannot be read; ``code`` tells the kind (docs/errors.md lists them)."""

    code = "S2"


class LanguageError(SaksiError):
    """A language that is not installed, or could not be told."""

    code = "S3"
    hint = "name it with --language, or add it (docs/adding-a-language.md)"


class ModelError(SaksiError):
    """A model or data file that is missing or of another version."""

    code = "S4"
    hint = "`saksi doctor` says what is installed"


class RecordError(SaksiError):
    """A record that does not follow the schema."""

    code = "S5"
    hint = "docs/record.md describes the format"


class DeskError(SaksiError):
    """A desk that cannot be opened, read or written, or something asked for that is not on it (docs/errors.md)."""

    code = "S6"
    hint = "docs/desk-schema.md describes the desk"


class FleetError(SaksiError):
    """A run that cannot begin: no engine, no cluster, no place for its files (docs/errors.md)."""

    code = "S7"
    hint = "docs/scale.md describes runs"
