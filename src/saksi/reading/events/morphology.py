"""Verb forms of a base, by the prefixes that a language's data give."""

from __future__ import annotations

from typing import Literal

import msgspec

_SHORT = 4  # letters: "bom", "cek" and their like may take the longer prefix
_VOWELS = frozenset("aeiou")


class Active(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prefixes of the active verb by the base's first letter: lost, or kept; and that of short bases."""

    lost: dict[str, str]
    kept: dict[str, str]
    short: str


class Morphology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How forms are made from bases, and what may hang on them."""

    passive: tuple[str, ...]
    object_suffixes: tuple[str, ...]
    particles: tuple[str, ...]
    active: Active
    tagged: bool = False  # a verb and a noun are spelt alike: the tagger tells them apart


def inflect(base: str, morphology: Morphology) -> list[tuple[str, Literal["active", "passive", "bare"]]]:
    """Every form of a base with its voice; forms that nobody writes ("memeringatkan") do no harm."""
    first, active = base[0], morphology.active
    forms: list[tuple[str, Literal["active", "passive", "bare"]]] = [(base, "bare")]
    forms += [(prefix + base, "passive") for prefix in morphology.passive]
    if prefix := active.kept.get(first):
        forms.append((prefix + base, "active"))
    if (prefix := active.lost.get(first)) and len(base) > 1 and base[1] in _VOWELS:
        forms.append((prefix + base[1:], "active"))
    if active.short and len(base) <= _SHORT:
        forms.append((active.short + base, "active"))
    return forms
