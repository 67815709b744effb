"""What the parse says around a verb of saying: who its subject is, and where the clause begins that it governs.

For languages whose ``syntax.parsed`` is on: there a subject may stand far from its verb, and a clause may follow its
verb with no word between, so that the order of words alone does not tell.
"""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import classify, phrase_start, source_after
from saksi.reading.titles import holder_behind
from saksi.reading.view import View

_REACH = 14  # tokens of a phrase
_CLIMB = 5  # verbs that share one subject, at most
_SHARES = ("conj", "xcomp", "advcl", "acl", "dep", "parataxis", "ccomp")
_CLAUSES = ("ccomp", "parataxis", "xcomp")
_LEFT = ("det", "amod", "compound", "nummod", "nmod", "flat", "case")
_VERBS = ("VERB", "AUX")


def parsed_subject(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The subject of the verb at token ``i`` by the parse: its own, or that of the verb it shares one with.

    A relative clause has what it describes for its subject: "officials who said". "X quoted Y as saying" is Y's.
    """
    words = lexicon.reporting.words
    if view.words[i] in lexicon.reporting.syntax.participles and i > a + 1 and view.words[i - 1] in words.as_marks:
        quoted = _quoted_as(view, i, a)
        if quoted is not None:
            return _phrase(view, lexicon, quoted, a, i)
        start = phrase_start(view, lexicon, i - 2, a)
        if a < start <= i - 2 and view.pos[start - 1] in _VERBS:
            return classify(view, lexicon, start, i - 1)
    if (clause := _relative_subject(view, lexicon, i, a)) is not None:
        return clause
    at = i
    for _ in range(_CLIMB):
        found = _own(view, lexicon, at, a)
        if found is not None:
            return _phrase(view, lexicon, found, a, i)
        dep, head = view.dep[at].split(":")[0], view.head[at]
        if dep not in _SHARES or head == at or not a <= head or (dep == "ccomp" and head > at):
            return None
        at = head if view.pos[head] in _VERBS else _governor(view, head, a)
        if at < 0:
            return None
    return None


def _relative_subject(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The name between a relative and its verb, whatever the parse makes of it: "which Ankara regards as"."""
    words = lexicon.reporting.words
    last = i - 1
    while last > a and (view.pos[last] == "AUX" or view.words[last] in words.adverbs):
        last -= 1
    entity = view.entity_at[last]
    if entity is None or entity.end != last + 1 or entity.start - 1 < a:
        return None
    before = entity.start - 1 - (view.pos[entity.start - 1] == "DET" and entity.start - 1 > a)
    opens = view.words[before] in words.relative | words.interrogatives
    return classify(view, lexicon, before + 1, entity.end) if opens else None


def adjacent_subject(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The phrase between a comma or a quotation and the verb at ``i``: "..., South Korea’s Blue House said"."""
    words = lexicon.reporting.words
    last = i - 1
    while last > a and (view.pos[last] in ("AUX", "ADV") or view.words[last] in words.adverbs | words.days):
        last -= 1
    last -= last > a and view.words[last] == ","  # "X, the minister, said"
    start = last
    while start >= a and view.words[start] not in (",", ";") and not view.quote_at[start] and last - start < _REACH:
        if view.pos[start] in _VERBS and view.entity_at[start] is None:
            return None
        if view.words[start] in words.subordinators | words.relative or view.blank(start):
            return None
        start -= 1
    if start < a or last - start >= _REACH or start == last:
        return None
    start += 1
    if view.pos[start] in ("ADP", "CCONJ", "SCONJ", "ADV"):
        return None
    entity = view.entity_at[start]
    if entity is not None and entity.label == "PER" and entity.start == start and view.pos[entity.end] == "ADP":
        return Source(start, entity.end, start, "PER")  # "Wright of the Union of Concerned Scientists said"
    holder = _holder_before(view, start, a) or _holder_at_end(view, lexicon, start, last + 1)
    return holder or classify(view, lexicon, start, last + 1)


def _quoted_as(view: View, i: int, a: int) -> int | None:
    """Who is quoted: the object of the verb that "as saying" hangs on, or its subject where it is a passive."""
    governor = view.head[i] if view.pos[view.head[i]] in _VERBS else _governor(view, view.head[i], a)
    if not a <= governor < i:
        return None
    objects = [k for k in range(governor + 1, i) if view.head[k] == governor and view.dep[k] in ("obj", "iobj")]
    if objects:
        return objects[0]
    return next((k for k in range(a, governor) if view.head[k] == governor and view.dep[k].startswith("nsubj")), None)


def _governor(view: View, noun: int, a: int) -> int:
    """The verb that a noun hangs on: "announced it in a statement saying"; -1 if none does."""
    for _ in range(_CLIMB):
        head = view.head[noun]
        if head == noun or head < a:
            return -1
        if view.pos[head] in _VERBS:
            return head
        noun = head
    return -1


def _own(view: View, lexicon: Lexicon, at: int, a: int) -> int | None:
    """The nominal subject that hangs on the predicate at ``at`` itself; what a relative stands for."""
    words = lexicon.reporting.words
    for k in range(at - 1, a - 1, -1):
        if view.head[k] != at or not view.dep[k].startswith("nsubj"):
            continue
        if view.words[k] in words.relative or view.words[k] in words.that:
            return _antecedent(view, k, a)
        return k
    return None


def _antecedent(view: View, k: int, a: int) -> int | None:
    """What the relative at ``k`` stands for: the noun right before it."""
    j = k - 1
    while j >= a and (view.words[j] == "," or view.blank(j)):
        j -= 1
    return j if j >= a and view.pos[j] in ("NOUN", "PROPN", "PRON", "X", "NUM") else None


def _phrase(view: View, lexicon: Lexicon, head: int, a: int, b: int) -> Source | None:
    """The source whose head is the token ``head``: the phrase around it, with the name beside it if it has one."""
    head = _possessed(view, lexicon, head, b)
    start = _phrase_start(view, lexicon, head, a)
    entity = view.entity_at[head]
    if entity is not None and entity.label == "PER":
        return Source(start, entity.end, max(entity.start, start), "PER")
    if (holder := _holder_before(view, start, a)) is not None:
        return holder
    if (holder := source_after(view, lexicon, start, b)) is not None and holder.label == "PER":
        return holder
    end = max(_phrase_end(view, lexicon, head, b), entity.end if entity is not None else 0)
    if (named := holder_behind(view, lexicon, start, end, b)) is not None:
        return Source(named.start, named.end, named.start, "PER")
    if (holder := _holder_at_end(view, lexicon, start, b)) is not None:
        return holder
    return classify(view, lexicon, start, end)


def _possessed(view: View, lexicon: Lexicon, head: int, b: int) -> int:
    """What the name at ``head`` owns, if a possessive follows it: "Tamimi's" lawyer."""
    entity = view.entity_at[head]
    end = entity.end if entity is not None else head + 1
    if end >= b - 1 or view.words[end] not in lexicon.reporting.syntax.possessives:
        return head
    return next(
        (k for k in range(end + 1, b) if view.pos[k] in ("NOUN", "PROPN") and view.head[k] not in range(end, k)), head
    )


def _holder_at_end(view: View, lexicon: Lexicon, start: int, b: int) -> Source | None:
    """The person named right before the verb, at the end of a long office: "Head of the committee Leonid Slutsky"."""
    last = b - 1
    while last > start and (view.pos[last] in ("AUX", "ADV") or view.words[last] in lexicon.reporting.words.adverbs):
        last -= 1
    entity = view.entity_at[last]
    if entity is None or entity.label != "PER" or entity.end != last + 1 or entity.start <= start:
        return None
    between = range(start, entity.start)
    whole = all(view.words[k] != "," and view.pos[k] not in ("VERB", "SCONJ", "PRON") for k in between)
    office = any(view.words[k] in lexicon.titles.roles for k in between)
    return Source(start, entity.end, entity.start, "PER") if whole and office else None


def _holder_before(view: View, start: int, a: int) -> Source | None:
    """The person whom the phrase only describes: "Cai Jian, an expert at Fudan University, said"."""
    entity = view.entity_at[start - 2] if start - 2 >= a and view.words[start - 1] == "," else None
    if entity is None or entity.label != "PER" or entity.end != start - 1:
        return None
    return Source(entity.start, entity.end, entity.start, "PER")


def _phrase_start(view: View, lexicon: Lexicon, head: int, a: int) -> int:
    """The first word of the noun phrase whose head is ``head``."""
    entity = view.entity_at[head]
    start = k = entity.start if entity is not None else head
    while k > a:
        k -= 1
        inside = view.entity_at[k]
        if inside is not None and k + 1 == start:
            start = k = max(inside.start, a)
            continue
        if view.words[k] in lexicon.reporting.syntax.possessives and k > a:
            start = k
            continue
        if view.words[k] in lexicon.reporting.words.days and view.pos[k] == "PROPN":
            break
        if view.words[k] == "-" and k > a and view.end[k - 1] == view.start[k] and view.end[k] == view.start[k + 1]:
            start = k = k - 1  # "a 31-year-old sapper"
            continue
        near = start <= view.head[k] <= head or k < view.head[k] < start
        if view.pos[k] in ("PUNCT", "VERB", "SCONJ", "CCONJ", "ADP", "ADV") and view.dep[k] not in ("case", "amod"):
            break
        if not near or view.dep[k].split(":")[0] not in _LEFT or (view.dep[k] == "case" and view.pos[k] == "ADP"):
            break
        start = k
    return start


def _phrase_end(view: View, lexicon: Lexicon, head: int, b: int) -> int:
    """Past the last word of the noun phrase whose head is ``head``: with what says of whom or for whom it speaks."""
    words, end = lexicon.reporting.words, head + 1
    while end < b:
        entity = view.entity_at[end]
        if entity is not None and entity.start < end:
            end = min(entity.end, b)
            continue
        dep, word = view.dep[end].split(":")[0], view.words[end]
        if view.pos[end] in ("PUNCT", *_VERBS, "SCONJ"):
            break
        if word in words.relative or word in words.adverbs or view.quote_at[end]:
            break
        if view.pos[end] == "ADV" or (word in words.days and entity is None):
            break
        if not _within(view, end, head):
            break
        if dep == "case" and word not in words.inner_prepositions and word not in lexicon.reporting.syntax.possessives:
            break
        end += 1
    return end


def _within(view: View, k: int, head: int) -> bool:
    """Whether the token ``k`` hangs on ``head``, near or far, by what belongs to a noun phrase."""
    for _ in range(12):
        if k == head:
            return True
        if view.head[k] == k or view.dep[k].split(":")[0] in ("acl", "advcl", "conj", "cc", "punct", "nsubj", "appos"):
            return False
        k = view.head[k]
    return False


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
