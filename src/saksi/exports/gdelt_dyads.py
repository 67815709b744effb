"""Dyads: GDELT tells an act of one actor upon one other, so an event of Saksi is as many rows as it has such pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from saksi.exports.moments import utc
from saksi.record import Actor, Article, Event, Record

_BITS = 63  # what a signed integer of a database holds


class Dyad(NamedTuple):
    """An event of a record with one source and one target; either may be missing."""

    record: Record
    act: Event
    source: Actor | None
    target: Actor | None

    @property
    def number(self) -> int:
        """GLOBALEVENTID: drawn from the text and the ids in it, so that the same record gives it again."""
        ids = [one.id if one else "" for one in (self.act, self.source, self.target)]
        key = ":".join([self.record.article.text_hash, *ids])
        return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % (1 << _BITS)


def dyads(record: Record) -> Iterator[Dyad]:
    """Each event with each pair of its sources and targets, in the order of the record; nobody acts upon themselves."""
    actors = {actor.id: actor for actor in record.actors}
    for act in record.events:
        sources = [actors[ref] for ref in act.sources if ref in actors]
        targets = [actors[ref] for ref in act.targets if ref in actors]
        pairs: list[tuple[Actor | None, Actor | None]] = [(a, b) for a in sources for b in targets if a.id != b.id]
        if not pairs:  # one side only, or one actor on both sides of what all do to each other
            pairs = [(a, None) for a in sources] or [(None, b) for b in targets] or [(None, None)]
        for source, target in pairs:
            yield Dyad(record, act, source, target)


def added(article: Article) -> str:
    """DATEADDED: when the article was fetched, or else published, as YYYYMMDDHHMMSS in UTC; empty where unknown."""
    moment = utc(article.retrieved) or utc(article.published)
    return f"{moment:%Y%m%d%H%M%S}" if moment else ""


def address(article: Article) -> str:
    """The address of the article, or the identity of its text where it has none."""
    return article.url or f"urn:sha256:{article.text_hash}"
