"""Styles, scripts and the icon, those of the HTML export among them; browsers keep each until it changes."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from fastapi import APIRouter, Request, Response

from saksi.web.problems import ProblemError

router = APIRouter()
_FILES: Final = {
    "desk.css": ("saksi.web", "static/desk.css", "text/css"),
    "desk.js": ("saksi.web", "static/desk.js", "text/javascript"),
    "article.js": ("saksi.web", "static/article.js", "text/javascript"),
    "icon.svg": ("saksi.web", "static/icon.svg", "image/svg+xml"),
    "record.css": ("saksi.exports", "assets/record.css", "text/css"),
    "record.js": ("saksi.exports", "assets/page.js", "text/javascript"),
}


@cache
def _content(name: str) -> bytes:
    package, path, _ = _FILES[name]
    return files(package).joinpath(path).read_bytes()


@cache
def address(name: str) -> str:
    """The address of a file, another one when it changes."""
    return f"/static/{name}?{sha256(_content(name)).hexdigest()[:12]}"


@router.get("/static/{name}")
def asset(request: Request, name: str) -> Response:
    """A file."""
    if name not in _FILES:
        raise ProblemError(404, "there is no such file")
    tag = f'"{sha256(_content(name)).hexdigest()[:24]}"'
    headers = {"cache-control": "public, max-age=31536000, immutable", "etag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(_content(name), media_type=_FILES[name][2], headers=headers)
