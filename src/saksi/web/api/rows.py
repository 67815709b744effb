"""What is nested, as flat rows for spreadsheets: claims by telling, networks by pair, stories, and who is who."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from saksi.desk.claims import Claim
from saksi.desk.network import Network
from saksi.desk.stories import Member, Story
from saksi.desk.voices import Voice
from saksi.record import Record

Row = dict[str, Any]
CLAIM_COLUMNS: Final = (
    "claim", "type", "sources", "targets", "contested", "reports", "who", "stand", "independent", "status", "day",
    "words", "sentence", "event", "article", "title", "outlet", "published", "url",
)  # fmt: skip
RECORD_COLUMNS: Final = (
    "kind", "id", "start", "words", "type", "status", "sources", "targets", "according_to", "confidence",
)  # fmt: skip
EDGE_COLUMNS: Final = (
    "source", "source_name", "source_code", "target", "target_name", "target_code", "events", "quads", "statuses",
)  # fmt: skip
STORY_COLUMNS: Final = Story.__struct_fields__
MEMBER_COLUMNS: Final = Member.__struct_fields__
VOICE_COLUMNS: Final = ("id", "type", "name", "code", "country", "wikidata", "names", "roles", "articles", "statements")


def record_rows(record: Record) -> list[Row]:
    """A row for each statement and event of a record, in the order of the text."""
    names = {actor.id: actor.name for actor in record.actors}
    rows: list[Row] = [
        {
            "kind": "statement", "id": said.id, "start": min((span.start for span in said.content), default=0),
            "words": " … ".join(span.text for span in said.content), "type": said.form, "status": said.stance,
            "sources": names.get(said.speaker or "", ""), "confidence": said.confidence,
        }
        for said in record.statements
    ]  # fmt: skip
    rows += [
        {
            "kind": "event", "id": act.id, "start": act.trigger.start, "words": act.trigger.text, "type": act.type,
            "status": act.status, "sources": _listed(names[ref] for ref in act.sources if ref in names),
            "targets": _listed(names[ref] for ref in act.targets if ref in names),
            "according_to": _listed(act.according_to), "confidence": act.confidence,
        }
        for act in record.events
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row["start"], row["kind"] == "event"))


def told_of_claims(claims: Iterable[Claim]) -> list[Row]:
    """A row for each telling; ``claim`` numbers those of one act."""
    return [
        {
            "claim": number, "type": claim.type, "sources": _listed(claim.sources), "targets": _listed(claim.targets),
            "contested": claim.contested, "reports": claim.reports, "who": one.who, "stand": one.stand,
            "independent": one.independent, "status": one.event.status, "day": one.event.day,
            "words": one.event.text, "sentence": one.event.sentence, "event": one.event.id,
            "article": one.event.source.article, "title": one.event.source.title, "outlet": one.event.source.outlet,
            "published": one.event.source.published, "url": one.event.source.url,
        }
        for number, claim in enumerate(claims, 1)
        for one in claim.tellings
    ]  # fmt: skip


def edge_rows(found: Network) -> list[Row]:
    """A row for each pair, the busiest first."""
    who = {node.id: node for node in found.nodes}
    return [
        {
            "source": edge.source, "source_name": who[edge.source].name, "source_code": who[edge.source].code,
            "target": edge.target, "target_name": who[edge.target].name, "target_code": who[edge.target].code,
            "events": edge.events, "quads": _counts(edge.quads), "statuses": _counts(edge.statuses),
        }
        for edge in sorted(found.edges, key=lambda edge: (-edge.events, edge.source, edge.target))
    ]  # fmt: skip


def story_row(story: Story) -> Row:
    """A story."""
    return {name: getattr(story, name) for name in STORY_COLUMNS} | {"languages": _listed(story.languages)}


def voice_row(voice: Voice) -> Row:
    """Somebody of the desk."""
    plain = {name: getattr(voice, name) for name in VOICE_COLUMNS}
    return plain | {"names": _listed(voice.names), "roles": _listed(one.role for one in voice.roles)}


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)


def _counts(counts: dict[str, int]) -> str:
    return "; ".join(f"{name} {n}" for name, n in counts.items())
