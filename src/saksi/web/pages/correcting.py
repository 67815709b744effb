"""Correcting in the browser: the buttons of the article page, and the page on which one item is edited."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from saksi.desk import Desk
from saksi.plover import TYPES
from saksi.record import Event, Record, Span, Statement
from saksi.web.access import Editor
from saksi.web.api.asked import ADesk
from saksi.web.forms import check_form
from saksi.web.pages.article import Id, place_of
from saksi.web.problems import ProblemError
from saksi.web.render import page

router = APIRouter()
Item = Annotated[str, Path(pattern=r"[se]\d{1,6}")]
Text = Annotated[str | None, Form(max_length=100_000)]
_STATUSES: Final = ("occurred", "planned", "alleged", "denied", "negated", "possible")


@router.post("/article/{article}/decide")
def decide(
    request: Request, desk: ADesk, who: Editor, article: Id, form: Text = None,
    decision: Annotated[str | None, Form(pattern=r"[se]\d{1,6}:(accept|reject)")] = None,
    undo: Annotated[int | None, Form(ge=0, le=2**31)] = None,
) -> RedirectResponse:  # fmt: skip
    """Accept or reject an item, or take a decision back."""
    check_form(request, form)
    place = "history"
    if undo is not None:
        desk.undo(undo, author=who.name)
    elif decision is not None:
        item, _, action = decision.partition(":")
        wish: Any = action
        desk.correct(article, "event" if item.startswith("e") else "statement", item, wish, author=who.name)
        place = place_of(desk.reviewed(article).record, item).replace("r-s", "r-c").replace("r-e", "r-ec")
    else:
        raise ProblemError(400, "nothing was decided")
    return RedirectResponse(f"/article/{article}#{place}", 303)


@router.get("/article/{article}/edit/{item}", response_class=HTMLResponse)
def edit(request: Request, desk: ADesk, who: Editor, article: Id, item: Item) -> HTMLResponse:
    """The page on which an item is edited."""
    record, one = _found(desk, article, item)
    values: dict[str, Any] = {"types": list(TYPES), "statuses": _STATUSES} if isinstance(one, Event) else {}
    return page(request, "edit.html", who, id=article, record=record, item=one, is_event=item[0] == "e", **values)


@router.post("/article/{article}/edit/{item}")
def edited(
    request: Request, desk: ADesk, who: Editor, article: Id, item: Item, form: Text = None, words: Text = None,
    note: Annotated[str | None, Form(max_length=2_000)] = None, stance: Text = None, style: Text = None,
    speaker: Text = None, type: Text = None, status: Text = None,  # noqa: A002
    sources: Annotated[list[str] | None, Form(max_length=50)] = None,
    targets: Annotated[list[str] | None, Form(max_length=50)] = None,
) -> RedirectResponse:  # fmt: skip
    """Keep an edit: those fields that are others than before."""
    check_form(request, form)
    record, one = _found(desk, article, item)
    changes: dict[str, Any] = {}
    if isinstance(one, Event):
        given = {"type": type, "status": status}
        changes |= {name: value for name, value in given.items() if value and value != getattr(one, name)}
        for name, refs in (("sources", sources), ("targets", targets)):
            chosen = [ref for ref in refs or () if ref]
            if refs is not None and chosen != list(getattr(one, name)):
                changes[name] = chosen
        place = _placed(record, words, [one.trigger])
        changes |= {"trigger": place[0]} if place else {}
    else:
        given = {"stance": stance, "form": style}
        changes |= {name: value for name, value in given.items() if value and value != getattr(one, name)}
        if speaker is not None and (speaker.strip() or None) != one.speaker:
            changes["speaker"] = speaker.strip() or None
        place = _placed(record, words, list(one.content))
        changes |= {"content": place} if place else {}
    if changes:
        kind: Any = "event" if isinstance(one, Event) else "statement"
        desk.correct(article, kind, item, "edit", changes, author=who.name, note=note or None)
    return RedirectResponse(f"/article/{article}/{item}", 303)


def _found(desk: Desk, article: str, item: str) -> tuple[Record, Statement | Event]:
    record = desk.reviewed(article).record
    items: tuple[Statement | Event, ...] = record.events if item.startswith("e") else record.statements
    one = next((one for one in items if one.id == item), None)
    if one is None:
        raise ProblemError(404, f"the article has no statement or event {item}")
    return record, one


def _placed(record: Record, words: str | None, before: list[Span]) -> list[list[int]]:
    """The places of words that were changed: each line is a span, the occurrence nearest to where it was; else none.

    Raises:
        ProblemError: they do not stand in the article (400).
    """
    lines = [line for line in (words or "").replace("\r\n", "\n").split("\n") if line.strip()]
    if not lines or lines == [line for span in before for line in span.text.split("\n")]:
        return []
    text, places = record.article.text, []
    near = before[0].start if before else 0
    for line in lines:
        wanted = line.strip()
        found = [at for at in range(len(text)) if text.startswith(wanted, at)] if len(wanted) < len(text) else []
        if not found:
            raise ProblemError(400, f"“{wanted[:80]}” does not stand in the article", "copy the words from the text")
        start = min(found, key=lambda at: abs(at - near))
        places.append([start, start + len(wanted)])
        near = start + len(wanted)
    return places
