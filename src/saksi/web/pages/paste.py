"""Paste and read: the record of a text, or of a file, that is not kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse

from saksi.exports.markup import record_markup
from saksi.web.access import Reader, same_site
from saksi.web.api.reading import Given, read_once
from saksi.web.forms import check_form
from saksi.web.problems import ProblemError
from saksi.web.render import page

router = APIRouter()


@router.get("/read", response_class=HTMLResponse)
def box(request: Request, who: Reader) -> HTMLResponse:
    """The box."""
    return page(request, "paste.html", who, markup=None, text="")


@router.post("/read", response_class=HTMLResponse)
def read(
    request: Request,
    who: Reader,
    form: Annotated[str | None, Form(max_length=200)] = None,
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> HTMLResponse:
    """What stands in it."""
    same_site(request)
    check_form(request, form)
    given = Given(text=text)
    if file is not None and file.filename:
        words = file.file.read().decode("utf-8", "replace")
        is_page = words.lstrip()[:1] == "<"
        given = Given(html=words) if is_page else Given(text=words)
    if not (given.text or given.html or "").strip():
        raise ProblemError(400, "there is nothing to read", "paste a text, or choose a file")
    record = read_once(request, given)
    return page(request, "paste.html", who, markup=record_markup(record, "r"), text=text)
