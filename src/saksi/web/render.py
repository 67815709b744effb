"""Pages from templates: everything escaped, in the reader's language, with what every page needs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from saksi.exports.visible import visible
from saksi.version import __version__
from saksi.web.access import User, user
from saksi.web.assets import address
from saksi.web.forms import FORM_COOKIE, FormToken
from saksi.web.problems import ProblemError

LANGUAGES: Final = ("id", "en")
LANGUAGE_COOKIE: Final = "saksi_language"
TELLINGS: Final = 12  # of a claim, on a page
_LONG: Final = 600  # characters of anything that an article says, but for its text
_ASKED: Final = 200  # characters of a name that can be asked for
_YEAR: Final = 365 * 24 * 3600


@cache
def wording(language: str) -> dict[str, str]:
    """The texts of the interface in a language, by key."""
    text = files("saksi.web").joinpath("wording", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("saksi.web", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["shown"] = shown
    made.filters["asked"] = lambda value: str(value or "")[:_ASKED]
    made.filters["day"] = lambda value: str(value or "")[:10]
    made.globals["safe_link"] = safe_link
    made.globals["static"] = address
    return made


def shown(value: object, most: int = _LONG) -> str:
    """What an article says, on one line, harmless to look at and not endless: a title may be a megabyte long."""
    text = visible(str(value or "")[: most + 1]).replace("\n", " ")
    return text if len(text) <= most else text[: most - 1] + "…"


def language_of(request: Request) -> str:
    """The language of the interface: asked for, chosen before, what the browser likes, else the server's."""
    for given in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if given in LANGUAGES:
            return str(given)
    for part in request.headers.get("accept-language", "").split(","):
        code = part.strip()[:2].lower()
        if code in LANGUAGES:
            return code
    default: str = request.app.state.settings.language
    return default


def page(request: Request, template: str, who: User | None, status: int = 200, **values: Any) -> HTMLResponse:
    """A page."""
    language = language_of(request)
    token = FormToken(request)
    query = [(k, v) for k, v in request.query_params.multi_items() if k != "lang"]
    shared = {
        "t": wording(language),
        "language": language,
        "user": who,
        "settings": request.app.state.settings,
        "version": __version__,
        "form_token": token,
        "path": request.url.path,
        "other_language": [
            (code, f"{request.url.path}?{urlencode([*query, ('lang', code)])}")
            for code in LANGUAGES
            if code != language
        ],
        "query": urlencode(query),
    }
    body = _environment().get_template(template).render({**shared, **values})
    response = HTMLResponse(body, status)
    response.headers["vary"] = "Cookie, Accept-Language"
    if token.used:
        request.state.has_form = True
        _cookie(request, response, FORM_COOKIE, token.secret)
    if request.query_params.get("lang") in LANGUAGES:
        _cookie(request, response, LANGUAGE_COOKIE, language)
    return response


def error_page(
    request: Request, status: int, what: str, hint: str, code: str, headers: Mapping[str, str]
) -> HTMLResponse:
    """The page of what went wrong."""
    try:
        who = user(request)
    except ProblemError:
        who = None
    made = page(request, "error.html", who, status, what=what, hint=hint, code=code)
    made.headers.update(headers)
    return made


def safe_link(url: str | None) -> str | None:
    """An address that may be a link: one of the web, whatever an article says its address is."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _cookie(request: Request, response: HTMLResponse, name: str, value: str) -> None:
    if request.cookies.get(name) != value:
        secure = request.url.scheme == "https"
        response.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="strict", secure=secure)
