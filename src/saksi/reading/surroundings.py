"""What stands elsewhere in the sentence and bears on an act: a condition, a time to come, a question."""

from __future__ import annotations

from saksi.reading.climb import MARKS, Climb
from saksi.status import Operator

NEAR = 12  # tokens after an act in which a time is its own


def look_around(climb: Climb, trigger: int) -> None:
    """Add to ``climb`` the operators over ``trigger`` that do not govern it."""
    found = climb.found
    if not found and not climb.done and (at := _future(climb, trigger)) is not None:
        climb.add("plan", at)
    if not found and not climb.done and (at := _outcome(climb, trigger)) is not None:
        climb.add("possibility", at)
    open_ = not found or any(op.kind in ("plan", "possibility") for op in found)
    if open_ and not climb.done and (at := _condition(climb, trigger, marked=bool(found))) is not None:
        # The condition stands over the clause, but a governor of the clause stands over the condition.
        found.insert(climb.local or 0, Operator("possibility", at))
    if (at := _question(climb, trigger)) is not None:
        climb.add("possibility", at)


def _future(climb: Climb, trigger: int) -> int | None:
    """A time to come in the clause of the act: "berkunjung ke Beijing pekan depan"."""
    words, lex = climb.words, climb.lexicon
    for i in range(trigger + 1, min(climb.last, trigger + NEAR)):
        if climb.view.pos[i] in ("VERB", "PUNCT", "SCONJ") or words[i] in lex.words.relative:
            return None
        if lex.future.starting(words, i, climb.last):
            return i
    return None


def _outcome(climb: Climb, trigger: int) -> int | None:
    """What would come of an act that is itself the subject: "membunuh ulama itu akan mengakhiri konflik"."""
    words, lex, view = climb.words, climb.lexicon, climb.view
    before = words[trigger - 1] if trigger > climb.first else ""
    if view.pos[trigger] != "VERB" or not (before in MARKS or before in lex.words.that):
        return None
    for i in range(trigger + 1, climb.last):
        if words[i] in lex.words.contrast | lex.words.coordinators | lex.words.that or words[i] in ",.;:?":
            return None
        own = words[i - 1] not in lex.words.relative and view.pos[i - 1] != "VERB"  # and no other verb's auxiliary
        if own and lex.auxiliaries.starting(words, i, climb.last) in ("plan", "possibility"):
            return i
    return None


def _condition(climb: Climb, trigger: int, *, marked: bool) -> int | None:
    """The condition on the act: before it, closed by a comma, or after it where the act is ``marked`` as open."""
    words, lex = climb.words, climb.lexicon
    for i in range(trigger + 1, climb.last if marked else 0):
        if words[i] in lex.words.contrast or words[i] in lex.words.that or words[i] in ".;?":
            break
        if lex.conditions.starting(words, i, climb.last):
            return i
    for i in range(trigger - 1, climb.first - 1, -1):
        if lex.conditions.starting(words, i, climb.last) and not lex.plain.ending(words, i, climb.first):
            commas = (j for j in range(i, trigger) if words[j] == ",")
            return i if _opens_clause(climb, i) and any(_is_main(climb, j, trigger) for j in commas) else None
        if words[i] in ".;":
            return None
    return None


def _opens_clause(climb: Climb, condition: int) -> bool:
    """Whether the condition stands at the head of a clause, so that what follows it depends on it."""
    lex = climb.lexicon.words
    before = climb.words[condition - 1] if condition > climb.first else ","
    return before in '"“,:(' or before in lex.that | lex.contrast | lex.coordinators


def _is_main(climb: Climb, comma: int, at: int) -> bool:
    """Whether ``at`` is a predicate of the clause that follows the condition, which ends at ``comma``."""
    lex, words = climb.lexicon, climb.words
    behind = False  # whether a predicate lies between that has no share in the condition with this one
    for i in range(comma + 1, at):
        if words[i] in lex.words.that | lex.words.relative | lex.words.factual or words[i] in ":;—–":
            return False
        if words[i] in lex.words.coordinators:
            behind = False
        elif climb.view.pos[i] == "VERB" and not lex.governors.starting(words, i, at):
            behind = True
    return not behind


def _question(climb: Climb, trigger: int) -> int | None:
    """The mark of a question that may be answered by yes or no, in which the act stands."""
    words, lex = climb.words, climb.lexicon
    start = trigger
    while start > climb.first and words[start - 1] not in ".?!:":
        start -= 1
    for i in range(trigger + 1, climb.last):
        if words[i] in ".!":
            return None
        if words[i] == "?":
            asked = any(word in lex.words.interrogatives for word in words[start:i])
            return None if asked else i
    return None
