"""The vocabulary: an article, what it says, and who says it.

Everything is frozen and typed, and carries no logic but its own algebra. Offsets are Python string indices (Unicode
code points) into ``Article.text``, end exclusive; ``text[span.start:span.end] == span.text`` always holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal, Self

import msgspec

from saksi.errors import RecordError

SCHEMA = "saksi/1"

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserted", "denied"]
ActorType = Literal["person", "state", "organisation", "group"]
MentionKind = Literal["name", "description", "pronoun", "metonym"]
Status = Literal["occurred", "planned", "alleged", "denied", "negated", "possible"]
Basis = Literal["stated", "relative", "publication", "none"]


class Span(msgspec.Struct, frozen=True):
    """Exact words of the article: ``text[start:end]``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start, end, text[start:end])


class Mention(msgspec.Struct, frozen=True):
    """One place where an actor is named or referred to."""

    start: int
    end: int
    text: str
    kind: MentionKind


class Article(msgspec.Struct, frozen=True):
    """A news report as it was given. ``text`` is canonical: it is never altered after this."""

    text: str
    id: str = ""
    url: str | None = None
    outlet: str | None = None
    wire: str | None = None
    dateline: str | None = None
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    title: str | None = None
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """The first 16 hex digits of the SHA-256 of the text: the identity of its content."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Actor(msgspec.Struct, frozen=True):
    """Someone who speaks or acts, once, with every mention."""

    id: str
    type: ActorType
    name: str
    code: str | None = None
    country: str | None = None
    role: str | None = None
    affiliation: str | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()


class Statement(msgspec.Struct, frozen=True):
    """Something that a named or described source says, writes, thinks or is quoted as judging.

    ``speaker`` is the id of an actor of the record; where nobody could be resolved it is null and ``unresolved``
    says why. ``by`` names the rule or model that found the statement.
    """

    id: str
    form: Form
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    affiliation: str | None = None
    stance: Stance = "asserted"
    addressee: str | None = None
    unresolved: str | None = None
    by: str = ""
    confidence: float = 1.0


class Period(msgspec.Struct, frozen=True, rename={"begin": "from", "end": "to"}):
    """When: ISO dates from and to, the words that say so, and what the dates rest on."""

    begin: str | None = None
    end: str | None = None
    text: Span | None = None
    basis: Basis = "none"


class Place(msgspec.Struct, frozen=True):
    """Where: the words, and the country (ISO 3166-1 alpha-3) where it is known."""

    start: int
    end: int
    text: str
    country: str | None = None


class Event(msgspec.Struct, frozen=True):
    """An act of political actors: a PLOVER type, who to whom, its status and whose word it is."""

    id: str
    type: str
    trigger: Span
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    status: Status = "occurred"
    according_to: tuple[str, ...] = ()
    date: Period = Period()
    place: Place | None = None
    by: str = ""
    confidence: float = 1.0


class ReaderInfo(msgspec.Struct, frozen=True):
    """Who read the article: the version of Saksi, the language and the model."""

    saksi: str
    language: str
    model: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that Saksi reads in one article."""

    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    reader: ReaderInfo
    schema: str = SCHEMA

    def actor(self, ref: str | None) -> Actor | None:
        """The actor with the id ``ref``, or null."""
        return next((a for a in self.actors if a.id == ref), None)

    def spans(self) -> Iterator[Span | Mention | Place]:
        """Every span of the record, in no order: what the offset property is tested on."""
        for actor in self.actors:
            yield from actor.mentions
        for statement in self.statements:
            yield from statement.content
            yield from (s for s in (statement.cue, statement.source) if s)
        for event in self.events:
            yield event.trigger
            yield from (s for s in (event.date.text, event.place) if s)

    def to_dict(self) -> dict[str, Any]:
        """Plain dictionaries and lists, as in the JSON form."""
        result: dict[str, Any] = msgspec.to_builtins(self)
        return {"schema": result.pop("schema"), **result}

    def to_json(self) -> str:
        """One line of JSON."""
        return msgspec.json.encode(self.to_dict()).decode()

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """A record from its JSON form.

        Raises:
            RecordError: a field is missing or of a wrong type, or the schema is of another version.
        """
        if data.get("schema") != SCHEMA:
            raise RecordError(f"schema {data.get('schema')!r} is not {SCHEMA!r}")
        try:
            return msgspec.convert(data, cls)
        except msgspec.ValidationError as error:
            raise RecordError(str(error)) from error

    def _repr_html_(self) -> str:
        # The one look to the right: notebooks ask the object itself for its display.
        from saksi.exports.html import fragment

        return fragment(self)
