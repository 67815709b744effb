"""Cues that open their words: X mengatakan (bahwa) ...; and where such words end."""

from __future__ import annotations

from saksi.reading.closing import read_closing_verb
from saksi.reading.content import content_after
from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution, Source
from saksi.reading.ends import content_end
from saksi.reading.parsed_subjects import office_behind_contrast
from saksi.reading.phrases import phrase_start
from saksi.reading.quoted import Content
from saksi.reading.scope import Chars, Scope
from saksi.reading.subjects import subject_of
from saksi.record import Stance


def read_verb(scope: Scope, cue: Cue, later: list[Cue]) -> Attribution | None:
    """A verb of saying with the words after it, or else with those before it."""
    view, at, lexicon = scope.view, cue.at, scope.lexicon.reporting
    content = content_after(view, lexicon, at, scope.b)
    if content is None:
        scope.note(at, "no content was found behind it, and none before it that it would close with its subject")
        return read_inserted(scope, cue) if lexicon.syntax.parsed else read_closing_verb(scope, cue)
    source, inherits = scope.subject(at)
    if why := _why_not(scope, at, source, inherits, content.mark):
        scope.note(at, why)
        return None
    span, quoted = take(scope, content, later)
    if span is None:
        return None
    scope.claimed[-1] = (at, scope.claimed[-1][1])
    scope.hear(source)
    stance: Stance = "denied" if view.words[at] in lexicon.active.deny else "asserted"
    rule = f"verb-{content.mark}"
    return Attribution([span], scope.chars(at, at + 1), source, rule, inherits=inherits, stance=stance, quoted=quoted)


def read_inserted(scope: Scope, cue: Cue) -> Attribution | None:
    """A source and its verb within what they report: "ships that officials say are breaking sanctions"."""
    view, at, words = scope.view, cue.at, scope.lexicon.reporting.words
    if at + 1 >= scope.b or scope.lexicon.cues.get(view.words[at + 1]):
        return None
    if view.pos[at + 1] not in ("VERB", "AUX") and view.words[at + 1] not in words.infinitive:
        return None
    if view.words[at] not in scope.lexicon.reporting.active.say:
        return None
    source = subject_of(view, scope.lexicon, at, scope.floor(at))
    if source is None or source.start <= scope.a or source.end > at:
        return None
    before = source.start - 1
    relative = view.words[before] in words.relative | words.that | words.interrogatives
    last = before - relative
    while last > scope.a and view.words[last] == ",":
        last -= 1
    if not relative and view.pos[before] not in ("NOUN", "PROPN"):
        return None
    spans = []
    if view.words[before] not in words.interrogatives - words.relative and last >= scope.floor(at):
        start = phrase_start(view, scope.lexicon, last, scope.floor(at))
        if start <= last:
            spans.append(scope.trimmed(start, last + 1))
    rest = scope.rest(at + 1)
    if rest is None:
        return None
    scope.hear(source)
    return Attribution([*spans, rest], scope.chars(at, at + 1), source, "verb-inserted", confidence=0.7)


def _why_not(scope: Scope, at: int, source: Source | None, inherits: str, mark: str) -> str:
    """Why a verb of saying that has content attributes nothing; empty if it does."""
    view, lexicon = scope.view, scope.lexicon.reporting
    if mark != "quotation" and _is_aside(scope, at):
        return "it only accompanies a main verb that reports nothing"
    if _is_agreement(scope, at, source):
        return "two sides promise each other: that is an act"
    if _is_denied_existence(scope, source):
        return "the sentence says that nobody says it"
    if source is not None and view.words[source.start] in lexicon.pronouns.first:
        return "its subject is the writer"
    if view.words[at] in lexicon.active.evidence and source is not None and not _is_somebody(scope, source):
        return "its subject is nobody who speaks"  # "the figures suggest that"
    relative = view.words[at - 1] in lexicon.words.relative and at > scope.a + 1 and view.words[at - 2] == ","
    if view.words[at] in lexicon.active.moves and relative:
        return "what happened is its subject"  # "serangan besar-besaran, yang mendorong Iran untuk membalas"
    if view.words[at] in lexicon.active.moves and source is not None and not _is_somebody(scope, source):
        return "its subject is nobody who speaks"  # "pengeboman itu mendorong Iran untuk membalas"
    if inherits == "context" and mark not in ("that", "quotation"):
        return "it has no subject, and its content no mark"  # "Mengingat, hingga saat ini ..."
    return ""


def take(scope: Scope, content: Content, later: list[Cue]) -> tuple[Chars | None, bool]:
    """The characters of the content, up to the next attribution or the sentence's end; claims them."""
    view, words = scope.view, scope.lexicon.reporting.words
    end = _split(scope, content.start, later)
    if content.quotation is not None:
        last = content.quotation
        following = view.tokens(last.outer_end, last.outer_end + 1)[0]
        after = view.text[last.outer_end : last.outer_end + 2].strip()
        closed = view.text[last.end - 1 : last.end] in (",", ".", "!", "?") and after[:1].isalpha()
        goes_on = bool(after) and not closed and after[0] not in ',.;!?"”' and following < end
        if not goes_on or view.words[following] in words.coordinators:
            scope.claimed.append((content.start, max(following, content.start + 1)))
            return (last.start, last.end), True
    stop = content_end(view, scope.lexicon.reporting, content.start, end, content.mark)
    if stop <= content.start:
        return None, False
    scope.claimed.append((content.start, stop))
    return scope.trimmed(content.start, stop), False


def _split(scope: Scope, start: int, later: list[Cue]) -> int:
    """Where content that begins at ``start`` must end because another attribution begins: "... dan menambahkan"."""
    view, words = scope.view, scope.lexicon.reporting.words
    for cue in later:
        if cue.at <= start or cue.kind != "active":
            continue
        if content_after(view, scope.lexicon.reporting, cue.at, scope.b) is None:
            continue
        j = cue.at - 1
        while j > start and view.words[j] in words.adverbs and view.words[j] not in words.coordinators:
            j -= 1
        if view.words[j] not in words.coordinators | words.contrast and view.words[j] != ",":
            subject = subject_of(view, scope.lexicon, cue.at, start)
            if subject is None or subject.start - 1 <= start or view.words[cue.at - 1] in words.relative:
                continue
            j = subject.start - 1
            parsed = scope.lexicon.reporting.syntax.parsed
            pronoun = subject.label == "PRON" and not parsed
            somebody = (
                subject.label == "PRON" and view.words[subject.start] not in scope.lexicon.reporting.pronouns.neuter
            )
            beside = somebody and parsed and view.words[j] in words.as_marks  # "as he suggested"
            if not beside and view.words[j] not in words.contrast and (view.words[j] != "," or pronoun):
                continue
        entity = view.entity_at[j - 1] if view.words[j] == "," else None
        if entity is not None and entity.label == "PER":  # ", but the city's mayor, María Catalá, said"
            j = office_behind_contrast(view, scope.lexicon, entity.start - 1, start) or j
        while j - 1 > start and (view.words[j - 1] in words.contrast | words.coordinators or view.words[j - 1] == ","):
            j -= 1
        return j
    return scope.b


def _is_aside(scope: Scope, at: int) -> bool:
    """Whether the cue only accompanies a main verb that reports nothing: "memberi bantuan, sambil menegaskan"."""
    return scope.view.words[at - 1] in scope.lexicon.reporting.words.simultaneous and not scope.heard


def _is_agreement(scope: Scope, at: int, source: Source | None) -> bool:
    """Whether two sides promise each other: "kedua pemimpin itu berjanji untuk ..."."""
    if source is None or scope.view.words[at] not in scope.lexicon.reporting.words.promises:
        return False
    return scope.view.words[source.start] in scope.lexicon.reporting.pronouns.pairs


def _is_somebody(scope: Scope, source: Source) -> bool:
    """Whether the source is a name, a pronoun, an office or a body, and no thing that happened."""
    titles, first = scope.lexicon.titles, scope.view.words[source.start]
    known = titles.roles | titles.organisations | titles.descriptions
    last = scope.view.words[source.end - 1] if scope.lexicon.reporting.syntax.heads_last else first
    return source.label != "DESC" or first in known or last in known or _tells(scope, last)


def _tells(scope: Scope, word: str) -> bool:
    """Whether the word is of what people say or find out, one or several: "polls showed that", "the report found"."""
    reporting = scope.lexicon.reporting
    single = word.removesuffix(reporting.syntax.plural)
    return single in reporting.pronouns.surveys or (reporting.syntax.parsed and single in reporting.pronouns.nouns)


def _is_denied_existence(scope: Scope, source: Source | None) -> bool:
    """Whether nobody says it: "tidak ada negara yang menyatakan"."""
    if source is None or source.start < 2:
        return False
    negator, exists = scope.view.words[source.start - 2 : source.start]
    words = scope.lexicon.reporting.words
    return exists in words.existentials and negator in words.negators
