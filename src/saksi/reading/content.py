"""Content: which words after a cue were said, and where they begin."""

from __future__ import annotations

from saksi.reading.clausal import content_by_parse
from saksi.reading.lexicon import Function, Reporting
from saksi.reading.quoted import Content, quotation_at, unquote
from saksi.reading.view import View

_REACH = 30  # tokens between a verb and its complementiser: adjuncts may be long ("kepada para wartawan yang ...")
_REQUEST_REACH = 14
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
    that = _complementiser(view, lexicon, cue, j, b)
    if that is not None:
        return unquote(view, words, that + 1, b, "that")
    if verb in active.deny:
        return _denied(view, lexicon, j, b)
    if verb in active.request and (purpose := _purpose(view, lexicon, j, b, verb)) is not None:
        return Content(purpose, "purpose")
    if verb in active.judge and (view.words[j] in words.as_marks or _judgement(view, lexicon, j, b)):
        return Content(j, "as")
    start, mark = _after_adjuncts(view, words, j, b)
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


def _complementiser(view: View, lexicon: Reporting, cue: int, j: int, b: int) -> int | None:
    """Where the verb's "bahwa" stands, over the adjuncts and the addressee between them."""
    words = lexicon.words
    if view.words[j] in words.that:
        return j
    addressed = view.words[cue] in lexicon.active.request or view.words[cue] in lexicon.active.addressed
    denies = view.words[cue] in lexicon.active.deny
    if denies:
        return _denied_claim(view, lexicon, j, b)
    adjunct = view.words[j] in words.prepositions or view.words[j] in words.days or view.pos[j] == "PUNCT"
    reach = _REACH if adjunct else (12 if addressed else 7)
    for k in range(j, min(b, cue + reach)):
        if view.words[k] in words.that:
            return k
        if view.quote_at[k] or view.words[k] in lexicon.active.say:
            return None
        if not adjunct and view.pos[k] in ("VERB", "AUX"):
            return None
    return None


def _denied_claim(view: View, lexicon: Reporting, j: int, b: int) -> int | None:
    """The "bahwa" of the claim that is denied: "membantah tuduhan AS bahwa ...", and nothing but the claim between."""
    for k in range(j, min(b, j + 12)):
        if view.words[k] in lexicon.words.that:
            return k
        if view.pos[k] not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "X") and view.entity_at[k] is None:
            return None
    return None


def _denied(view: View, lexicon: Reporting, j: int, b: int) -> Content | None:
    """What is denied without "bahwa": a verb phrase ("membantah ikut menyerang"), never a bare noun phrase."""
    return Content(j, "denied") if is_clause(view, lexicon, j, b) else None


def _purpose(view: View, lexicon: Reporting, j: int, b: int, verb: str) -> int | None:
    """Where what is asked for begins: after "agar", but at the one who is asked before "untuk"."""
    words = lexicon.words
    for k in range(j, min(b, j + _REQUEST_REACH)):
        if view.words[k] in words.purpose:
            return k + 1
        if view.words[k] in words.infinitive:
            return k + 1 if k == j or verb in lexicon.active.threats else j
        if view.words[k] == "," or view.quote_at[k]:
            return None
        if view.words[k] in words.relative:  # "mengingatkan para WNI yang ada di AS agar ..."
            rest = range(k + 1, min(b, k + _REQUEST_REACH))
            free = next((m for m in rest if view.words[m] == "," or view.words[m] in lexicon.active.say), b)
            return next((m + 1 for m in rest if m < free and view.words[m] in words.purpose), None)
        if view.words[k] in lexicon.active.request or view.words[k] in lexicon.active.say:
            return None
    return None


def _judgement(view: View, lexicon: Reporting, j: int, b: int) -> bool:
    """Whether a predicate follows within the clause: "menyebut X sebagai Y", "menyebut X “Y”"."""
    words = lexicon.words
    for k in range(j, b):
        if view.words[k] in words.as_marks:
            return k > j
        if k > j and view.quote_at[k]:
            return True  # "menyebut pelabuhan itu “contoh bagi kawasan”"
        if view.words[k] in words.that or view.words[k] in lexicon.active.say:
            return False
    return False


def _after_adjuncts(view: View, words: Function, j: int, b: int) -> tuple[int, str]:
    """Past what may stand between a verb and its content, and whether a comma ends it."""
    if view.words[j] in (",", ":"):
        return j + 1, "comma"
    k = j
    if view.words[k] in words.prepositions or view.words[k] in words.days:
        if (comma := _adjunct_comma(view, words, k, b)) is not None:
            return comma + 1, "comma"
        if view.words[k] in words.days or (k + 1 < b and view.words[k + 1] in words.days):
            first = k
            k += view.words[k] not in words.days
            while k < b and (view.words[k] in words.days or view.words[k][0].isdigit() or view.words[k] in "(/)"):
                k += 1
            dated = any(not view.forms[i][0].islower() for i in range(first, k))
            return (k, "") if dated else (j, "")  # "saat ini" belongs to what is said
    if view.words[k] == "(":
        while k < b and view.words[k] != ")":
            k += 1
        return min(k + 1, b), ""
    return j, ""


def _adjunct_comma(view: View, words: Function, k: int, b: int) -> int | None:
    """The comma that ends the adjunct at ``k``, dates and brackets passed over."""
    depth = 0
    for i in range(k, min(b, k + _REACH)):
        word = view.words[i]
        depth += (word in "([") - (word in ")]")
        if word != "," or depth or view.quote_at[i]:
            continue
        following = view.words[i + 1] if i + 1 < b else ""
        if (
            following in words.days
            or following in words.relative
            or following[:1].isdigit()
            or following in words.prepositions
        ):
            continue
        return i if following else None
    return None
