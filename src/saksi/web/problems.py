"""What went wrong with a request: as problem+json (RFC 9457) in the API, as a page elsewhere."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from saksi.errors import DeskError, SaksiError

API: Final = "/api/"
MEDIA: Final = "application/problem+json"
_STATUS: Final = {"S643": 404, "S644": 404, "S646": 404, "S647": 404, "S603": 503, "S604": 503, "S607": 503}


class ProblemError(Exception):
    """Something that the one who asks can do something about."""

    def __init__(self, status: int, what: str, hint: str = "", code: str = "") -> None:
        super().__init__(what)
        self.status, self.what, self.hint, self.code = status, what, hint, code


class Told(msgspec.Struct, omit_defaults=True, rename={"kind": "type"}):
    """A problem in the form of RFC 9457; ``code`` and ``hint`` are Saksi's own."""

    title: str
    status: int
    detail: str = ""
    code: str = ""
    hint: str = ""
    kind: str = "about:blank"


def install(app: FastAPI) -> None:
    """Have an application tell its problems so."""

    async def problem(request: Request, error: Exception) -> Response:
        if isinstance(error, ProblemError):
            return _answer(request, error.status, error.what, error.hint, error.code)
        if isinstance(error, DeskError):
            status = _STATUS.get(error.code or "", 400)
            return _answer(request, status, error.what, error.hint or "", error.code or "")
        if isinstance(error, SaksiError):
            return _answer(request, 400, error.what, error.hint or "", error.code or "")
        if isinstance(error, HTTPException):
            return _answer(request, error.status_code, str(error.detail), "", "")
        if isinstance(error, RequestValidationError):
            return _answer(request, 422, _first(error), "the API's description tells what each field takes", "")
        return _answer(request, 500, "a fault in Saksi", "please report it with what the server's log says", "S0")

    for kind in (ProblemError, SaksiError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, problem)


def _first(error: RequestValidationError) -> str:
    first: Any = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if part not in ("query", "body", "path"))
    return f"{place}: {first['msg']}" if place else str(first["msg"])


def _answer(request: Request, status: int, what: str, hint: str, code: str) -> Response:
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if status == 405:
        headers["Allow"] = "GET, POST"
    if request.url.path.startswith(API):
        told = Told(HTTPStatus(status).phrase, status, what, code, hint)
        return Response(msgspec.json.encode(told), status, headers, MEDIA)
    from saksi.web.render import error_page

    return error_page(request, status, what, hint, code, headers)
