"""Complements by the parse: the clause that a verb of saying governs, and the one whom it addresses."""

from __future__ import annotations

from saksi.reading.view import View

_CLAUSES = ("ccomp", "parataxis", "xcomp")


def clause_start(view: View, cue: int, j: int, b: int) -> int | None:
    """Where the clause that the verb at ``cue`` governs begins, at ``j`` or after; null if it governs none there.

    The adjuncts of the verb that stand before its clause are left out: "said in a statement on Monday it was ready".
    """
    heads = [k for k in range(j, b) if view.head[k] == cue and view.dep[k].split(":")[0] in _CLAUSES]
    for head in heads:
        if view.dep[head].startswith("xcomp") and view.pos[head] not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        start = head
        for k in range(j, head):
            if _under(view, k, head, cue):
                start = k
                break
        while start < head and (view.pos[start] == "PUNCT" or view.blank(start)):
            start += 1
        return start
    return None


def depends(view: View, k: int, head: int) -> bool:
    """Whether the token ``k`` hangs on ``head`` itself."""
    return view.head[k] == head and k != head


def _under(view: View, k: int, head: int, cue: int) -> bool:
    """Whether the token ``k`` hangs on ``head``, near or far, and not on the cue."""
    for _ in range(32):
        if k == head:
            return True
        if k == cue or view.head[k] == k:
            return False
        k = view.head[k]
    return False


def addressee_end(view: View, cue: int, j: int, b: int) -> int:
    """Where the one who is told ends, who begins at ``j``: "told the council that"; ``j`` if there is none."""
    entity = view.entity_at[j] if j < b else None
    if entity is not None and entity.start == j:
        end = entity.end
        told = [k for k in range(end, min(b, end + 4)) if view.head[k] == cue and view.dep[k] in ("iobj", "obj")]
        return told[-1] + 1 if told else end
    heads = [
        k for k in range(j, min(b, j + 12)) if view.head[k] == cue and view.dep[k].split(":")[0] in ("iobj", "obj")
    ]
    if heads:
        between = range(j, heads[0])
        if all(view.pos[k] not in ("VERB", "AUX", "SCONJ", "PUNCT") for k in between):
            following = view.entity_at[heads[0]]
            return max(heads[0] + 1, following.end if following is not None else 0)
    end = j
    while end < b and view.pos[end] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and end - j < 6:
        end += 1
    return end if end > j else j + (j < b and view.pos[j] == "PRON")
