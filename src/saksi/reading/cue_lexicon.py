"""The cues of reporting.toml: the words that attribute something, by the construction that they stand in."""

from __future__ import annotations

import msgspec

from saksi.reading.language_data import Words


class After(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues that follow the words: bare ("kata X") and with an enclitic source ("katanya")."""

    bare: Words
    nouns: Words
    enclitic: Words


class Active(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs whose subject is the source, by the construction that makes them a statement."""

    say: Words
    addressed: Words
    objects: Words
    verdicts: Words
    marked: Words
    request: Words
    threats: Words
    moves: Words
    judge: Words
    deny: Words
    naming: Words = frozenset()
    evidence: Words = frozenset()
    nominal: Words = frozenset()


class Passive(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs whose agent is the source: of what is said, and of what something is held to be."""

    anaphors: Words
    cues: Words
    enclitic: Words
    denied: Words
    judged: Words
    judged_enclitic: Words


class Preposition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions that name a source, with the words between them and the source proper."""

    cues: Words
    enclitic: Words
    personal: Words
    carriers: Words
    not_source: Words
    carried: Words = frozenset()


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs by which an article credits another outlet."""

    cues: Words
    hearsay: Words
    particles: Words


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of saying: "pernyataan X bahwa ..."."""

    cues: Words
