"""Statements and events for FollowTheMoney, each tied to its article by a Documentation that holds words and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.exports.ftm_entities import Entity, actor_id, article_id, country, entity, one_line, quad_of
from saksi.exports.moments import iso_utc
from saksi.record import Actor, Event, Record, Span


def statement_entities(record: Record) -> Iterator[Entity]:
    """A Documentation for each statement whose speaker is known: without an entity there is nothing to link."""
    for said in record.statements:
        speaker = record.actor(said.speaker)
        if speaker is not None:
            yield _documentation(
                record, said.id, actor_id(record, speaker), list(said.content),
                role="statement",
                status=said.stance,
                description=said.cue.text if said.cue else None,
            )  # fmt: skip


def act_entities(record: Record) -> Iterator[Entity]:
    """An Event for each event, and its Documentation."""
    names = {said.id: actor.name for said in record.statements if (actor := record.actor(said.speaker))}
    for act in record.events:
        event = _event(record, act)
        yield event
        tellers = [names[ref] for ref in act.according_to if ref in names]
        yield _documentation(
            record, act.id, event["id"], [act.trigger],
            role="event",
            status=act.status,
            description=f"according to {', '.join(dict.fromkeys(tellers))}" if tellers else None,
        )  # fmt: skip


def _event(record: Record, act: Event) -> Entity:
    sources, targets = ([x for ref in refs if (x := record.actor(ref))] for refs in (act.sources, act.targets))
    day = act.date
    one_day = day.begin is not None and day.begin == day.end
    return entity(
        f"{article_id(record)}-{act.id}", "Event",
        name=event_name(act, sources, targets),
        organizer=[actor_id(record, actor) for actor in sources],
        involved=[actor_id(record, actor) for actor in (*sources, *targets)],
        date=day.begin if one_day else None,
        startDate=None if one_day else day.begin,
        endDate=None if one_day else day.end,
        location=one_line(act.place.text) if act.place else None,
        country=country(act.place.country) if act.place else None,
        keywords=[act.type, quad_of(act.type), act.status],
        summary=act.trigger.text,
        recordId=_place(record, act.id, [act.trigger]),
        sourceUrl=record.article.url,
        proof=article_id(record),
    )  # fmt: skip


def event_name(act: Event, sources: Sequence[Actor], targets: Sequence[Actor]) -> str:
    """What an event is called. FollowTheMoney's events have no status, so that it stands before what did not occur."""
    who, whom = (", ".join(one_line(actor.name) for actor in side) for side in (sources, targets))
    told = act.type if act.status == "occurred" else f"[{act.status}] {act.type}"
    return f"{told}: {who or '–'}" + (f" → {whom}" if whom else "")


def _documentation(record: Record, ref: str, about: str, spans: list[Span], **properties: object) -> Entity:
    article = record.article
    return entity(
        f"{article_id(record)}-{ref}-words", "Documentation",
        document=article_id(record),
        entity=about,
        summary=" … ".join(span.text for span in spans),
        date=iso_utc(article.published),
        recordId=_place(record, ref, spans),
        sourceUrl=article.url,
        publisher=article.outlet,
        **properties,
    )  # fmt: skip


def _place(record: Record, ref: str, spans: list[Span]) -> str:
    """Where the words stand: the article, the id in it, and their offsets in its text."""
    return f"{record.article.text_hash}:{ref}:" + ",".join(f"{span.start}-{span.end}" for span in spans)
