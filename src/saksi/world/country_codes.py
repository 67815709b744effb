"""The codes of states in other systems: two letters (ISO 3166-1 alpha-2), and FIPS 10-4, as event data has it."""

from __future__ import annotations

from functools import cache
from typing import Annotated

import msgspec
from msgspec import Meta

from saksi.world.names import Code
from saksi.world.table import load_table

Two = Annotated[str, Meta(pattern="^[A-Z]{2}$")]


class CountryCodes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of country_codes.tsv: alpha-3 as everywhere in Saksi, alpha-2, and FIPS where there is one."""

    code: Code
    alpha2: Two
    fips: Two | None


def alpha2(code: str | None) -> str | None:
    """The two letters of a state with an alpha-3 code; null for what is no state."""
    row = _rows().get(code or "")
    return row.alpha2 if row else None


def fips(code: str | None) -> str | None:
    """The FIPS 10-4 code of a state with an alpha-3 code; null for what has none."""
    row = _rows().get(code or "")
    return row.fips if row else None


@cache
def _rows() -> dict[str, CountryCodes]:
    return {row.code: row for row in load_table("country_codes.tsv", CountryCodes, unique="code")}
