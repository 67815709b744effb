"""What the parse says around a verb of saying: who its subject is, and where the clause begins that it governs.

For languages whose ``syntax.parsed`` is on: there a subject may stand far from its verb, and a clause may follow its
verb with no word between, so that the order of words alone does not tell.
"""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import classify, phrase_end
from saksi.reading.view import View

_CLIMB = 5  # verbs that share one subject, at most
_SHARES = ("conj", "xcomp", "advcl", "acl", "dep", "parataxis", "ccomp")
_CLAUSES = ("ccomp", "parataxis", "xcomp")
_LEFT = ("det", "amod", "compound", "nummod", "nmod", "flat", "case", "nmod:poss", "det:predet", "advmod", "cc", "conj")


def parsed_subject(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The subject of the verb at token ``i`` by the parse: its own, or that of the verb it shares one with.

    A relative clause has what it describes for its subject: "officials who said".
    """
    at = i
    for _ in range(_CLIMB):
        found = _own(view, lexicon, at, a)
        if found is not None:
            return _phrase(view, lexicon, found, a, i)
        dep, head = view.dep[at].split(":")[0], view.head[at]
        if dep not in _SHARES or head == at or not a <= head or (dep == "ccomp" and head > at):
            return None
        if view.pos[head] not in ("VERB", "AUX"):
            if dep == "acl" and head < at and view.dep[at] != "acl" and not _own(view, lexicon, at, a):
                return _phrase(view, lexicon, head, a, i)
            at = _governor(view, head, a)
            if at < 0:
                return None
            continue
        at = head
    return None


def _governor(view: View, noun: int, a: int) -> int:
    """The verb that a noun hangs on: "announced it in a statement saying"; -1 if none does."""
    for _ in range(_CLIMB):
        head = view.head[noun]
        if head == noun or head < a:
            return -1
        if view.pos[head] in ("VERB", "AUX"):
            return head
        noun = head
    return -1


def _own(view: View, lexicon: Lexicon, at: int, a: int) -> int | None:
    """The nominal subject that hangs on the predicate at ``at`` itself; the antecedent where that is a relative."""
    for k in range(at - 1, a - 1, -1):
        if view.head[k] != at or not view.dep[k].startswith("nsubj"):
            continue
        if view.words[k] in lexicon.reporting.words.relative | lexicon.reporting.words.that:
            head = view.head[at]
            return head if view.dep[at].startswith("acl") and a <= head < k else None
        return k
    return None


def _phrase(view: View, lexicon: Lexicon, head: int, a: int, b: int) -> Source | None:
    """The source whose head is the token ``head``: from the first word that hangs on it to the end of the phrase."""
    entity = view.entity_at[head]
    start = min(head, entity.start if entity is not None else head)
    for k in range(head - 1, a - 1, -1):
        if view.head[k] not in range(start, head + 1) or view.pos[k] in ("PUNCT", "VERB", "SCONJ"):
            if k + 1 >= start and view.entity_at[k] is not None and view.entity_at[k] is view.entity_at[start]:
                start = k
                continue
            break
        if view.dep[k] not in _LEFT or (view.dep[k] == "advmod" and view.pos[k] == "ADV"):
            break
        start = k
    end = phrase_end(view, lexicon, head, b)
    if entity is not None:
        end = max(end if view.words[entity.end : entity.end + 1] else entity.end, entity.end)
        if entity.label == "PER":
            end = entity.end
    return classify(view, lexicon, start, max(end, head + 1))


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
    heads = [k for k in range(j, min(b, j + 12)) if view.head[k] == cue and view.dep[k].split(":")[0] in ("iobj", "obj")]
    if heads:
        between = range(j, heads[0])
        if all(view.pos[k] not in ("VERB", "AUX", "SCONJ", "PUNCT") for k in between):
            following = view.entity_at[heads[0]]
            return max(heads[0] + 1, following.end if following is not None else 0)
    end = j
    while end < b and view.pos[end] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and end - j < 6:
        end += 1
    return end if end > j else j + (j < b and view.pos[j] == "PRON")
