"""The lexicon of a language: the data files of languages/<code>/, read once and checked."""

from __future__ import annotations

from functools import cache

import msgspec

from saksi.errors import LanguageError
from saksi.reading.endings import load_endings
from saksi.reading.language_data import Words, installed, load_data, read_data
from saksi.reading.reporting_lexicon import CueKind, Reporting, cue_kinds
from saksi.reading.status_lexicon import StatusData, StatusLexicon
from saksi.reading.titles_lexicon import Titles


class Segmentation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """segments.toml: where a full stop ends no sentence."""

    abbreviations: Words
    letters: Words = frozenset()


class Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """language.toml: what the language is called, the codes of relatives that it also reads, and what its pages do.

    ``glued``: pages run words together where a link swallowed the space, and its words can be told apart again.
    """

    name: str
    kin: tuple[str, ...] = ()
    glued: bool = True


class Lexicon(msgspec.Struct, frozen=True):
    """All that is known of a language apart from its model; ``common`` are words that are no names."""

    language: str
    kin: tuple[str, ...]
    glued: bool
    reporting: Reporting
    cues: dict[str, CueKind]
    titles: Titles
    segments: Segmentation
    status: StatusLexicon
    common: Words


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of an installed language.

    Raises:
        LanguageError: the language is not installed.
        ModelError: one of its data files is missing or does not fit the schema.
    """
    if language not in installed():
        raise LanguageError(
            f"language {language!r} is not installed; installed are: {', '.join(installed())}", code="S301"
        )
    reporting = load_data(language, "reporting.toml", Reporting)
    identity = load_data(language, "language.toml", Identity)
    return Lexicon(
        language=language,
        kin=identity.kin,
        glued=identity.glued,
        reporting=reporting,
        cues=cue_kinds(reporting),
        titles=load_data(language, "titles.toml", Titles),
        segments=load_data(language, "segments.toml", Segmentation),
        status=StatusLexicon(load_data(language, "status.toml", StatusData), load_endings(language)),
        common=frozenset(read_data(language, "common.txt").split()),
    )
