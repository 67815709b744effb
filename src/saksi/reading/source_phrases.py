"""Source phrases: the noun phrase that names a source, what kind of source it is, and which words are the name."""

from __future__ import annotations

from saksi.reading.draft import Source
from saksi.reading.lexicon import Lexicon
from saksi.reading.phrases import phrase_end
from saksi.reading.titles import holder_behind, name_behind
from saksi.reading.view import Entity, View

_NEAR = 6  # tokens within which a demonstrative closes a description


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
