"""Corrections over HTTP: accept, reject, edit, add and undo, for editors."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from saksi.web.access import Editor, user
from saksi.web.api.answer import Listed, described, json_answer
from saksi.web.api.asked import ADesk

router = APIRouter(tags=["corrections"])
Id = Annotated[str, Path(max_length=200)]
Number = Annotated[int, Path(ge=0, le=2**31)]


class Wish(BaseModel):
    """A decision on a statement or event; `changes` as docs/desk.md describes them."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["statement", "event"]
    target: Annotated[str | None, Field(max_length=40)] = None
    action: Literal["accept", "reject", "edit", "add"]
    changes: Annotated[dict[str, Any], Field(max_length=12)] = {}
    note: Annotated[str | None, Field(max_length=2_000)] = None


class Sameness(BaseModel):
    """Two numbers of the desk that are one."""

    model_config = ConfigDict(extra="forbid")

    entity: Annotated[int, Field(ge=0, le=2**31)]
    into: Annotated[int, Field(ge=0, le=2**31)]
    why: Annotated[str, Field(max_length=2_000)] = ""


@router.get("/articles/{article}/corrections", responses=described("Corrections"), dependencies=[Depends(user)])
def listed(desk: ADesk, article: Id) -> Response:
    """All decisions on an article, undone ones too, the first first."""
    return json_answer(Listed(desk.corrections(article), None))


@router.post("/articles/{article}/corrections", responses=described("Correction"))
def correct(desk: ADesk, who: Editor, article: Id, wish: Wish) -> Response:
    """Decide on a statement or event; it outlives every re-reading."""
    done = desk.correct(
        article, wish.kind, wish.target, wish.action, wish.changes, author=who.name, note=wish.note
    )  # fmt: skip
    return json_answer(done)


@router.post("/corrections/{number}/undo", responses=described("Correction"))
def undo(desk: ADesk, who: Editor, number: Number) -> Response:
    """Take a decision back; it stays in the history."""
    return json_answer(desk.undo(number, author=who.name))


@router.post("/actors/merge", responses=described("Decision"))
def merge(desk: ADesk, who: Editor, given: Sameness) -> Response:
    """Decide that two of the desk are one."""
    return json_answer(desk.merge(given.entity, given.into, author=who.name, why=given.why))


@router.post("/decisions/{number}/undo", responses=described("Decision"))
def undo_decision(desk: ADesk, who: Editor, number: Number) -> Response:
    """Take back who is whom."""
    return json_answer(desk.undo_decision(number, author=who.name))
