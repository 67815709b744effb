"""The article that ends the process which reads it: found by halving its shard, and set aside."""

from __future__ import annotations

import logging
from collections.abc import Callable

from saksi.fleet.places import Nowhere, Place
from saksi.fleet.shards import Shard
from saksi.fleet.work import Counts
from saksi.options import Options

Job = Callable[[Shard, Place, Options, frozenset[int]], Counts]
Result = Counts | tuple[Shard, str]
Attempt = Callable[[frozenset[int], Place], Result | None]
_log = logging.getLogger(__name__)


def alone(attempt: Attempt, shard: Shard, out: Place, options: Options) -> Result:
    """Work on a shard whose worker died; articles that kill it are found by halving and set aside.

    ``attempt`` works on the shard in a process of its own, without the articles of the given numbers; it returns null
    if the process dies. What it does while the article is looked for is not kept: a run may be killed meanwhile.
    """
    aside: frozenset[int] = frozenset()
    while True:
        found = attempt(aside, out)
        if found is not None:
            return found
        count = sum(1 for _ in shard.items(options.max_chars, options.extractor))
        culprit = _find(attempt, aside, count)
        if culprit is None:
            return shard, "its worker died again and again, and no single article does that"
        _log.warning("article %s of %s ends the process that reads it: set aside", culprit + 1, shard.name)
        aside |= {culprit}


def _find(attempt: Attempt, aside: frozenset[int], count: int) -> int | None:
    """The number of an article with which alone the worker dies."""
    suspects = [n for n in range(count) if n not in aside]
    while len(suspects) > 1:
        half = suspects[: len(suspects) // 2]
        others = frozenset(range(count)) - set(half)
        suspects = half if attempt(others, Nowhere()) is None else suspects[len(suspects) // 2 :]
    if not suspects or attempt(frozenset(range(count)) - set(suspects), Nowhere()) is not None:
        return None
    return suspects[0]
