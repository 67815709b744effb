"""The operators over an act: what a sentence says of whether it was done, from the outermost word to the innermost.

From the act the way goes outwards: the auxiliaries right before it, then whatever governs its clause (a verb or noun
whose complement it is, or the word that opens the clause), then what governs that, until a clause stands by itself.
The order of the words decides first, since Indonesian keeps operators before what they govern; the parse decides
where a subject, a coordination or a comma lies between.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.climb import Climb
from saksi.reading.lexicon import Lexicon
from saksi.reading.nominal_acts import climb_from_noun
from saksi.reading.surroundings import look_around
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
    if view.pos[trigger] in NOMINAL and not _is_verb(view, lexicon, trigger):
        climb_from_noun(climb, trigger)
    else:
        climb.predicate(trigger)
    look_around(climb, trigger)
    return (*outer, *reversed(climb.found))


def _is_verb(view: View, lexicon: Lexicon, trigger: int) -> bool:
    """Whether a word that the model takes for a noun has the prefix and none of the suffixes of a verb."""
    words = lexicon.status.words
    word = view.words[trigger]
    return word.startswith(words.verb_prefixes) and not word.endswith(words.noun_suffixes)
