"""The operators over an act: what a sentence says of whether it was done, from the outermost word to the innermost.

From the act the way goes outwards: the auxiliaries right before it, then whatever governs its clause (a verb or noun
whose complement it is, or the word that opens the clause), then what governs that, until a clause stands by itself.
The order of the words decides first, since Indonesian keeps operators before what they govern; the parse decides
where a subject, a coordination or a comma lies between.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.governors import Climb
from saksi.reading.lexicon import Lexicon
from saksi.reading.nominal_acts import climb_from_noun
from saksi.reading.view import View
from saksi.status import Operator

NOMINAL = ("NOUN", "PROPN", "ADJ", "X")


def operators(
    view: View, lexicon: Lexicon, trigger: int, first: int, last: int, outer: Sequence[Operator] = ()
) -> tuple[Operator, ...]:
    """The operators over the act that the token ``trigger`` names, outermost first, each with its token.

    Args:
        view: the article.
        lexicon: that of its language.
        trigger: the token of the act: its verb, or the noun that names it.
        first: the first token of its sentence.
        last: the token after its sentence.
        outer: operators that stand further out than the sentence, such as the denial of a statement around it.
    """
    climb = Climb(view, lexicon.status, first, last)
    if view.pos[trigger] in NOMINAL:
        climb_from_noun(climb, trigger)
    else:
        climb.predicate(trigger)
    around(climb, trigger)
    return (*outer, *reversed(climb.found))


def around(climb: Climb, trigger: int) -> None:
    """What stands elsewhere in the sentence and bears on the act: a condition, a time to come, a question."""
    found = climb.found
    if not found and not climb.done and (at := _future(climb, trigger)) is not None:
        climb.add("plan", at)
    open_ = not found or any(op.kind in ("plan", "possibility") for op in found)
    if open_ and not climb.done and (at := _condition(climb, trigger, bool(found))) is not None:
        # The condition stands over the clause, but a governor of the clause stands over the condition.
        found.insert(climb.local, Operator("possibility", at))
    if (at := _question(climb, trigger)) is not None:
        climb.add("possibility", at)


def _future(climb: Climb, trigger: int) -> int | None:
    words, lex = climb.words, climb.lexicon
    for i in range(trigger + 1, min(climb.last, trigger + 12)):
        if climb.view.pos[i] in ("VERB", "PUNCT", "SCONJ") or words[i] in lex.words.relative:
            return None
        if lex.future.starting(words, i, climb.last):
            return i
    return None


def _condition(climb: Climb, trigger: int, marked: bool) -> int | None:
    """The condition on the act: before it, closed by a comma, or after it where the act is told as open already."""
    words, lex = climb.words, climb.lexicon
    if marked:
        for i in range(trigger + 1, climb.last):
            if words[i] in lex.words.contrast or words[i] in lex.words.that or words[i] in ".;?":
                break
            if lex.conditions.starting(words, i, climb.last):
                return i
    for i in range(trigger - 1, climb.first - 1, -1):
        if lex.conditions.starting(words, i, climb.last) and not lex.plain.ending(words, i, climb.first):
            commas = [j for j in range(i, trigger) if words[j] == ","]
            return i if any(climb.is_main_after(i, comma, trigger) for comma in commas) else None
        if words[i] in ".;":
            return None
    return None


def _question(climb: Climb, trigger: int) -> int | None:
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
