"""FollowTheMoney: articles, actors, and what they say and do, as entities in JSON, one a line.

Actors that several articles name have one id; their lines are fragments of one entity, which `ftm aggregate` merges.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from saksi.exports.ftm_acts import act_entities, statement_entities
from saksi.exports.ftm_entities import Entity, actor_id, article_id, checksum, country, entity, one_line, schema_of
from saksi.exports.moments import iso_utc
from saksi.record import Actor, Record

# FollowTheMoney names languages by three letters.
LANGUAGES: Final = {"id": "ind", "en": "eng"}
_NAMING: Final = ("name", "metonym")


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write one entity a line."""
    for record in records:
        for one in entities(record):
            stream.write(json.dumps(one, ensure_ascii=False) + "\n")


def entities(record: Record) -> Iterator[Entity]:
    """The entities of a record: its article, actors with their mentions, statements, events."""
    yield _article(record)
    for actor in record.actors:
        yield _actor(record, actor)
        yield from _mentions(record, actor)
    yield from statement_entities(record)
    yield from act_entities(record)


def _article(record: Record) -> Entity:
    article = record.article
    return entity(
        article_id(record), "Article",
        title=article.title,
        name=one_line(article.title or article.id or article.text_hash),
        sourceUrl=article.url,
        publisher=article.outlet,
        author=article.byline,
        publishedAt=iso_utc(article.published),
        retrievedAt=iso_utc(article.retrieved),
        language=LANGUAGES.get(record.reader.language),
        contentHash=checksum(article.text),
        bodyText=article.text,
        processingAgent=f"saksi {record.reader.saksi} ({record.reader.model})",
    )  # fmt: skip


def _actor(record: Record, actor: Actor) -> Entity:
    person = actor.type == "person"
    others = [one_line(at.text) for at in actor.mentions if at.kind == "name"]
    return entity(
        actor_id(record, actor), schema_of(actor),
        name=one_line(actor.name),
        alias=[name for name in others if name != one_line(actor.name)],
        country=country(actor.country or actor.code),
        wikidataId=actor.wikidata,
        proof=article_id(record),
        **{"position" if person else "description": ", ".join(filter(None, (actor.role, actor.affiliation)))},
    )  # fmt: skip


def _mentions(record: Record, actor: Actor) -> Iterator[Entity]:
    """Where the article names an actor; a pronoun or a description is no name."""
    for at in actor.mentions:
        if at.kind in _NAMING:
            yield entity(
                f"{article_id(record)}-{actor.id}-{at.start}-{at.end}", "Mention",
                document=article_id(record),
                resolved=actor_id(record, actor),
                name=one_line(at.text),
                detectedSchema=schema_of(actor),
                contextCountry=country(actor.country or actor.code),
            )  # fmt: skip
