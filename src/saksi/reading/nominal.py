"""Nouns and passives of saying: "pernyataan X bahwa", "disampaikan X", "dinilai oleh X"."""

from __future__ import annotations

from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution, Source
from saksi.reading.opening import take
from saksi.reading.quoted import Content
from saksi.reading.reporting_clauses import speaks
from saksi.reading.scope import Chars, Scope
from saksi.reading.source_phrases import source_after
from saksi.reading.subjects import subject_of

_REACH = 16  # tokens between a cue and its complementiser
_OWNED = 4  # words between an owner and what is owned
_AGENT = 30  # tokens between a judgement and its agent


def read_noun(scope: Scope, cue: Cue, later: list[Cue]) -> Attribution | None:
    """A noun of saying: "klaim X bahwa ...", "menyampaikan seruan agar ...", and "Demikian klaim X"."""
    view, words = scope.view, scope.lexicon.reporting.words
    if cue.at == scope.a + 1 and view.words[scope.a] in words.closers:
        start = cue.at + 1 + (cue.at + 1 < scope.b and view.words[cue.at + 1] in words.inner_prepositions)
        source = source_after(view, scope.lexicon, start, scope.b) if start < scope.b else None
        return source and Attribution([], scope.chars(cue.at, cue.at + 1), source, "noun-back", confidence=0.6)
    opened = _noun_content(scope, cue)
    if opened is None:
        return None
    content, mark = opened
    governor = cue.at - 1
    source = source_after(view, scope.lexicon, cue.at + 1, content - 1) if content > cue.at + 2 else None
    if scope.lexicon.reporting.syntax.parsed and mark == "that":
        source = _owner(scope, cue.at) or source
    if (source is None or source.label == "DESC") and view.pos[governor] == "VERB" and mark == "purpose":
        source = subject_of(view, scope.lexicon, governor, scope.floor(governor))
    if source is None or source.label not in ("PER", "ORG", "LOC", "PRON"):
        return None
    span: Chars | None
    if stop := _predicate_start(scope, cue.at, content):
        span, quoted = scope.trimmed(content, stop), False
        scope.claimed.append((cue.at, stop))
    else:
        span, quoted = take(scope, Content(content, mark), later)
    if span is None:
        return None
    scope.hear(source)
    return Attribution([span], scope.chars(cue.at, cue.at + 1), source, f"noun-{mark}", quoted=quoted, confidence=0.7)


def _owner(scope: Scope, at: int) -> Source | None:
    """Whose the noun at ``at`` is, where that stands before it: "Iran’s claim", "a US announcement", "his denial"."""
    view, reporting = scope.view, scope.lexicon.reporting
    k = at - 1
    while k > scope.a and at - k < _OWNED and view.pos[k] in ("ADJ", "NOUN") and view.entity_at[k] is None:
        k -= 1
    if k < scope.a:
        return None
    if view.words[k] in reporting.pronouns.owners:
        return Source(k, k + 1, k, "PRON")
    k -= view.words[k] in reporting.syntax.possessives
    entity = view.entity_at[k] if k >= scope.a else None
    return Source(entity.start, entity.end, entity.start, entity.label) if entity and entity.end == k + 1 else None


def _predicate_start(scope: Scope, at: int, content: int) -> int | None:
    """Where the predicate of a noun that is a subject begins: "Klaim X bahwa ... belum dapat dibuktikan"."""
    view, words = scope.view, scope.lexicon.reporting.words
    verb = view.head[at]
    if not view.dep[at].startswith("nsubj") or not content + 1 < verb < scope.b:
        return _negated_predicate(scope, at, content)
    while verb - 1 > content and (
        view.words[verb - 1] in words.negators | words.adverbs | words.unsaid
        or view.pos[verb - 1] in ("AUX", "ADV", "PART")
    ):
        verb -= 1
    return verb


def _negated_predicate(scope: Scope, at: int, content: int) -> int | None:
    """The same by a negator, where the parse takes the first verb within the claim for the predicate."""
    if not scope.is_opener(scope.a, at):
        return None
    negators = scope.lexicon.reporting.words.negators
    return next((k for k in range(scope.b - 1, content + 2, -1) if scope.view.words[k] in negators), None)


def _noun_content(scope: Scope, cue: Cue) -> tuple[int, str] | None:
    """Where the content of a noun begins, after "bahwa", or after "agar" and "untuk" where a verb governs the noun."""
    view, words = scope.view, scope.lexicon.reporting.words
    governed = cue.at > scope.a and view.pos[cue.at - 1] == "VERB"
    for k in range(cue.at + 1, min(scope.b, cue.at + _REACH)):
        if view.words[k] in words.that:
            return k + 1, "that"
        if governed and (view.words[k] in words.purpose or (k == cue.at + 1 and _is_infinitive(scope, k))):
            return k + 1, "purpose"
        if view.pos[k] in ("VERB", "AUX") or view.quote_at[k] or view.words[k] == ",":
            return None
    return None


def _is_infinitive(scope: Scope, k: int) -> bool:
    """Whether "untuk" at ``k`` says what to do, and not for whom."""
    view = scope.view
    return view.words[k] in scope.lexicon.reporting.words.infinitive and k + 1 < scope.b and view.pos[k + 1] == "VERB"


def read_judgement(scope: Scope, cue: Cue) -> Attribution | None:
    """A passive of judgement with its agent: "X dinilai ... oleh Y", "X disebut Y ..."."""
    view, by = scope.view, scope.lexicon.reporting.words.by
    start = scope.skip_openers(scope.floor(cue.at), cue.at)
    if start >= cue.at or any(view.words[k] == "," or view.pos[k] == "VERB" for k in range(start, cue.at)):
        return None
    if view.words[cue.at] in scope.lexicon.reporting.passive.judged_enclitic:
        return _judged_by_context(scope, cue, start)
    first = view.entity_at[cue.at + 1] if cue.at + 1 < scope.b else None
    if first is not None and first.label == "PER":
        source = source_after(view, scope.lexicon, cue.at + 1, scope.b)
        rest = scope.rest(source.end) if source and source.end < scope.b - 1 else None
        spans = [scope.trimmed(start, cue.at), rest] if rest else []
    else:
        agent = next((k for k in range(cue.at + 2, min(scope.b, cue.at + _AGENT)) if view.words[k] in by), None)
        source = source_after(view, scope.lexicon, agent + 1, scope.b) if agent else None
        spans = [scope.trimmed(start, cue.at), scope.trimmed(cue.at + 1, agent)] if agent else []
    if source is None or not spans or not speaks(scope, source):
        return None
    scope.claimed.append((start, source.end))
    return Attribution([s for s in spans if s], scope.chars(cue.at, cue.at + 1), source, "judged-by", confidence=0.6)


def _judged_by_context(scope: Scope, cue: Cue, start: int) -> Attribution | None:
    """A judgement of whoever has the floor: "Perjanjian itu dinilainya menguntungkan"."""
    rest = scope.rest(cue.at + 1) if cue.at + 1 < scope.b else None
    if rest is None:
        return None
    spans, at = [scope.trimmed(start, cue.at), rest], scope.chars(cue.at, cue.at + 1)
    scope.claimed.append((start, cue.at))
    return Attribution(spans, at, None, "judged-enclitic", inherits="context", confidence=0.6)


def read_passive(scope: Scope, cue: Cue, later: list[Cue]) -> Attribution | None:
    """A passive of saying: "Ditegaskan X bahwa ...", "tuduhan bahwa ... dibantah X", "Hal itu disampaikan X"."""
    view, data, words = scope.view, scope.lexicon.reporting.passive, scope.lexicon.reporting.words
    enclitic = view.words[cue.at] in data.enclitic
    start = cue.at + 1 + (cue.at + 1 < scope.b and view.words[cue.at + 1] in words.by)
    source = None if enclitic or start >= scope.b else source_after(view, scope.lexicon, start, scope.b)
    if view.words[cue.at] in data.denied:
        return _denied_before(scope, cue, source)
    hidden = cue.at + 1 < scope.b and view.words[cue.at + 1] in words.anonymity
    reach = cue.at + 1 if hidden else cue.at + _REACH  # "yang tidak mau disebutkan namanya"
    that = next((k for k in range(cue.at + 1, min(scope.b, reach)) if view.words[k] in words.that), None)
    if that is not None:
        if source is not None and source.start >= that:
            source = None
        span, quoted = take(scope, Content(that + 1, "that"), later)
        scope.hear(source)
        inherits = "own" if source else "context"
        at = scope.chars(cue.at, cue.at + 1)
        return span and Attribution([span], at, source, "passive-that", inherits=inherits, quoted=quoted)
    if cue.at > scope.a and source and all(view.words[i] in data.anaphors for i in range(scope.a, cue.at)):
        return Attribution([], scope.chars(cue.at, cue.at + 1), source, "passive-back", confidence=0.6)
    return None


def _denied_before(scope: Scope, cue: Cue, source: Source | None) -> Attribution | None:
    """What stands between "bahwa" and a passive denial."""
    view, words = scope.view, scope.lexicon.reporting.words
    that = next((k for k in range(scope.a, cue.at) if view.words[k] in words.that), None)
    if that is None or source is None or that + 1 >= cue.at:
        return None
    scope.claimed.append((that, source.end))
    span = scope.trimmed(that + 1, cue.at)
    at = scope.chars(cue.at, cue.at + 1)
    return Attribution([span], at, source, "denied-by", stance="denied", confidence=0.7)
