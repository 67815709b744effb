"""Voice: somebody of the desk, what they say, what is said and done with them, and their offices over time."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Form, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from saksi.desk import Filter
from saksi.web.access import Editor, Reader
from saksi.web.api.asked import ADesk
from saksi.web.forms import check_form
from saksi.web.render import page

router = APIRouter()
_SHOWN: Final = 30
Number = Annotated[int, Path(ge=0, le=2**31)]


@router.get("/actor", response_model=None)
def named(
    request: Request, desk: ADesk, who: Reader, name: Annotated[str, Query(max_length=200)] = ""
) -> HTMLResponse | RedirectResponse:
    """Those called so; where it is one, the page of that one."""
    found = desk.voices(name.strip()) if name.strip() else []
    if len(found) == 1:
        return RedirectResponse(f"/actor/{found[0].id}", 303)
    return page(request, "actors.html", who, name=name, found=found)


@router.get("/actor/{number}", response_model=None)
def actor(request: Request, desk: ADesk, who: Reader, number: Number) -> HTMLResponse | RedirectResponse:
    """The page of somebody."""
    voice = desk.voices(f"@{number}")[0]
    if voice.id != number:
        return RedirectResponse(f"/actor/{voice.id}", 303)
    this = f"@{number}"
    said = desk.statements(Filter(speaker=this), limit=_SHOWN)
    done = desk.events(Filter(actors=(this,)), limit=_SHOWN)
    about = desk.articles(Filter(actors=(this,)), limit=_SHOWN)
    namesakes = [one for one in desk.voices(voice.name) if one.id != voice.id]
    return page(
        request, "actor.html", who, voice=voice, said=said, done=done, about=about, namesakes=namesakes, shown=_SHOWN
    )


@router.post("/actor/{number}/merge")
def merge(
    request: Request,
    desk: ADesk,
    who: Editor,
    number: Number,
    into: Annotated[int, Form(ge=0, le=2**31)],
    form: Annotated[str | None, Form(max_length=200)] = None,
) -> RedirectResponse:
    """Decide that this one is another one of the desk."""
    check_form(request, form)
    desk.merge(number, into, author=who.name)
    return RedirectResponse(f"/actor/{into}", 303)
