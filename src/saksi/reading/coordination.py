"""What coordinated predicates share: "akan menyerang dan menduduki", "tidak menyerang X, tetapi menyerang Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksi.reading import clauses

if TYPE_CHECKING:
    from saksi.reading.climb import Climb

REACH = 12  # tokens between two coordinated predicates, where the parse does not say which they are


def share(climb: Climb, i: int, at: int, *, own: bool) -> None:
    """Take over the operators of the predicate that ``at`` is coordinated with; ``i`` is the conjunction.

    With a subject, an auxiliary or a contrast of its own (``own``) it shares only what stands over both. A negation
    of its own leaves it the plans and possibilities of the other: "harus dilindungi dan tidak ditangkap".
    """
    view, lex, words = climb.view, climb.lexicon, climb.words
    own |= words[i + 1] in lex.words.contrast
    mine = climb.found if climb.local == len(climb.found) else []
    negated = bool(mine) and not own and all(op.kind == "negation" for op in mine)
    own |= climb.done or bool(mine) or (i > climb.first and words[i - 1] in '"“”')
    head = view.head[at]
    if view.dep[at] not in ("conj", "advcl", "xcomp") or not climb.first <= head < i:
        if words[i] == ",":
            clauses.by_parse(climb, at)
            return
        head = verb_before(climb, i)
    if head < 0:
        return
    if not own:
        # "berencana menyerang dan menduduki": the parse may take the first verb, but both are planned.
        head = next((j for j in range(i - 1, head, -1) if view.head[j] == head and view.dep[j] == "xcomp"), head)
    governor = view.head[head]
    if view.dep[head] == "xcomp" and _alike(climb, governor, at) and not _alike(climb, head, at):
        head = governor  # "mengajak Kim berkeliling dan mengadakan pembicaraan": whoever invites holds the talks
    other = climb.fresh()
    other.predicate(head)
    finite = len(other.found) if other.finite is None else other.finite
    for operator in other.found[finite:] if own and not negated else other.found:
        if not (negated and operator.kind == "negation"):
            climb.add(*operator)


def verb_before(climb: Climb, i: int) -> int:
    """The nearest verb before ``i`` in its sentence, or -1."""
    for j in range(i - 1, max(climb.first, i - REACH) - 1, -1):
        if climb.view.pos[j] == "VERB":
            return j
        if climb.words[j] in ".;:":
            break
    return -1


def _alike(climb: Climb, a: int, b: int) -> bool:
    """Whether two verbs begin with the same prefix: what is coordinated is mostly of one make."""
    words, active = climb.words, climb.lexicon.words.verb_prefixes
    return any(words[a].startswith(prefix) and words[b].startswith(prefix) for prefix in active)
