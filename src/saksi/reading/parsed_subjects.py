"""Subjects by the parse: who says what a verb of saying reports, where the order of words alone does not tell.

For languages whose ``syntax.parsed`` is on: there a subject may stand far from its verb, or be shared by several.
"""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.parsed_phrases import holder_at_end, holder_before, phrase_around
from saksi.reading.phrases import phrase_start
from saksi.reading.source_phrases import classify
from saksi.reading.view import View

_VERBS = ("VERB", "AUX")
_REACH = 14  # tokens of a phrase
_CLIMB = 5  # verbs that share one subject, at most
_SHARES = ("conj", "xcomp", "advcl", "acl", "dep", "parataxis", "ccomp")


def parsed_subject(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The subject of the verb at token ``i`` by the parse: its own, or that of the verb it shares one with.

    A relative clause has what it describes for its subject: "officials who said". "X quoted Y as saying" is Y's.
    """
    words = lexicon.reporting.words
    if view.words[i] in lexicon.reporting.syntax.participles and i > a + 1 and view.words[i - 1] in words.as_marks:
        quoted = _quoted_as(view, i, a)
        if quoted is not None:
            return phrase_around(view, lexicon, quoted, a, i)
        start = phrase_start(view, lexicon, i - 2, a)
        if a < start <= i - 2 and view.pos[start - 1] in _VERBS:
            return classify(view, lexicon, start, i - 1)
    if (clause := _relative_subject(view, lexicon, i, a)) is not None:
        return clause
    if (named := _named_between(view, lexicon, i, a)) is not None:
        return named
    at = i
    for _ in range(_CLIMB):
        found = _own(view, lexicon, at, a)
        if found is not None:
            return phrase_around(view, lexicon, found, a, i)
        dep, head = view.dep[at].split(":")[0], view.head[at]
        if dep not in _SHARES or head == at or not a <= head or (dep == "ccomp" and head > at):
            return None
        at = head if view.pos[head] in _VERBS else _governor(view, head, a)
        if at < 0:
            return None
    return None


def _named_between(view: View, lexicon: Lexicon, i: int, a: int) -> Source | None:
    """The name between commas behind a contrast and an office: "..., but the city's mayor, María Catalá, said"."""
    entity = view.entity_at[i - 2] if i - 2 > a and view.words[i - 1] == "," else None
    if entity is None or entity.label != "PER" or entity.end != i - 1 or entity.start - 2 <= a:
        return None
    at = office_behind_contrast(view, lexicon, entity.start - 1, a)
    return Source(entity.start, entity.end, entity.start, "PER") if at is not None else None


def office_behind_contrast(view: View, lexicon: Lexicon, comma: int, a: int) -> int | None:
    """Where the contrast stands that an office before the ``comma`` follows; null if none does."""
    words = lexicon.reporting.words
    if view.words[comma] != ",":
        return None
    for k in range(comma - 1, max(a, comma - _REACH), -1):
        if view.words[k] in words.contrast and view.words[k - 1] == ",":
            office = any(word in lexicon.titles.roles for word in view.words[k + 1 : comma])
            return k if office else None
        if view.words[k] == "," or view.pos[k] in _VERBS or view.quote_at[k]:
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
    start, verb = last, False
    while start >= a and view.words[start] not in (",", ";") and not view.quote_at[start] and last - start < _REACH:
        verb = verb or (view.pos[start] in _VERBS and view.entity_at[start] is None)
        if view.words[start] in words.subordinators | words.relative or view.blank(start):
            return None
        start -= 1
    if start < a or last - start >= _REACH or start == last:
        return None
    name = view.entity_at[last]
    if verb and not (view.quote_at[start] and name is not None and name.label == "PER"):
        return None
    if verb and name is not None:  # behind a quotation and before a name even "fisheries bureau spokesman" is no clause
        office = any(word in lexicon.titles.roles for word in view.words[start + 1 : name.start])
        return Source(start + 1, name.end, name.start, "PER") if office else None
    start += 1
    if view.pos[start] in ("ADP", "CCONJ", "SCONJ", "ADV"):
        return None
    entity = view.entity_at[start]
    if entity is not None and entity.label == "PER" and entity.start == start and view.pos[entity.end] == "ADP":
        return Source(start, entity.end, start, "PER")  # "Wright of the Union of Concerned Scientists said"
    holder = holder_before(view, start, a) or holder_at_end(view, lexicon, start, last + 1)
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
