"""Times: every expression of time in an article, with the days it means.

A text is searched word by word: a look-up says whether a time can begin there, and only then patterns are tried.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from saksi.reading.dates import published_on
from saksi.reading.time_forms import read_form
from saksi.reading.time_parts import Around, Reading
from saksi.reading.time_rules import FIGURES, Form, TimeKind, TimeRules
from saksi.record import Period, Span

Relation = Literal["at", "since", "until"]
_WORD = re.compile(r"(?<![\w/])(?<!\d[.,:-])[^\W_]+")
_LOOK_BACK = 120  # characters before an expression that may say how it is meant
_OPENS = '\n.!?"“”:'


class TimeExpression(NamedTuple):
    """Words that say when: ``start:end`` in the text, the form they have, how they bound what they date, the days.

    ``relation`` is ``since`` after "sejak" (it began then) and ``until`` after "hingga" (no more than a bound).
    """

    start: int
    end: int
    kind: TimeKind
    relation: Relation
    period: Period

    @property
    def day(self) -> str | None:
        """The one day that is meant, if it is one."""
        return self.period.begin if self.period.begin == self.period.end else None


def find_times(text: str, published: str | None, rules: TimeRules) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order and never overlapping.

    Args:
        text: the article's text.
        published: when it was published: an ISO date or time, or null. Without it what is counted from it is found,
            but has no dates.
        rules: the grammar of its language.
    """
    today = published_on(published, rules.data.zone)
    found: list[TimeExpression] = []
    years: dict[tuple[int, int], int] = {}
    last_day: date | None = None
    at = 0
    for word in _WORD.finditer(text):
        start = word.start()
        forms = rules.forms.get(_key(word[0]))
        if start < at or forms is None:
            continue
        for form in forms:
            match = form.pattern.match(text, start)
            if match is None:
                continue
            around = _around(text, match, rules, today, last_day, years)
            expression = _read(text, form, match, rules, around)
            if expression is None:
                continue
            found.append(expression)
            at = expression.end
            if day := expression.day:
                last_day = date.fromisoformat(day)
                if form.kind == "date":
                    years[last_day.month, last_day.day] = last_day.year
            break
    return tuple(found)


def _key(word: str) -> str:
    return FIGURES if word[0].isdigit() else word.lower()


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the expression itself stands: the group ``x`` if the form has one."""
    return match.span("x") if "x" in match.re.groupindex else match.span()


def _words_before(text: str, start: int) -> tuple[str, str]:
    """The two words right before an offset, in lower case."""
    line = text[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
    words = line.lower().rsplit(None, 2)[-2:] if line[-1:].isspace() else []
    return (words[-2] if len(words) > 1 else "", words[-1] if words else "")


def _around(
    text: str,
    match: re.Match[str],
    rules: TimeRules,
    today: date | None,
    last_day: date | None,
    years: dict[tuple[int, int], int],
) -> Around:
    start = _span(match)[0]
    before = text[max(0, start - _LOOK_BACK) : start]
    bare = before.rstrip(" \t")
    return Around(
        data=rules.data,
        published=today,
        last_day=last_day,
        years=years,
        ahead=rules.ahead.search(before) is not None,
        since=_relation(text, start, rules) == "since",
        opens=not bare or bare[-1] in _OPENS,
    )


def _relation(text: str, start: int, rules: TimeRules) -> Relation:
    words = rules.data.words
    two, one = _words_before(text, start)
    for word in (one, two if one in words.at else "", f"{two} {one}"):
        if word in words.since:
            return "since"
        if word in words.until:
            return "until"
    return "at"


def _read(text: str, form: Form, match: re.Match[str], rules: TimeRules, around: Around) -> TimeExpression | None:
    start, end = _span(match)
    one = _words_before(text, start)[1]
    words = rules.data.words
    if form.kind in ("date", "weekday", "month") and one in words.names_before:
        return None
    if form.marked and not _marked(text, start, end, one, rules):
        return None
    reading = _landmark(text, start, end, rules, around) or read_form(form.kind, match, around)
    if reading is None:
        return None
    days, basis = reading
    begin, last = (days[0].isoformat(), days[1].isoformat()) if days else (None, None)
    period = Period(begin, last, Span.of(text, start, end), basis)
    return TimeExpression(start, end, form.kind, _relation(text, start, rules), period)


def _marked(text: str, start: int, end: int, before: str, rules: TimeRules) -> bool:
    """Whether a month or a year that may be something else stands where times stand."""
    words = rules.data.words
    if before in words.at or before in words.since or before in words.until:
        return True
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _landmark(text: str, start: int, end: int, rules: TimeRules, around: Around) -> Reading | None:
    """The day that a well-known one is, if the words before it say so: "serangan 7 Oktober"."""
    before = text[max(0, start - _LOOK_BACK) : end].lower()
    for words, day in rules.data.landmarks.items():
        if before.endswith(words) and (around.published is None or day <= around.published):
            return (day, day), "stated"
    return None
