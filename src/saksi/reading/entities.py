"""Entities: the names that the model found, mended by what the lexicon knows.

A model trained on a few thousand sentences takes the verb before a name into it ("Ditegaskan Abbas"), or the title's
country ("Inggris Tony Blair"); takes the capital at a sentence's start for a name ("Suara"); and overlooks names after
their titles ("Menlu Sugiono"). Each of these is plain from the words alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.entity_bounds import EntityBounds
from saksi.reading.entity_labels import EntityLabels
from saksi.reading.entity_splits import EntitySplits
from saksi.reading.given import ByGivenName
from saksi.reading.lexicon import Lexicon
from saksi.reading.overlooked_names import OverlookedNames
from saksi.reading.view import View, without


def mend_entities(view: View, lexicon: Lexicon, furniture: Sequence[tuple[int, int]] = ()) -> None:
    """Mend the entities of a view in place; those in ``furniture`` (characters) name nobody who acts."""
    kept = [
        e for e in view.entities if not any(a < view.end[e.end - 1] and view.start[e.start] < b for a, b in furniture)
    ]
    splits, bounds = EntitySplits(view, lexicon), EntityBounds(view, lexicon)
    labels, overlooked = EntityLabels(view, lexicon), OverlookedNames(view, lexicon)
    view.set_entities([m for e in kept for part in splits.parts(e) if (m := bounds.mended(part)) is not None])
    view.set_entities(labels.nicknamed())
    view.set_entities(labels.agreed())
    view.set_entities(sorted([*view.entities, *overlooked.repeated()]))
    titled = list(overlooked.titled())
    view.set_entities(sorted([*without(view.entities, titled), *titled]))
    view.set_entities(ByGivenName(view, lexicon).entities())
    view.set_entities(labels.led())
    view.set_entities(sorted([*view.entities, *overlooked.states()]))
    view.set_entities(labels.like_leaders())
