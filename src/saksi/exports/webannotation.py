"""Web Annotations (W3C, JSON-LD): each statement and event as an annotation of its words, one a line.

Every target has both selectors: the words with what stands around them (TextQuoteSelector), and their place counted in
Unicode code points (TextPositionSelector), as the recommendation says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from saksi.record import Record, Span

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32  # characters before and behind the words


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write one annotation a line."""
    for record in records:
        for annotation in annotations_of(record):
            stream.write(json.dumps(annotation, ensure_ascii=False) + "\n")


def annotations_of(record: Record) -> Iterator[dict[str, Any]]:
    """The annotations of a record: statements first, in its order."""
    names = {actor.id: actor.name for actor in record.actors}
    for said in record.statements:
        body: dict[str, Any] = {
            "type": "saksi:Statement",
            "form": said.form,
            "stance": said.stance,
            "speaker": names.get(said.speaker or ""),
            "cue": said.cue.text if said.cue else None,
            "rule": said.by,
            "confidence": said.confidence,
        }
        yield _annotation(record, said.id, body, list(said.content))
    for act in record.events:
        body = {
            "type": "saksi:Event",
            "eventType": act.type,
            "status": act.status,
            "sources": [names[ref] for ref in act.sources],
            "targets": [names[ref] for ref in act.targets],
            "accordingTo": list(act.according_to),
            "date": act.date.begin,
            "rule": act.by,
            "confidence": act.confidence,
        }
        yield _annotation(record, act.id, body, [act.trigger])


def _annotation(record: Record, ref: str, body: dict[str, Any], spans: list[Span]) -> dict[str, Any]:
    article = record.article
    source = article.url or f"urn:sha256:{article.text_hash}"
    targets = [{"source": source, "selector": _selectors(article.text, span)} for span in spans]
    return {
        "@context": [CONTEXT, {"saksi": "urn:saksi:"}],
        "id": f"urn:saksi:{article.text_hash}:{ref}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": f"saksi {record.reader.saksi} ({record.reader.model})"},
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
