"""Phrases: where the noun phrase that names a source begins and ends, and what kind of source it is."""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.titles import COMMA, holder_behind, is_degree, name_behind, past_brackets
from saksi.reading.view import Entity, View

_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_NEAR = 6  # tokens within which a demonstrative closes a description
_LONGEST = 24  # tokens; no source is named at greater length, and a scan must end


def source_after(view: View, lexicon: Lexicon, i: int, b: int) -> Source | None:
    """The source that begins at token ``i`` and ends before ``b``: "kata Duyeon Kim, dari ..."."""
    words = lexicon.reporting.words
    end = phrase_end(view, lexicon, i, b)
    if end <= i or (view.forms[i].islower() and view.words[i] in words.relative | words.that | words.prepositions):
        return None
    if (
        view.words[i] in words.days | words.adverbs | words.anonymity
        and view.entity_at[i] is None
        and view.pos[i] != "PRON"
    ):
        return None
    if view.words[i] in lexicon.reporting.pronouns.humans:
        pointing = (k + 1 for k in range(end, min(b, end + _NEAR)) if view.words[k] in words.demonstratives)
        end = next(pointing, end)  # "pria berusia 58 tahun itu"
    found = classify(view, lexicon, i, end)
    if found.label in ("DESC", "ORG") and (holder := holder_behind(view, lexicon, i, end, b)) is not None:
        return Source(holder.start, holder.end, holder.start, "PER")
    described = view.words[i] in lexicon.titles.roles or view.words[i] in lexicon.titles.descriptions
    if described and found.label in ("DESC", "ORG", "LOC") and (name := name_behind(view, lexicon, end, b)):
        return Source(name.start, min(name.end, b), name.start, "PER")
    return found


def phrase_end(view: View, lexicon: Lexicon, i: int, b: int) -> int:
    """Where the noun phrase that begins at ``i`` ends, not after ``b``."""
    end = i
    while end < b and end - i < _LONGEST:
        entity = view.entity_at[end]
        if entity and (entity.start >= i or end == i):
            end = min(entity.end, b)
            continue
        if end > i and (name := past_brackets(view, lexicon, end, b)):
            end = name
            continue
        if view.words[end] == "." and end > i and view.words[end - 1] in lexicon.titles.address and end + 1 < b:
            end += 1  # "Dr."
            continue
        if view.pos[end] == "PUNCT" or view.quote_at[end] or view.blank(end):
            break
        before = view.entity_at[end - 1] if end > i else None
        titled = before is not None and (before.start == i or view.words[i] in lexicon.titles.roles)
        if titled and before and before.label == "PER" and view.forms[end].islower():
            break  # a name takes no words after it
        if end > i and _ends_phrase(view, lexicon, end):
            break
        end += 1
    return end


def _ends_phrase(view: View, lexicon: Lexicon, k: int) -> bool:
    words, word = lexicon.reporting.words, view.words[k]
    if word in words.prepositions or word in words.relative or word in words.that or word in words.coordinators:
        return True
    lower = view.forms[k][0].islower()
    if lower and (word in words.negators or word in words.unsaid):
        return True
    if lexicon.reporting.syntax.parsed and view.dep[k] == "amod":
        return False  # "a recently published report"
    return (word in words.days and not lower) or (view.pos[k] in ("VERB", "AUX") and lower)


def skip_back(view: View, lexicon: Lexicon, j: int, a: int) -> int:
    """Leftwards over what may stand between a subject and its verb: adverbs, dates, parentheses."""
    words = lexicon.reporting.words
    while j >= a:
        word = view.words[j]
        if word in _CLOSE:
            depth_at = opening_bracket(view, j, a)
            if depth_at is None:
                return j
            j = depth_at - 1
        elif j > a and view.words[j - 1] in words.manner and view.pos[j] in ("ADJ", "ADV", "NOUN", "VERB"):
            j -= 2  # "secara konsisten"
        elif (degree := _before_degree(view, j, a)) < j:
            j = degree
        elif view.blank(j) or (word in words.adverbs and not _is_demonstrative(view, lexicon, j, a)):
            j -= 1
        elif (
            _is_demonstrative(view, lexicon, j, a)
            and view.pos[j - 1] == "PROPN"
            and view.words[j - 1] not in words.days
        ):
            return j  # "Guru Besar UIN ini", but "Senin ini"
        elif word in words.days or word[0].isdigit():
            j -= 1
            if j >= a and view.words[j] in words.prepositions:
                j -= 1
            if j >= a and view.words[j] == COMMA:
                j -= 1
        elif word == COMMA and j > a and view.words[j - 1] in words.days:
            j -= 1
        else:
            return j
    return j


def _before_degree(view: View, j: int, a: int) -> int:
    """Leftwards over a degree and its comma: "Kartika Sari, S.H., M.Sc."; else ``j``."""
    if j > a and is_degree(view.forms[j]):
        return j - 2 if view.words[j - 1] == COMMA else j - 1
    return j - 1 if j > a and view.words[j] == COMMA and is_degree(view.forms[j - 1]) else j


def _is_demonstrative(view: View, lexicon: Lexicon, j: int, a: int) -> bool:
    """Whether "itu", "tersebut", "ini" closes a noun phrase: "kementerian itu" is a subject."""
    return (
        view.words[j] in lexicon.reporting.words.demonstratives
        and j > a
        and view.pos[j - 1] in ("NOUN", "PROPN", "ADJ", "X")
    )


def opening_bracket(view: View, j: int, a: int) -> int | None:
    """The opening bracket that the closing one at ``j`` belongs to, not before ``a``."""
    for k in range(j - 1, max(a - 1, j - 20), -1):
        if view.words[k] in _OPEN:
            return k
    return None


def phrase_start(view: View, lexicon: Lexicon, j: int, a: int) -> int:
    """Where the noun phrase that ends at ``j`` begins."""
    words = lexicon.reporting.words
    k = j
    while k >= a and j - k < _LONGEST:
        entity = view.entity_at[k]
        if entity and entity.end - 1 <= j:
            k = max(entity.start, a) - 1
            continue
        word, pos = view.words[k], view.pos[k]
        if word in _CLOSE:
            opening = opening_bracket(view, k, a)
            if opening is not None:
                k = opening - 1
                continue
        if (
            view.quote_at[k]
            or pos == "PUNCT"
            or view.blank(k)
            or pos in ("SCONJ",)
            or word in words.that
            or word in words.relative
        ):
            break
        if word in words.coordinators or word in words.contrast:
            if word in words.joiners and k > a and _joins_nouns(view, k, j, a):
                k -= 1
                continue
            break
        if pos in ("VERB", "AUX") and view.forms[k][0].islower():
            break
        if k < j and word in words.demonstratives:
            break  # "Selain itu" Menlu
        if word in words.prepositions and not _inside_phrase(view, lexicon, k, a):
            break
        k -= 1
    return k + 1


def _joins_nouns(view: View, k: int, j: int, a: int) -> bool:
    """Whether the joiner at ``k`` stands within the phrase that ends at ``j``, and not between two clauses."""
    if view.pos[k] == "CCONJ" and view.pos[k - 1] in ("PROPN", "NOUN") and view.entity_at[k - 1] is not None:
        return True
    if k == j or view.dep[k + 1] != "conj" or not a <= view.head[k + 1] < k:
        return False
    plain = all(view.entity_at[m] is None for m in range(k + 1, j + 1))  # "kelompok pembela pengungsi dan migran"
    return plain and view.pos[k + 1] == view.pos[k - 1] == view.pos[view.head[k + 1]] == "NOUN"


def _inside_phrase(view: View, lexicon: Lexicon, k: int, a: int) -> bool:
    """Whether the preposition at ``k`` belongs to a title or description: "Duta Besar Israel untuk AS X"."""
    if k <= a:
        return False
    left = view.words[k - 1]
    return (
        view.pos[k - 1] in ("PROPN", "NOUN", "NUM")
        and left not in lexicon.reporting.words.days
        and view.words[k] in lexicon.reporting.words.inner_prepositions
    )


def classify(view: View, lexicon: Lexicon, start: int, end: int) -> Source:
    """What kind of source the tokens ``start:end`` are, and which of them are the name proper."""
    pronouns = lexicon.reporting.pronouns
    while end > start + 1 and (view.pos[end - 1] == "PUNCT" or view.blank(end - 1)):
        end -= 1
    words = view.words[start:end]
    last = end
    while (
        last > start + 1
        and view.words[last - 1] in lexicon.reporting.words.adverbs - lexicon.reporting.words.demonstratives
    ):
        last -= 1
    if view.words[last - 1] in pronouns.singular or (last - start == 1 and words[0] in pronouns.plural):
        return Source(last - 1, last, last - 1, "PRON")
    entities = _entities(view, start, end)
    persons = [e for e in entities if e.label == "PER"]
    if len(words) > 1 and words[-1] in lexicon.reporting.words.demonstratives and words[0] in lexicon.titles.roles:
        persons = [e for e in persons if e.end == end]  # "Guru Besar UIN Syarif Hidayatullah ini"
    if _is_office(view, lexicon, start):
        return Source(start, end, start, "ORG")  # "kantor Perdana Menteri Israel Benjamin Netanyahu"
    if persons and persons[-1].end >= end - 2:
        person = persons[-1]
        return Source(start, end, max(person.start, start), "PER")
    if entities and entities[-1].label == "ORG" and entities[-1].end == end and start < entities[-1].start:
        outlet = lexicon.reporting.outlet.particles
        if all(view.words[i] in outlet for i in range(start, entities[-1].start)):
            return Source(start, end, entities[-1].start, "ORG")  # "media lokal SBS"
    demonstrative = words[-1] in lexicon.reporting.words.demonstratives
    if demonstrative:
        return Source(start, end, start, "DESC")
    if len(entities) == 1 and entities[0].end == end and entities[0].start <= start:
        return Source(start, end, start, entities[0].label)
    head = words[-1] if lexicon.reporting.syntax.heads_last else words[0]  # "the foreign ministry"
    named = entities and entities[0].start <= start and entities[0].label in ("ORG", "LOC")
    body = named or head in lexicon.titles.organisations or words[0] in lexicon.titles.organisations
    return Source(start, end, start, "ORG" if body else "DESC")


def _is_office(view: View, lexicon: Lexicon, start: int) -> bool:
    """Whether a body of a person's begins at ``start``, before his title: "kantor Perdana Menteri"."""
    titles, word = lexicon.titles, view.words[start]
    body = word in titles.organisations - titles.sides and word not in titles.roles and view.forms[start].islower()
    return body and start + 1 < len(view.words) and view.words[start + 1] in titles.roles


def _entities(view: View, start: int, end: int) -> list[Entity]:
    """The entities of the tokens ``start:end``, in order."""
    return list(dict.fromkeys(entity for entity in view.entity_at[start:end] if entity is not None))
