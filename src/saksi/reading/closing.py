"""Cues that close their words: "...," kata X; ..., katanya; "...," X menegaskan."""

from __future__ import annotations

from saksi.reading.complements import addressee_end
from saksi.reading.content import content_after
from saksi.reading.cues import Cue
from saksi.reading.draft import Attribution, Source
from saksi.reading.parsed_subjects import adjacent_subject
from saksi.reading.phrases import source_after
from saksi.reading.quotations import Quotation
from saksi.reading.scope import MARKS, SCARE, TRIM, Chars, Scope
from saksi.reading.subjects import subject_of

_LEAST = 5  # words that must stand before an unquoted "..., X mengatakan"
_LONGEST_DESCRIPTION = 10  # tokens
_FRONT = 20  # tokens within which a cue at the start must come to its comma


def read_after(scope: Scope, cue: Cue) -> Attribution | None:
    """A bare cue or one with an enclitic source, after the words that it reports."""
    view, at = scope.view, cue.at
    source, end = None, at + 1
    if cue.kind == "after":
        start = at + 1 + (at + 1 < scope.b and view.words[at + 1] in scope.lexicon.reporting.words.by)
        source = _past_carrier(scope, start) or source_after(view, scope.lexicon, start, scope.b)
        if source is None:
            return None
        end = source.end
    rule = "after-bare" if source else "after-enclitic"
    inherits = "own" if source else "context"
    left = words_before(scope, at)
    if left is None:
        return _front(scope, cue, source, rule, inherits)
    content, quoted = left
    if later := _goes_on(scope, end, quoted):
        content.append(later)
    scope.hear(source)
    return Attribution(content, scope.chars(at, at + 1), source, rule, inherits=inherits, quoted=quoted)


def _past_carrier(scope: Scope, start: int) -> Source | None:
    """The body or person behind its words: "demikian pernyataan resmi IDF"."""
    i, carriers = start, scope.lexicon.reporting.preposition.carriers
    while i < scope.b and scope.view.words[i] in carriers:
        i += 1
    found = source_after(scope.view, scope.lexicon, i, scope.b) if start < i < scope.b else None
    return found if found is not None and speaks(scope, found) else None


def read_closing_verb(scope: Scope, cue: Cue) -> Attribution | None:
    """A verb with its subject after the words that it reports: "...," Anies menandaskan."""
    view = scope.view
    source = subject_of(view, scope.lexicon, cue.at, scope.floor(cue.at))
    if source is None or source.start <= scope.a:
        return None
    before = source.start - 1
    while before > scope.a and view.words[before] == ",":
        before -= 1
    quotation = view.quote_at[before]
    if quotation is None:
        enough = before + 1 < source.start and before - scope.floor(before) >= _LEAST
        if not enough or scope.heard or not speaks(scope, source) or not _ends_clause(scope, cue.at):
            return None
    elif len(view.text[quotation.start : quotation.end].split()) < SCARE:
        return None
    left = words_before(scope, source.start)
    if left is None or (quotation is not None and not left[1]):
        return None
    scope.hear(source)
    return Attribution(left[0], scope.chars(cue.at, cue.at + 1), source, "after-verb", quoted=left[1])


def read_closing(scope: Scope, cue: Cue) -> Attribution | None:
    """A verb that could open words as well, where it closes them: "...," X said in Geneva; "..., the ministry said".

    It closes a quotation that opens the sentence, whatever follows, and other words where only an adjunct follows.
    """
    view, at = scope.view, cue.at
    only = _only_adjuncts(scope, at)
    floor = scope.floor(at)
    source = adjacent_subject(view, scope.lexicon, at, floor)
    if source is None or not (only or _follows_quotation(scope, source.start)):
        source = subject_of(view, scope.lexicon, at, floor)
    if source is None or source.start <= scope.a or source.end > at:
        return None
    first = _past_description(scope, _clause_begin(scope, at, source.start))
    before = first - 1
    while before > scope.a and (view.words[before] == "," or view.blank(before)):
        before -= 1
    quotation = view.quote_at[before]
    if quotation is not None and view.start[before] >= quotation.end - 1:
        opens = not view.text[view.start[scope.floor(at)] : quotation.outer_start].strip(TRIM + MARKS)
        long = len(view.text[quotation.start : quotation.end].split()) >= SCARE
        if not (opens and long) and not (only and (long or _is_told(scope, scope.floor(at), first))):
            return None
        if view.text[quotation.end - 1] == "." and not only:
            return None
    elif before + 1 == first or not only or not (_is_told(scope, scope.floor(at), first) or _is_aside(scope, at)):
        return None
    left = words_before(scope, first)
    if left is None:
        return None
    content, quoted = left
    if later := _goes_on(scope, at + 1, quoted):
        content.append(later)
    scope.claimed.append((first, at + 1))
    scope.hear(source)
    return Attribution(content, scope.chars(at, at + 1), source, "after-verb", quoted=quoted)


def _past_description(scope: Scope, start: int) -> int:
    """Where the description begins that stands before a name: "..., an expert on missiles, David Wright said"."""
    view = scope.view
    if not scope.lexicon.reporting.syntax.parsed or start - 2 <= scope.a or view.words[start - 1] != ",":
        return start
    begin = next((k for k in range(start - 2, scope.a, -1) if view.words[k] == "," or view.quote_at[k]), scope.a)
    phrase = range(begin + 1, start - 1)
    office = any(view.words[k] in scope.lexicon.titles.roles for k in phrase)
    plain = all(view.pos[k] not in ("VERB", "AUX", "SCONJ") and view.entity_at[k] is None for k in phrase)
    return begin + 1 if office and plain and len(phrase) <= _LONGEST_DESCRIPTION else start


def _follows_quotation(scope: Scope, start: int) -> bool:
    """Whether a quotation that opens the sentence ends right before the token."""
    before = start - 1
    while before > scope.a and scope.view.words[before] == ",":
        before -= 1
    quotation = scope.view.quote_at[before] if before >= scope.a else None
    if quotation is None or scope.view.start[before] < quotation.end - 1:
        return False
    return not scope.view.text[scope.sentence.start : quotation.outer_start].strip(TRIM + MARKS)


def _clause_begin(scope: Scope, at: int, start: int) -> int:
    """Where the clause of the verb at ``at`` begins, whose source begins at ``start``: "KCNA quoted Kim as saying"."""
    view, words = scope.view, scope.lexicon.reporting.words
    if at == scope.a or view.words[at - 1] not in words.as_marks:
        return start
    floor = next((k + 1 for k in range(start - 1, scope.floor(at), -1) if view.quote_at[k]), scope.floor(at))
    subject = next(
        (k for k in range(floor, start) if view.dep[k].startswith("nsubj") and floor <= view.head[k] < at), start
    )
    opening = view.entity_at[subject] if subject < start else None
    begin = opening.start if opening is not None else subject
    while begin > scope.a and view.pos[begin - 1] in ("DET", "ADJ", "NOUN", "PROPN") and not view.quote_at[begin - 1]:
        begin -= 1
    return begin


def _is_aside(scope: Scope, at: int) -> bool:
    """Whether the verb stands between commas within the words: "Russia, he said, merely respected it"."""
    view = scope.view
    k = at + 2
    while k < scope.b and (view.pos[k] == "ADV" or view.words[k] in scope.lexicon.reporting.words.adverbs):
        k += 1
    return k < scope.b and view.words[at + 1] == "," and view.pos[k] in ("VERB", "AUX")


def _is_told(scope: Scope, start: int, end: int) -> bool:
    """Whether the tokens ``start:end`` hold a main clause: a verb outside the adjunct that may open them."""
    view, words = scope.view, scope.lexicon.reporting.words
    first = scope.skip_openers(start, end)
    counted = first + 1 < end and view.pos[first + 1] == "NUM"  # "Around 19 missiles failed"
    if (
        first < end
        and not counted
        and view.words[first] in words.prepositions | words.subordinators | scope.lexicon.reporting.syntax.participles
    ):
        first = next((k + 1 for k in range(first, end) if view.words[k] == "," and not view.quote_at[k]), end)
    return any(view.pos[k] in ("VERB", "AUX") and k > first for k in range(first, end)) and end - first >= _LEAST - 1


def _only_adjuncts(scope: Scope, at: int) -> bool:
    """Whether nothing is said behind the verb at ``at``: its end, a date, a place, whom it was told."""
    view, reporting = scope.view, scope.lexicon.reporting
    if view.words[at] not in reporting.active.say:
        return False
    k = at + 1
    if view.words[at] in reporting.active.addressed:
        k = addressee_end(view, at, k, scope.b)
    if k < scope.b and (view.words[k] == ":" or _opens_quotation(scope, k)):
        return False  # "the army said: “...”"
    if k >= scope.b or not view.words[k][0].isalnum():
        return True
    return content_after(view, reporting, at, scope.b) is None


def _opens_quotation(scope: Scope, k: int) -> bool:
    """Whether a quotation begins at the token ``k``."""
    quotation = scope.view.quote_at[k]
    return quotation is not None and scope.view.start[k] == quotation.outer_start


def speaks(scope: Scope, source: Source) -> bool:
    """Whether the phrase names somebody: a name, an office ("ketua parlemen") or a description ("para mediator")."""
    titles, first = scope.lexicon.titles, scope.view.words[source.start]
    return source.label != "DESC" or first in titles.roles or first in titles.descriptions


def _ends_clause(scope: Scope, at: int) -> bool:
    """Whether the verb at ``at`` has nothing after it but adjuncts: "..., X mengatakan pada Senin"."""
    view, lexicon = scope.view, scope.lexicon.reporting
    if view.words[at] not in lexicon.active.say:
        return False
    following = view.words[at + 1] if at + 1 < scope.b else "."
    words = lexicon.words
    return following not in words.infinitive and (
        following in words.prepositions
        or following in words.days
        or following in words.likes
        or not following[0].isalnum()
    )


def words_before(scope: Scope, at: int) -> tuple[list[Chars], bool] | None:
    """The words that end right before token ``at``, and whether they are a quotation alone; claims them."""
    view, start, end = scope.view, scope.floor(at), at
    closers = scope.lexicon.reporting.words.closers
    while end > start and (view.words[end - 1] in ",;:-–—" or view.words[end - 1] in closers or view.blank(end - 1)):
        end -= 1
    if end <= start or scope.is_opener(start, end):
        return None
    last = view.quote_at[end - 1]
    if last is not None and view.start[end - 1] >= last.end - 1:
        return _quoted_before(scope, last, start, end)
    begin = scope.skip_openers(start, end)
    if begin >= end:
        return None
    scope.claimed.append((start, at))
    return [scope.trimmed(begin, end)], False


def _quoted_before(scope: Scope, last: Quotation, start: int, end: int) -> tuple[list[Chars], bool]:
    """The quotation that ends right before the cue, with the quotations and the words that lead up to it."""
    view = scope.view
    lead = view.text[view.start[start] : last.outer_start].strip(TRIM + MARKS)
    quotations = [q for q in scope.sentence.quotations if view.start[start] <= q.outer_start <= last.outer_start]
    scope.claimed.append((start, end))
    short = len(view.text[last.start : last.end].split()) < SCARE
    if lead and (short or not _leads_in(scope, lead, quotations)):
        begin = scope.skip_openers(start, end)
        return [(scope.trimmed(begin, end)[0], last.end)], False
    return ([(last.start, last.end)] if lead else [(q.start, q.end) for q in quotations]), True


def _leads_in(scope: Scope, lead: str, quotations: list[Quotation]) -> bool:
    """Whether the words before a quotation only lead up to it, or are quotations too."""
    between = scope.view.text[scope.view.start[scope.a] : quotations[-1].outer_start]
    if between.rstrip().endswith((",", ":")) and len(quotations) == 1:
        return True
    return sum(q.end - q.start for q in quotations[:-1]) >= 0.8 * len(lead)


def _goes_on(scope: Scope, end: int, quoted: bool) -> Chars | None:
    """What is said after the cue in the same sentence: "Masa ini, katanya, merupakan ...", '"A," katanya, "B."'."""
    view = scope.view
    if end + 1 >= scope.b or view.words[end] != ",":
        return None
    following = view.quote_at[end + 1]
    if quoted:
        if following is None or view.start[end + 1] > following.start:
            return None
        scope.claimed.append((end, view.tokens(following.outer_start, following.outer_end)[1]))
        return following.start, following.end
    function = scope.lexicon.reporting.words
    first = view.words[end + 1]
    aside = (
        first in function.prepositions - function.purpose
        or first in function.coordinators
        or first in function.relative
        or first in function.contrast
    )
    if aside or scope.lexicon.cues.get(first) or following is not None or first in function.days or first[0].isdigit():
        return None
    if view.pos[end + 1] in ("NOUN", "PROPN", "DET") and end - scope.a > 8:
        return None  # an apposition of the source: "..., kata X, profesor di ..."
    return scope.rest(end + 1)


def _front(scope: Scope, cue: Cue, source: Source | None, rule: str, inherits: str) -> Attribution | None:
    """A cue at the start of its sentence, or after a connective: "Kata X, ...", "Selain itu, kata X, ..."."""
    at = source.end if source else cue.at + 1
    while at < scope.b and scope.view.words[at] != ",":
        if scope.view.pos[at] == "AUX":
            return None  # "Kisah Fadli adalah contoh ...": a noun with its predicate
        at += 1
    if at + 1 >= scope.b or at - cue.at > _FRONT:
        return None
    content = scope.rest(at + 1)
    if content is None:
        return None
    scope.hear(source)
    return Attribution([content], scope.chars(cue.at, cue.at + 1), source, f"{rule}-front", inherits=inherits)
