"""The lexicon of a language: the data files of languages/<code>/, read once and checked."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal, TypeVar

import msgspec

from saksi.errors import LanguageError, ModelError
from saksi.reading.endings import load_endings
from saksi.reading.status_lexicon import StatusData, StatusLexicon

CueKind = Literal["after", "enclitic", "active", "preposition", "outlet", "noun", "passive", "judged"]
Words = frozenset[str]
T = TypeVar("T")


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


class Function(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The small words that hold a sentence together, by the part they play around a cue."""

    complementisers: Words
    that: Words
    purpose: Words
    infinitive: Words
    simultaneous: Words
    promises: Words
    interrogatives: Words
    as_marks: Words
    negators: Words
    unsaid: Words
    adverbs: Words
    after_adverbs: Words
    days: Words
    prepositions: Words
    subordinators: Words
    coordinators: Words
    contrast: Words
    relative: Words
    openers: Words
    connectives: Words
    by: Words
    demonstratives: Words
    joiners: Words
    both: Words
    inner_prepositions: Words
    closers: Words
    object_suffix: str
    existentials: Words
    nominals: Words
    manner: Words
    anonymity: Words
    verb_prefixes: tuple[str, ...]
    glued_long: Words
    glued: Words
    continuations: Words
    breaks: Words
    only: Words
    likes: Words
    human_relative: Words = frozenset()
    definites: Words = frozenset()
    requesting: Words = frozenset()
    accusing: Words = frozenset()
    partitives: Words = frozenset()
    degrees: Words = frozenset()
    conditions: Words = frozenset()
    asides: Words = frozenset()
    opposing: Words = frozenset()
    pasts: Words = frozenset()


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns that may be a source."""

    first: Words
    singular: Words
    both: Words
    pairs: Words
    plural: Words
    nouns: Words
    humans: Words
    surveys: Words
    same: Words
    neuter: Words = frozenset()
    sides: Words = frozenset()
    owners: Words = frozenset()
    subjects: Words = frozenset()
    feminine: Words = frozenset()
    masculine: Words = frozenset()


class Syntax(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The constructions that a language has beside those of all; by default it has none of them.

    ``parsed``: subjects and contents are sought in the parse first, and by the order of words where it gives none.
    ``inverted``: a verb that opens its words may close them as well, before its subject: "...," said X.
    ``nested``: what is reported within reported words is a statement as well.
    ``heads_last``: the head of a noun phrase is its last word: "foreign ministry spokesman".
    ``participles`` share the subject of the verb that they hang on: "X confirmed it, adding that ...".
    ``gerund``: the endings of verbs that stand like nouns: "accused X of hiding it".
    ``plural``: what verbs of one subject, and nouns of several, end with: "officials say", "an official says".
    ``past``: the endings of verbs that can only be a main clause's where an infinitive stands before.
    ``possessives`` stand between an owner and what is owned: "X's claim that ...".
    """

    parsed: bool = False
    inverted: bool = False
    nested: bool = False
    heads_last: bool = False
    participles: Words = frozenset()
    gerund: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    plural: str = ""
    possessives: Words = frozenset()


class Reporting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """reporting.toml: how a language attributes words to a source."""

    after: After
    active: Active
    passive: Passive
    preposition: Preposition
    outlet: Outlet
    noun: Noun
    words: Function
    pronouns: Pronouns
    syntax: Syntax = Syntax()


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """titles.toml: what stands before or beside a name."""

    roles: Words
    portfolios: Words
    address: Words
    ranks: Words
    singular: Words
    organisations: Words
    complete: Words
    sides: Words
    particles: Words
    regions: Words
    joiner: str
    descriptions: Words
    short: dict[str, str]
    plural: Words = frozenset()
    groups: Words = frozenset()
    feminine: Words = frozenset()
    masculine: Words = frozenset()
    spelled_out: bool = False


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


def installed() -> list[str]:
    """The codes of the languages that are installed, in order."""
    root = resources.files("saksi.languages")
    return sorted(entry.name for entry in root.iterdir() if entry.joinpath("reporting.toml").is_file())


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
        common=frozenset(_read(language, "common.txt").split()),
    )


def cue_kinds(reporting: Reporting) -> dict[str, CueKind]:
    """The kind of each cue word; a word of two kinds takes the later one here, which is checked hardest."""
    active, passive, preposition = reporting.active, reporting.passive, reporting.preposition
    groups: tuple[tuple[CueKind, Words], ...] = (
        ("noun", reporting.noun.cues),
        ("judged", passive.judged | passive.judged_enclitic),
        ("outlet", reporting.outlet.cues),
        ("passive", passive.cues | passive.enclitic | passive.denied),
        ("preposition", preposition.cues | preposition.enclitic),
        ("active", active.say | active.marked | active.request | active.judge | active.deny),
        ("active", frozenset(verb + reporting.words.object_suffix for verb in active.judge | active.request)),
        ("after", reporting.after.bare),
        ("enclitic", reporting.after.enclitic),
    )
    return {word: kind for kind, words in groups for word in words}


def load_data(language: str, name: str, kind: type[T]) -> T:
    """A data file of a language, checked against ``kind``.

    Raises:
        ModelError: the file is missing or does not fit.
    """
    try:
        return msgspec.convert(tomllib.loads(_read(language, name)), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"languages/{language}/{name}: {error}", code="S401") from error


def _read(language: str, name: str) -> str:
    try:
        return resources.files("saksi.languages").joinpath(language, name).read_text("utf-8")
    except OSError as error:
        raise ModelError(f"languages/{language}/{name}: {error}", code="S401") from error
