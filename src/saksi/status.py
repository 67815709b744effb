"""How certain an act is: one algebra of the operators that stand over it.

Five operators change what is told of an act. They nest: "membantah berencana menyerang" is DENIAL over PLAN over the
attack. An act that nothing stands over is ``occurred``; each operator, from the innermost to the outermost, then
turns one status into another by this table (rows: the status so far; columns: the operator that is met next):

=========  ========  ==========  ===========  ==========  ========
so far     negation  plan        possibility  allegation  denial
=========  ========  ==========  ===========  ==========  ========
occurred   negated   planned     possible     alleged     denied
planned    negated   planned     possible     alleged     denied
possible   negated   possible    possible     possible    denied
negated    possible  negated     possible     negated     occurred
alleged    possible  alleged     possible     alleged     denied
denied     alleged   denied      alleged      denied      alleged
=========  ========  ==========  ===========  ==========  ========

Why the cells that need a reason are as they are:

- negated under negation is possible: "bukan tidak mungkin", "tidak menolak untuk bertemu" leave the act open.
- negated under a possibility is possible: "jika tidak menarik pasukan", "mendesak agar tidak menyerang".
- negated under an allegation stays negated: who is accused of not helping is told not to have helped.
- negated under a denial is occurred: who denies having failed to help says that help was given.
- possible under a plan or an allegation stays possible: the weaker word decides.
- alleged under a negation or a possibility is possible: an accusation that nobody made claims nothing.
- denied under a negation or a possibility is alleged: "tidak membantah" leaves the claim standing, no more.
- denied under a denial is alleged likewise: the claim stands, and nobody denies it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from saksi.record import Status

Kind = Literal["negation", "plan", "possibility", "allegation", "denial"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Operator(NamedTuple):
    """One operator over an act: what it does, and the token that says so (-1: nothing in the sentence itself)."""

    kind: Kind
    token: int = -1


def _row(negation: Status, plan: Status, possibility: Status, allegation: Status, denial: Status) -> dict[Kind, Status]:
    return dict(zip(KINDS, (negation, plan, possibility, allegation, denial), strict=True))


TABLE: dict[Status, dict[Kind, Status]] = {
    "occurred": _row("negated", "planned", "possible", "alleged", "denied"),
    "planned": _row("negated", "planned", "possible", "alleged", "denied"),
    "possible": _row("negated", "possible", "possible", "possible", "denied"),
    "negated": _row("possible", "negated", "possible", "negated", "occurred"),
    "alleged": _row("possible", "alleged", "possible", "alleged", "denied"),
    "denied": _row("alleged", "denied", "alleged", "denied", "alleged"),
}


def compose(operators: Iterable[Operator]) -> Status:
    """The status of an act under ``operators``, which stand from the outermost to the innermost."""
    status: Status = "occurred"
    for operator in reversed(tuple(operators)):
        status = TABLE[status][operator.kind]
    return status
