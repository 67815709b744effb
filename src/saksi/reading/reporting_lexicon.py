"""reporting.toml: how a language attributes words to a source, and the kind of each of its cues."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.reading.cue_lexicon import Active, After, Noun, Outlet, Passive, Preposition
from saksi.reading.function_lexicon import Function, Pronouns, Syntax
from saksi.reading.language_data import Words

CueKind = Literal["after", "enclitic", "active", "preposition", "outlet", "noun", "passive", "judged"]


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
