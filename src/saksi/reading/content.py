"""Content: which words after a cue were said, and where they begin."""

from __future__ import annotations

from saksi.reading.adjuncts import past_adjuncts
from saksi.reading.clausal import content_by_parse
from saksi.reading.complementisers import complementiser, has_judgement, purpose_start
from saksi.reading.function_lexicon import Function
from saksi.reading.quoted import Content, quotation_at, unquote
from saksi.reading.reporting_lexicon import Reporting
from saksi.reading.view import View

_SCARE = 3  # words: a comma and fewer are no content


def content_after(view: View, lexicon: Reporting, cue: int, b: int) -> Content | None:
    """The content that the verb at ``cue`` takes to its right, before token ``b``; null if it takes none."""
    words, active = lexicon.words, lexicon.active
    verb = view.words[cue].removesuffix(lexicon.words.object_suffix)
    j = cue + 1
    while j < b and (view.words[j] in words.after_adverbs or view.blank(j)):
        if view.words[j] in words.manner and (j + 1 >= b or view.words[j + 1] not in words.after_adverbs):
            break  # "berharap dengan adanya ..." is content, "menyatakan dengan tegas" is not
        j += 1
    if j >= b or view.words[j] in words.anonymity or view.words[j] in words.coordinators:
        return None
    if quoted := quotation_at(view, words, j, b):
        return quoted
    if lexicon.syntax.parsed:
        return content_by_parse(view, lexicon, cue, j, b)
    that = complementiser(view, lexicon, cue, j, b)
    if that is not None:
        return unquote(view, words, that + 1, b, "that")
    if verb in active.deny:
        return _denied(view, lexicon, j, b)
    if verb in active.request and (purpose := purpose_start(view, lexicon, j, b, verb)) is not None:
        return Content(purpose, "purpose")
    if verb in active.judge and (view.words[j] in words.as_marks or has_judgement(view, lexicon, j, b)):
        return Content(j, "as")
    start, mark = past_adjuncts(view, words, j, b)
    if start >= b or view.words[start] in words.likes or view.words[start] in lexicon.outlet.cues:
        return None
    if quoted := quotation_at(view, words, start, b):
        return quoted
    return _bare(view, lexicon, cue, start, mark, b)


def _bare(view: View, lexicon: Reporting, cue: int, start: int, mark: str, b: int) -> Content | None:
    """Content that no word marks: it must be a clause, and the verb one that takes such a clause."""
    active, verb = lexicon.active, view.words[cue].removesuffix(lexicon.words.object_suffix)
    if view.words[start] in lexicon.words.interrogatives:
        return Content(start, "question") if verb in active.marked | active.say - active.verdicts else None
    comma = mark == "comma" and b - start > _SCARE and start == cue + 2  # after an adjunct an apposition may follow
    clause = is_clause(view, lexicon, start, b) or comma
    if mark == "comma" and start > cue + 2 and not clause:
        return None
    if verb in active.deny or (not clause and (verb in active.objects or verb not in active.say)):
        return None
    if verb in active.verdicts:
        headless = view.pos[start] in ("VERB", "AUX") or view.words[start] in lexicon.words.infinitive
        return None if headless and mark != "comma" else Content(start, mark or "bare")
    if mark == "comma" and verb in active.say | active.marked | active.request:
        return Content(start, "comma")
    if verb in active.say:
        place = view.words[start] in lexicon.words.prepositions  # "menambahkan dalam unggahan", but "saat ini ..."
        place = place and view.words[start + 1 : start + 2] != [] and view.words[start + 1] not in lexicon.words.days
        long = b - start > _SCARE and not place
        return Content(start, "bare") if clause or long else None
    return Content(start, "request") if verb in active.request - active.moves else None


def is_clause(view: View, lexicon: Reporting, a: int, b: int) -> bool:
    """Whether the tokens ``a:b`` are a clause, and no noun phrase however long.

    A predicate inside a relative clause makes none: "dukungan terhadap program yang dinilai tepat". It does if a noun
    before the relative clause is its subject by the parse: "warga yang mengungsi telah kembali".
    """
    words = lexicon.words
    if view.words[a] in words.nominals:
        return True
    b = next((k for k in range(a + 1, b) if _leaves(view, lexicon, k)), b)
    relative = next((k for k in range(a, b) if view.words[k] in words.relative), b)
    nominal = view.words[a] in lexicon.noun.cues
    if any(_is_predicate(view, words, k, a, nominal=nominal) for k in range(a, relative)):
        return True
    return any(view.dep[k].startswith("nsubj") and relative < view.head[k] < b for k in range(a, relative))


def _leaves(view: View, lexicon: Reporting, k: int) -> bool:
    """Whether the phrase is left before ``k``: another cue, or a comma with a contrast or an adjunct."""
    words, word, before = lexicon.words, view.words[k], view.words[k - 1]
    if before == ",":
        return word in words.contrast or word in words.prepositions or word in lexicon.active.say
    second = view.pos[k] == "VERB" and before in words.joiners  # "menyampaikan nota dan membuka jalur"
    return second or (word in lexicon.active.say and before in words.coordinators)


def _is_predicate(view: View, words: Function, k: int, a: int, *, nominal: bool) -> bool:
    word, pos = view.words[k], view.pos[k]
    before = view.words[k - 1] if k > a else ""
    adjunct = before in words.prepositions and (nominal or before not in words.infinitive)
    if word in words.prepositions or adjunct:
        return False
    if pos in ("VERB", "AUX") or (pos == "PART" and word in words.negators):
        return True
    # An adjective right after its noun is part of the phrase ("penyesalan mendalam") unless an adverb stands between.
    return pos == "ADJ" and view.dep[k] != "amod" and (k == a or view.pos[k - 1] not in ("NOUN", "PROPN"))


def _denied(view: View, lexicon: Reporting, j: int, b: int) -> Content | None:
    """What is denied without "bahwa": a verb phrase ("membantah ikut menyerang"), never a bare noun phrase."""
    return Content(j, "denied") if is_clause(view, lexicon, j, b) else None
