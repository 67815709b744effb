"""What scoring rests on, loaded once: definitions.toml, and the quad classes and mutual types of PLOVER."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from saksi.plover import MUTUAL, TYPES


class Definitions(msgspec.Struct, frozen=True):
    """Words that do not tell names apart, mutual event types, the quad class of each type, pronouns by language."""

    titles: frozenset[str]
    mutual: frozenset[str]
    quad: dict[str, str]
    pronouns: frozenset[str]


@cache
def definitions() -> Definitions:
    """The definitions that stand in definitions.toml beside this file."""
    data = tomllib.loads((files("saksi.evaluation") / "definitions.toml").read_text("utf-8"))
    return Definitions(
        titles=frozenset(data["titles"].split()),
        mutual=MUTUAL,
        quad={kind: each.quad for kind, each in TYPES.items()},
        pronouns=frozenset(word for words in data["pronouns"].values() for word in words),
    )
