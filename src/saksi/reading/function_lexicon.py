"""The function words, pronouns and constructions of reporting.toml: what stands around a cue."""

from __future__ import annotations

import msgspec

from saksi.reading.language_data import Words


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
