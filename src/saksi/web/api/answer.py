"""Answers: the desk's own types as JSON or CSV, and their schemas for OpenAPI."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final, Generic, Literal, TypeVar

import msgspec
from fastapi import Response

from saksi.desk.claims import Claim
from saksi.desk.decisions import Decision
from saksi.desk.network import Network
from saksi.desk.replay import Correction
from saksi.desk.search import Found
from saksi.desk.stories import Member, Story
from saksi.desk.timelines import Timeline
from saksi.desk.told import Done, Said
from saksi.desk.voices import Voice
from saksi.exports.cells import write_csv
from saksi.record import Record
from saksi.web.problems import MEDIA, Told

T = TypeVar("T")
As = Literal["json", "csv"]


class Listed(msgspec.Struct, Generic[T], frozen=True):
    """A part of a list; ``next`` is the cursor of what follows, null at the end."""

    items: list[T]
    next: str | None


class StoryOf(msgspec.Struct, frozen=True):
    """A story with its articles."""

    story: Story
    articles: list[Member]


class Claimed(msgspec.Struct, frozen=True):
    """A claim of the ledger, and what follows from its tellings."""

    claim: Claim
    contested: bool
    reports: int


# The names of the schemas in OpenAPI.
SHAPES: Final[dict[str, Any]] = {
    "Record": Record,
    "Articles": Found,
    "Statements": Listed[Said],
    "Events": Listed[Done],
    "Actors": Listed[Voice],
    "Voice": Voice,
    "Stories": Listed[Story],
    "StoryOf": StoryOf,
    "Ledger": Listed[Claimed],
    "Timeline": Timeline,
    "Network": Network,
    "Corrections": Listed[Correction],
    "Correction": Correction,
    "Decision": Decision,
    "Problem": Told,
}


def json_answer(value: Any, status: int = 200) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def csv_answer(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> Response:
    """Rows as CSV."""
    stream = io.StringIO()
    write_csv(rows, columns, stream)
    return Response(stream.getvalue(), media_type="text/csv; charset=utf-8")


def described(name: str, *more: str) -> dict[int | str, dict[str, Any]]:
    """The responses of an endpoint for OpenAPI: its shape, other media types, and problems."""
    content: dict[str, Any] = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    content |= {media: {"schema": {"type": "string"}} for media in more}
    problem = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        200: {"description": "Done", "content": content},
        422: {"description": "A field that makes no sense", "content": problem},
        "4XX": {"description": "A problem with what was asked", "content": problem},
    }


def components() -> dict[str, Any]:
    """The schemas of all shapes, by name."""
    refs, inner = msgspec.json.schema_components(SHAPES.values(), ref_template="#/components/schemas/{name}")
    return {**inner, **{name: ref for name, ref in zip(SHAPES, refs, strict=True) if name not in inner}}
