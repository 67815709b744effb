"""Every state has its codes in other systems, and no two states share one."""

from __future__ import annotations

import pytest

from saksi.world.country_codes import CountryCodes, alpha2, fips
from saksi.world.states import load_states
from saksi.world.table import load_table


@pytest.mark.parametrize(
    ("code", "two", "old"), [("RUS", "RU", "RS"), ("GBR", "GB", "UK"), ("DEU", "DE", "GM"), ("XKX", "XK", "KV")]
)
def test_codes_that_are_easily_confused(code: str, two: str, old: str) -> None:
    assert (alpha2(code), fips(code)) == (two, old)


@pytest.mark.parametrize("code", [None, "", "UN", "HAMAS"])
def test_what_is_no_state_has_none(code: str | None) -> None:
    assert (alpha2(code), fips(code)) == (None, None)


def test_all_states_and_no_others() -> None:
    rows = load_table("country_codes.tsv", CountryCodes, unique="code")
    assert {row.code for row in rows} == {state.code for state in load_states()}
    assert len({row.alpha2 for row in rows}) == len(rows)
    known = [row.fips for row in rows if row.fips]
    assert len(set(known)) == len(known)
