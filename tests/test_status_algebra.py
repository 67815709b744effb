"""The algebra of status: the written table is the table, and the nestings that news is full of."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

import saksi.status as algebra
from saksi.record import Status
from saksi.status import KINDS, TABLE, Kind, Operator, compose


def over(*kinds: Kind) -> Status:
    return compose(Operator(kind) for kind in kinds)


def written() -> dict[str, dict[str, str]]:
    lines = (algebra.__doc__ or "").split("\n")
    bars = [i for i, line in enumerate(lines) if line.startswith("====")]
    names = lines[bars[0] + 1].split()[2:]
    return {row.split()[0]: dict(zip(names, row.split()[1:], strict=True)) for row in lines[bars[1] + 1 : bars[2]]}


def test_the_table_in_the_docstring_is_the_table() -> None:
    assert written() == TABLE


def test_it_is_total_and_closed() -> None:
    statuses = set(get_args(Status))
    assert set(TABLE) == statuses
    for row in TABLE.values():
        assert set(row) == set(KINDS)
        assert set(row.values()) <= statuses
    for length in range(5):
        for kinds in product(KINDS, repeat=length):
            assert over(*kinds) in statuses


# Rows: the outer operator; columns: the inner one, in the order of KINDS.
PAIRS: dict[Kind, tuple[Status, ...]] = {
    "negation": ("possible", "negated", "negated", "possible", "alleged"),
    "plan": ("negated", "planned", "possible", "alleged", "denied"),
    "possibility": ("possible", "possible", "possible", "possible", "alleged"),
    "allegation": ("negated", "alleged", "possible", "alleged", "denied"),
    "denial": ("occurred", "denied", "denied", "denied", "alleged"),
}


@pytest.mark.parametrize("outer", KINDS)
@pytest.mark.parametrize("inner", KINDS)
def test_pairs(outer: Kind, inner: Kind) -> None:
    assert over(outer, inner) == PAIRS[outer][KINDS.index(inner)]


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ((), "occurred"),
        (("negation",), "negated"),
        (("plan",), "planned"),
        (("possibility",), "possible"),
        (("allegation",), "alleged"),
        (("denial",), "denied"),
        (("denial", "allegation", "plan"), "denied"),  # membantah tuduhan berencana menyerang
        (("allegation", "plan", "plan"), "alleged"),  # menuduh Iran mengancam akan menyerang
        (("denial", "plan", "plan"), "denied"),  # membantah berencana akan menyerang
        (("negation", "denial", "plan"), "alleged"),  # tidak membantah berencana menyerang
        (("possibility", "allegation", "plan"), "possible"),  # jika Rusia menuduh Ukraina berencana menyerang
        (("allegation", "negation", "plan"), "negated"),  # menuduh Israel tidak berniat menarik pasukan
        (("negation", "negation", "possibility"), "possible"),  # bukan tidak mungkin menyerang
        (("plan", "possibility", "plan"), "possible"),  # berjanji akan membalas jika diserang
        (("possibility", "negation", "plan"), "possible"),  # jika Rusia tidak akan menarik pasukan
        (("denial", "negation", "plan"), "occurred"),  # membantah tidak akan membantu
        (("allegation", "allegation"), "alleged"),  # dituduh, menurut laporan yang diduga bocor
    ],
)
def test_nestings(kinds: tuple[Kind, ...], status: Status) -> None:
    assert over(*kinds) == status


def test_tokens_do_not_matter() -> None:
    assert compose([Operator("denial", 7), Operator("plan", 8)]) == compose([Operator("denial"), Operator("plan")])
