"""Entities of FollowTheMoney: an id, a schema, and properties of which each holds a list of texts."""

from __future__ import annotations

import hashlib
from typing import Any

from saksi.plover import TYPES
from saksi.record import Actor, Record
from saksi.world.country_codes import alpha2
from saksi.world.states import all_states

Entity = dict[str, Any]


def entity(ref: str, schema: str, **properties: object) -> Entity:
    """An entity with those of the properties that have a value; a list is several values."""
    kept: dict[str, list[str]] = {}
    for name, given in properties.items():
        values = given if isinstance(given, list) else [given]
        texts = list(dict.fromkeys(str(value) for value in values if value))
        if texts:
            kept[name] = texts
    return {"id": ref, "schema": schema, "properties": kept}


def article_id(record: Record) -> str:
    """The id of an article: that of its text."""
    return f"saksi-{record.article.text_hash}"


def actor_id(record: Record, actor: Actor) -> str:
    """The id of an actor: that of the state or of the Wikidata item; without either it holds in this article alone.

    A code tells whom an actor acts for, and only of a state who it is.
    """
    if actor.type == "state" and actor.code:
        return f"saksi-{actor.code}"
    if actor.wikidata:
        return f"saksi-{actor.wikidata}"
    return f"{article_id(record)}-{actor.id}"


def schema_of(actor: Actor) -> str:
    """The schema of an actor: states are legal entities, and an organisation that acts for a state is a public body."""
    if actor.type == "person":
        return "Person"
    if actor.type == "state":
        return "LegalEntity"
    public = actor.type == "organisation" and actor.code and all_states().by_code(actor.code)
    return "PublicBody" if public else "Organization"


def country(code: str | None) -> str | None:
    """A country as FollowTheMoney writes it, in two small letters."""
    found = alpha2(code)
    return found.lower() if found else None


def one_line(text: str) -> str:
    """A text on one line, as names are."""
    return " ".join(text.split())


def checksum(text: str) -> str:
    """The SHA-1 of a text, by which FollowTheMoney knows what is the same document."""
    return hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


def quad_of(kind: str) -> str | None:
    """The quad class of a type of events."""
    known = TYPES.get(kind)
    return known.quad if known else None
