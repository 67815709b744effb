"""Article: the text with what it says and does marked, and what people decided of it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from saksi.desk.portable import Kind
from saksi.desk.replay import Reviewed
from saksi.exports.markup import record_markup
from saksi.record import Event, Record, Statement
from saksi.web.access import Reader
from saksi.web.api.asked import ADesk
from saksi.web.problems import ProblemError
from saksi.web.render import language_of, page, wording

router = APIRouter()
Id = Annotated[str, Path(max_length=200)]


@router.get("/article/{article}", response_class=HTMLResponse)
def article(request: Request, desk: ADesk, who: Reader, article: Id) -> HTMLResponse:
    """The page of an article."""
    text_hash = desk.known_as(article)
    reviewed = desk.reviewed(text_hash)
    words = wording(language_of(request))
    markup = record_markup(reviewed.record, "r", tools(reviewed, text_hash, words, edits=who.may_edit))
    return page(
        request,
        "article.html",
        who,
        record=reviewed.record,
        id=text_hash,
        markup=markup,
        history=desk.corrections(text_hash),
        rejected=[ref for (_, ref), mark in reviewed.marks.items() if mark == "rejected"],
    )


@router.get("/article/{article}/{item}")
def mark(desk: ADesk, who: Reader, article: Id, item: Annotated[str, Path(pattern=r"[se]\d{1,6}")]) -> RedirectResponse:
    """Lead to the words of one statement or event: their place in the page is counted, their id is not."""
    del who
    text_hash = desk.known_as(article)
    place = place_of(desk.reviewed(text_hash).record, item)
    return RedirectResponse(f"/article/{text_hash}#{place}", 303)


def place_of(record: Record, item: str) -> str:
    """The id in the page of a statement or event.

    Raises:
        ProblemError: the article has none of this id (404).
    """
    items: tuple[Statement | Event, ...] = record.statements if item.startswith("s") else record.events
    for number, one in enumerate(items, 1):
        if one.id == item:
            return f"r-{'e' if item.startswith('e') else 's'}{number}"
    raise ProblemError(404, f"the article has no statement or event {item}")


def tools(
    reviewed: Reviewed, article: str, words: dict[str, str], *, edits: bool
) -> Callable[[Statement | Event], str]:
    """What stands at the end of each card: what was decided, why it is there, and for editors what they can do."""

    def made(item: Statement | Event) -> str:
        kind: Kind = "event" if isinstance(item, Event) else "statement"
        ref = escape(item.id, quote=True)
        decided = reviewed.marks.get((kind, item.id), "")
        shown = f'<b class="decided {decided}">{escape(words[decided])}</b> ' if decided else ""
        start = item.trigger.start if isinstance(item, Event) else item.content[0].start if item.content else 0
        links = f'<a href="/article/{article}/why/{start}">{escape(words["why"])}</a>'
        if not edits:
            return f'<p class="tools">{shown}{links}</p>'
        buttons = "".join(
            f'<button form="decide" name="decision" value="{ref}:{action}">{escape(words[action])}</button>'
            for action in ("accept", "reject")
        )
        edit = f'<a href="/article/{article}/edit/{ref}">{escape(words["edit"])}</a>'
        return f'<p class="tools" data-item="{ref}">{shown}{buttons} {edit} {links}</p>'

    return made
