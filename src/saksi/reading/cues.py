"""Cues: the words of a sentence that may attribute something, by the construction they stand in."""

from __future__ import annotations

from typing import NamedTuple

from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import phrase_end
from saksi.reading.reporting_lexicon import CueKind, Reporting
from saksi.reading.view import View

DASHES = frozenset(("-", "--", "–", "—", "―"))
CLOSERS = frozenset("”\"»’',?!…„″“")
_SEVERAL = 4  # tokens before a verb in which its subjects are joined


class Cue(NamedTuple):
    """A possible cue at token ``at``."""

    at: int
    kind: CueKind


Trace = dict[int, str]  # of the tokens that might be cues and attribute nothing: why


def find_cues(view: View, known: Lexicon, a: int, b: int, trace: Trace | None = None) -> list[Cue]:
    """The possible cues among the tokens ``a:b`` of one sentence, quoted words left out, in order.

    In ``trace``, if it is given, stands afterwards why each other word that can be a cue is none here.
    """
    found = []
    for i in range(a, b):
        kind = known.cues.get(view.words[i])
        if kind is None:
            continue
        stands, why = _standing(view, known, i, a, b, kind)
        if stands is not None:
            found.append(Cue(i, stands))
        elif trace is not None:
            trace[i] = why
    return found


def _standing(view: View, known: Lexicon, i: int, a: int, b: int, kind: CueKind) -> tuple[CueKind | None, str]:
    """The kind of cue that the word at ``i`` is where it stands, or null and why it is none."""
    lexicon = known.reporting
    if view.quote_at[i] is not None:
        return None, "it stands inside a quotation"
    if kind == "after" and _may_open(known, view.words[i]) and not _is_inverted(view, known, i, a, b):
        kind = "active"
    if kind in ("after", "enclitic"):
        opens = i == a and view.words[i] in lexicon.noun.cues
        if opens or not follows_words(view, i, a, lexicon.words.closers):
            closes = "it closes what is said, and no mark or quotation stands before it"
            return ("noun", "") if view.words[i] in lexicon.noun.cues else (None, closes)
        if kind == "after" and not _names_source(view, known, i, b):
            return None, "no source is named behind it"
    elif kind == "active" and known.reporting.syntax.parsed and _is_noun(view, known, i, a):
        return ("noun", "") if view.words[i] in lexicon.noun.cues else (None, "it is a noun here, or a part of a name")
    elif kind == "active" and known.reporting.syntax.parsed and _is_passive(view, known, i):
        return None, "it is a passive: its subject says nothing"
    elif kind == "active" and (unsaid := _not_said(view, lexicon, i, a)):
        return None, unsaid
    elif kind == "passive" and i > a and follows_words(view, i, a, lexicon.words.closers):
        return ("after", "") if _names_source(view, known, i, b) else (None, "no source is named behind it")
    return kind, ""


def _is_noun(view: View, known: Lexicon, i: int, a: int) -> bool:
    """Whether the word is no verb here: part of a longer name, or with an article or an adjective before it."""
    entity = view.entity_at[i]
    if i > a and (view.pos[i] == "PROPN" or view.words[i - 1] in known.reporting.syntax.possessives):
        return True
    if entity is not None and entity.end - entity.start > 1 and view.pos[i] != "VERB":
        return True
    if i > a and view.pos[i] in ("NOUN", "ADJ") and view.pos[i - 1] in ("DET", "ADJ", "NUM", "ADP"):
        return True
    return _disagrees(view, known, i, a)


def _disagrees(view: View, known: Lexicon, i: int, a: int) -> bool:
    """Whether the bare form of a verb stands behind one thing alone, and so is a noun: "the US state department"."""
    plural, word = known.reporting.syntax.plural, view.words[i]
    if not plural or i == a or word.endswith(plural) or word + plural not in known.cues:
        return False
    single = view.forms[i - 1].isupper() or not view.words[i - 1].endswith(plural)
    one = view.pos[i - 1] in ("NOUN", "PROPN") and single
    several = any(w in known.reporting.words.coordinators for w in view.words[max(a, i - _SEVERAL) : i])
    return one and not several and view.entity_at[i - 1] is not None and view.pos[i + 1 : i + 2] == ["NOUN"]


def _is_passive(view: View, known: Lexicon, i: int) -> bool:
    """Whether the subject of the verb at ``i`` says nothing: "they were told to wait", "a ship called X"."""
    active, words, syntax = known.reporting.active, known.reporting.words, known.reporting.syntax
    reduced = view.dep[i] == "acl" and view.words[i] not in syntax.participles and i + 1 < len(view.words)
    if reduced and view.words[i] not in active.say - active.objects:
        named = view.words[i] in active.naming and view.pos[i + 1] in ("PROPN", "PUNCT")
        asks = view.words[i] in active.request and view.words[i + 1] in words.requesting
        if named or (view.words[i + 1] in words.by | words.prepositions | words.as_marks and not asks):
            return True
    near = range(max(0, i - 5), i)
    return any(view.head[k] == i and view.dep[k] == "aux:pass" for k in near)


def _may_open(known: Lexicon, word: str) -> bool:
    """Whether the language lets this verb stand on either side of its words."""
    active = known.reporting.active
    return known.reporting.syntax.inverted and (word in active.say or word in active.marked or word in active.request)


def _is_inverted(view: View, known: Lexicon, i: int, a: int, b: int) -> bool:
    """Whether the verb at ``i`` closes its words and its subject follows: "...," said X; and not "X, of Y, said"."""
    if i == a or not follows_words(view, i, a, known.reporting.words.closers) or not _names_source(view, known, i, b):
        return False
    end = phrase_end(view, known, i + 1, b)
    if _after_quotation(view, i):
        return True
    if end < b and view.pos[end] in ("VERB", "AUX"):
        return False
    if view.words[i + 1] in known.reporting.pronouns.subjects and end > i + 2:
        return False  # "the group, which has its seat here, said it awaits the names"
    titles, pronouns = known.titles, known.reporting.pronouns
    who = view.words[i + 1 : end]
    somebody = (
        view.entity_at[i + 1] is not None
        or view.entity_at[end - 1] is not None
        or any(word in titles.roles | titles.organisations for word in who)
        or who[0] in pronouns.singular | pronouns.plural | titles.descriptions
    )
    told = any(view.pos[k] in ("VERB", "AUX") for k in range(a, i))
    return somebody and told and (end >= b or not view.words[end][0].isalnum() or view.pos[end] == "ADP")


def follows_words(view: View, i: int, a: int, closers: frozenset[str]) -> bool:
    """Whether the token stands after words that it may close: at a mark, or at the sentence's start."""
    if i > a + 1 and view.words[i - 1] in closers:
        i -= 1  # "..., demikian disampaikan X"
    if i == a:
        return True
    return view.words[i - 1] in CLOSERS or view.quote_at[i - 1] is not None or view.words[i - 1] in DASHES


def _names_source(view: View, lexicon: Lexicon, i: int, b: int) -> bool:
    """Whether a source begins after the bare cue at ``i``.

    After a quotation any noun will do; elsewhere it must be somebody, since many of these cues are nouns as well
    ("..., kritik kebijakan itu keliru").
    """
    if i + 1 >= b:
        return False
    word, pos, words = view.words[i + 1], view.pos[i + 1], lexicon.reporting.words
    if word in lexicon.reporting.pronouns.singular or word in lexicon.reporting.pronouns.plural or word in words.by:
        return True
    if word in words.prepositions or word in words.that or word in words.negators or word in words.coordinators:
        return False
    if view.entity_at[i + 1] is not None or view.forms[i + 1][0].isupper() or word in lexicon.titles.roles:
        return True
    if word in lexicon.titles.organisations or word in lexicon.titles.descriptions:
        return True
    opens = i == 0 or view.blank(i - 1) or view.words[i - 1] in ".!?"  # "Kata kunci ...": no cue
    free = (view.words[i] not in lexicon.reporting.after.nouns and not opens) or _after_quotation(view, i)
    return free and pos in ("NOUN", "DET", "NUM", "ADJ", "X", "PROPN")


def _after_quotation(view: View, i: int) -> bool:
    j = i - 1
    while j > 0 and view.words[j] in CLOSERS | DASHES and view.quote_at[j] is None:
        j -= 1
    return j >= 0 and view.quote_at[j] is not None


def _not_said(view: View, lexicon: Reporting, i: int, a: int) -> str:
    """How the text says that the verb at ``i`` is negated, or something yet to be said; empty if it does not."""
    words = lexicon.words
    j = i - 1
    while j >= a and (view.words[j] in words.adverbs) and view.words[j] not in words.negators:
        j -= 1
    if j < a:
        return ""
    before = f"“{view.words[j]}” before it says that "
    if view.words[j] in words.negators:
        return "" if view.words[i] in lexicon.active.deny else before + "nothing was said"
    if j == i - 1 and view.pos[j] == "VERB" and view.words[i] in lexicon.active.objects:
        return f"it is what another verb is about: “{view.words[j]}”"  # "setuju melanjutkan"
    return before + "nothing has been said yet" if view.words[j] in words.unsaid else ""
