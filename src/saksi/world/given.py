"""Given names: which words people are called by, and whether women or men are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from saksi.world.table import load_table

Sex = Literal["f", "m", "b"]


class Given(msgspec.Struct, frozen=True):
    """A given name; ``sex`` is "f" or "m", or "b" where both are called so."""

    name: str
    sex: Sex


@cache
def given_names() -> Mapping[str, Sex]:
    """Every given name of world/given_names.tsv with its sex (made by training/given_names.py from Faker's lists)."""
    return {row.name: row.sex for row in load_table("given_names.tsv", Given)}


def sex_of(name: str) -> Literal["f", "m"] | None:
    """The sex that the first word of a full name tells of, or null where it does not."""
    first = name.split(" ")[0]
    sex = given_names().get(first) or given_names().get(first.split("-")[0])
    return "f" if sex == "f" else "m" if sex == "m" else None
