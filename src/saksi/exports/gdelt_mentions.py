"""A row of GDELT's mentions table: where in which article an event is told, down to the characters."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from saksi.errors import LanguageError
from saksi.exports.gdelt_columns import STATUS
from saksi.exports.gdelt_dyads import Dyad, added, address
from saksi.reading.lexicon import load_lexicon
from saksi.reading.segments import segment
from saksi.record import Actor, Mention, Record

_WEB: Final = 1
_CITATION: Final = 2
_PERCENT: Final = 100


def sentence_starts(record: Record) -> list[int]:
    """Where the sentences of an article start, as its reader cut them; none where its language is not installed."""
    try:
        lexicon = load_lexicon(record.reader.language)
    except LanguageError:
        return []
    paragraphs = segment(record.article.text, lexicon.segments.abbreviations).paragraphs
    return [sentence.start for paragraph in paragraphs for sentence in paragraph.sentences]


def mention_row(dyad: Dyad, starts: Sequence[int]) -> dict[str, object]:
    """The columns that are filled; ``starts`` are those of the article's sentences."""
    act, article = dyad.act, dyad.record.article
    at = act.trigger.start
    sentence = bisect_right(starts, at)
    nearest = [_nearest(actor, at) for actor in (dyad.source, dyad.target)]
    there = [one for actor, one in zip((dyad.source, dyad.target), nearest, strict=True) if actor]
    named = [one for one in there if one and one.kind == "name" and bisect_right(starts, one.start) == sentence]
    when = added(article)
    return {
        "GLOBALEVENTID": dyad.number,
        "EventTimeDate": when,
        "MentionTimeDate": when,
        "MentionType": _WEB if article.url else _CITATION,
        "MentionSourceName": urlsplit(article.url or "").hostname or article.outlet,
        "MentionIdentifier": address(article),
        "SentenceID": sentence or None,
        "Actor1CharOffset": nearest[0].start if nearest[0] else None,
        "Actor2CharOffset": nearest[1].start if nearest[1] else None,
        "ActionCharOffset": at,
        "InRawText": int(named == there) if starts and there else None,
        "Confidence": round(act.confidence * _PERCENT),
        "MentionDocLen": len(article.text),
        "Extras": _extras(dyad),
        STATUS: act.status,
    }


def _nearest(actor: Actor | None, at: int) -> Mention | None:
    return min(actor.mentions, key=lambda one: abs(one.start - at), default=None) if actor else None


def _extras(dyad: Dyad) -> str:
    """What GDELT has no column for, as JSON on one line: the words, whose word it is, and who read it."""
    record, act = dyad.record, dyad.act
    names = {said.id: actor.name for said in record.statements if (actor := record.actor(said.speaker))}
    told = {
        "article": record.article.text_hash,
        "event": act.id,
        "type": act.type,
        "text": act.trigger.text,
        "start": act.trigger.start,
        "end": act.trigger.end,
        "according_to": [names[ref] for ref in act.according_to if ref in names],
        "date_basis": act.date.basis,
        "outlet": record.article.outlet,
        "language": record.reader.language,
        "reader": f"{record.reader.saksi} {record.reader.model}",
    }
    return json.dumps(told, ensure_ascii=False)
