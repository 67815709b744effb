"""Dating: which of a sentence's times is that of an act.

A time dates the verb that governs it in the parse, and the act that a noun names where the noun governs it
("serangan pada 1 Juni"), or where the verb does no more than carry out the noun's act ("melancarkan serangan").
A time of another clause dates that clause, one beside a credited outlet dates the report: both are passed over. The
publication never stands in for a day that is not told.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.lexicon import Lexicon
from saksi.reading.time_rules import TimeRules
from saksi.reading.times import TimeExpression
from saksi.reading.view import View
from saksi.record import Period

VERBS = frozenset(("VERB", "AUX"))
_SPEAKING = frozenset(("after", "enclitic", "preposition"))  # cues between an act and the time of what tells it
_CREDIT = 8  # tokens between the verb that credits an outlet and the time of its report
_LEAD, _AHEAD = 3, 3  # sentences that open an article, and those after one that may date it
_STEPS = 12  # no clause is deeper; a bound for trees that a parser got wrong


def time_of(
    times: Sequence[TimeExpression], view: View, lexicon: Lexicon, rules: TimeRules, first: int, last: int
) -> Period | None:
    """When the act of the tokens ``first:last`` happens, as its sentence tells it; null if it does not.

    Args:
        times: the expressions of the article.
        view: the parsed article.
        lexicon: the lexicon of its language.
        rules: the grammar of time of its language.
        first: the first token of the trigger.
        last: the token after its last.
    """
    start, end = sentence_at(view, view.start[first])
    best: tuple[int, int, int] | None = None
    chosen: TimeExpression | None = None
    for time in times:
        if not start <= time.start < end or time.kind == "hour" or time.relation == "until":
            continue
        a, b = view.tokens(time.start, time.end)
        if a >= b or view.quote_at[a] is not view.quote_at[first] or first <= a < last:
            continue
        tie = _tie(view, lexicon, rules, (a, b), (first, last))
        if tie is None:
            continue
        order = (tie, int(a < first), abs(a - first))
        if best is None or order < best:
            best, chosen = order, time
    if chosen is None:
        told = any(start <= time.start < end for time in times)
        return None if told else _lead_day(times, view, lexicon, rules, (start, end), (first, last))
    if chosen.relation == "since" and chosen.start < view.start[first]:
        return Period(chosen.period.begin, None, chosen.period.text, chosen.period.basis)  # and ever since
    return chosen.period


def _lead_day(
    times: Sequence[TimeExpression],
    view: View,
    lexicon: Lexicon,
    rules: TimeRules,
    sentence: tuple[int, int],
    act: tuple[int, int],
) -> Period | None:
    """The day of what the lead tells and the next sentences date, in an article that names one day only.

    Of all ways tried to date an act beyond its sentence, this one was right four times in five. The nearest day before
    it, the publication and the first day of the article were right for one act in four at most.
    """
    if view.quote_at[act[0]] is not None or not any(view.head[i] == i for i in range(*act)):
        return None  # only what the sentence itself tells
    if any(view.words[i] in rules.data.words.ahead for i in range(max(act[0] - _AHEAD, 0), act[0])):
        return None
    if len({time.period.begin for time in times if time.day}) != 1:
        return None
    body = [s for paragraph in view.paragraphs if not paragraph.heading for s in paragraph.sentences]
    at = next((i for i, s in enumerate(body) if s.start == sentence[0]), _LEAD)
    if at >= _LEAD:
        return None
    until = body[min(at + _AHEAD, len(body) - 1)].end
    near = (time for time in times if time.day and time.relation == "at" and sentence[1] <= time.start < until)
    told = next(near, None)
    return told.period if told and not _credits(view, lexicon, view.tokens(told.start, told.end)[0]) else None


def sentence_at(view: View, offset: int) -> tuple[int, int]:
    """The characters of the sentence at an offset, quotations and their attribution in one."""
    for paragraph in view.paragraphs:
        if paragraph.start <= offset < paragraph.end:
            for sentence in paragraph.sentences:
                if sentence.start <= offset < sentence.end:
                    return sentence.start, sentence.end
    return offset, offset


def _tie(view: View, lexicon: Lexicon, rules: TimeRules, time: tuple[int, int], act: tuple[int, int]) -> int | None:
    """How a time belongs to an act: 0 it hangs on it, 1 on its verb, 2 on the clause it joins; null: it does not."""
    path = climb(view, *time)
    words = lexicon.reporting.words
    between = range(min(time[1], act[1]), max(time[0], act[0]))
    if any(view.words[i] in words.that for i in between) or _credits(view, lexicon, time[0]):
        return None
    root = root_of(view, *act)
    if view.pos[root] in VERBS and _closes(view, *time):
        # "..., Sabtu (14/2)." is of the sentence, however many clauses stand between its verb and its end.
        said = any(lexicon.cues.get(view.words[i]) in _SPEAKING for i in between)
        return 0 if view.head[root] == root and time[0] > root and not said else None
    if any(act[0] <= i < act[1] for i in path):
        return 0
    if _follows(view, lexicon, rules, time, act):
        return 1
    if not path or view.pos[path[-1]] not in VERBS:
        return None
    verb = path[-1]
    if view.head[root] != verb:
        return None
    if view.pos[root] in VERBS:
        return 2 if _joins(view, lexicon, act[0], verb) else None
    return 1 if _carries(view, rules, verb, root) else None


def root_of(view: View, first: int, last: int) -> int:
    """The token of ``first:last`` that governs the others."""
    return next((i for i in range(first, last) if not first <= view.head[i] < last or view.head[i] == i), first)


def _follows(view: View, lexicon: Lexicon, rules: TimeRules, time: tuple[int, int], act: tuple[int, int]) -> bool:
    """Whether the time comes after the act with no other clause between them."""
    words, known = rules.data.words, lexicon.reporting.words
    if time[0] < act[1]:
        return False
    for i in range(act[1], time[0]):
        word = view.words[i]
        if word in words.since:
            continue
        if (
            view.pos[i] in VERBS
            or word in lexicon.cues
            or word in known.that
            or word in known.subordinators - {"dan", "serta", "dengan"}
        ):
            return False
    return True


def _credits(view: View, lexicon: Lexicon, at: int) -> bool:
    """Whether the time stands beside a credited outlet: "dikutip dari Antara, Rabu"."""
    for i in range(at - 1, max(at - _CREDIT, 0) - 1, -1):
        if view.words[i] in lexicon.reporting.outlet.cues:
            return True
        if view.pos[i] in VERBS or view.quote_at[i] is not None:
            return False
    return False


def _closes(view: View, first: int, last: int) -> bool:
    """Whether the time stands behind a comma at the end of its sentence."""
    after = last
    while after < len(view.words) and not view.blank(after) and not view.words[after][0].isalnum():
        if view.words[after] == ".":
            break
        after += 1
    ended = after == len(view.words) or view.words[after] == "." or view.blank(after)
    return ended and first > 0 and view.words[first - 1] == ","


def _joins(view: View, lexicon: Lexicon, first: int, verb: int) -> bool:
    """Whether the act goes on with the clause of the verb: "..., sembari mengancam", "..., menepis"."""
    before = view.words[first - 1] if first else ""
    return verb < first and (before in lexicon.reporting.words.simultaneous or before == ",")


def climb(view: View, first: int, last: int) -> list[int]:
    """The tokens that govern the tokens ``first:last``, up to the first verb and with it."""
    at = root_of(view, first, last)
    path: list[int] = []
    for _ in range(_STEPS):
        above = view.head[at]
        if above == at:
            break
        path.append(above)
        at = above
        if view.pos[at] in VERBS:
            break
    return path


def _carries(view: View, rules: TimeRules, verb: int, root: int) -> bool:
    """Whether the time of the verb is that of the noun's act."""
    return view.words[verb] in rules.data.words.light or (view.dep[root] == "nsubj" and root < verb)
