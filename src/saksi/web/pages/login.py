"""Login: a token, kept in a cookie that no script can read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from saksi.web.access import TOKEN_COOKIE, same_site, user
from saksi.web.forms import check_form
from saksi.web.problems import ProblemError
from saksi.web.render import page
from saksi.web.tokens import who

router = APIRouter()
_MONTH = 30 * 24 * 3600


@router.get("/login", response_class=HTMLResponse)
def ask(request: Request) -> HTMLResponse:
    """The form that asks for a token; for those who are in, the one that lets them out too."""
    try:
        there = user(request) if request.app.state.settings.tokens else None
    except ProblemError:
        there = None
    return page(request, "login.html", there)


@router.post("/login")
def login(
    request: Request,
    token: Annotated[str, Form(max_length=200)] = "",
    form: Annotated[str | None, Form(max_length=200)] = None,
) -> Response:
    """Let somebody in."""
    same_site(request)
    check_form(request, form)
    if who(request.app.state.settings.tokens, token.strip()) is None:
        raise ProblemError(401, "this token is not known", "ask whoever runs the desk for one")
    answer = RedirectResponse("/", 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(TOKEN_COOKIE, token.strip(), max_age=_MONTH, httponly=True, samesite="strict", secure=secure)
    return answer


@router.post("/logout")
def logout(request: Request, form: Annotated[str | None, Form(max_length=200)] = None) -> Response:
    """Forget the token."""
    same_site(request)
    check_form(request, form)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(TOKEN_COOKIE)
    return answer
