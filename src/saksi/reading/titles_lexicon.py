"""titles.toml: the words that stand before or beside a name."""

from __future__ import annotations

import msgspec

from saksi.reading.language_data import Words


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
