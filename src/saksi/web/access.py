"""Who asks, and what they may do: by a token in the header or cookie, or by being on this machine."""

from __future__ import annotations

import getpass
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
from fastapi import Depends, Request

from saksi.web.problems import ProblemError
from saksi.web.settings import Role, Settings
from saksi.web.tokens import who

TOKEN_COOKIE = "saksi_token"  # noqa: S105 - the name of a cookie
_UNSAFE = frozenset(("POST", "PUT", "PATCH", "DELETE"))


class User(msgspec.Struct, frozen=True):
    """Who asks: a name for the books, and a role."""

    name: str
    role: Role

    @property
    def may_edit(self) -> bool:
        """Whether they may correct."""
        return self.role == "editor"


def user(request: Request) -> User:
    """Who asks.

    Raises:
        ProblemError: tokens are needed, and none or a wrong one came (401).
    """
    settings: Settings = request.app.state.settings
    if not settings.tokens:
        return User(_login(), "reader" if settings.read_only else "editor")
    header = request.headers.get("authorization", "")
    scheme, _, given = header.partition(" ")
    token = given.strip() if scheme.lower() == "bearer" else request.cookies.get(TOKEN_COOKIE)
    found = who(settings.tokens, token)
    if found is None:
        raise ProblemError(401, "a token is needed", "send the header `Authorization: Bearer TOKEN`, or log in")
    return User(found.name, "reader" if settings.read_only else found.role)


def editor(request: Request) -> User:
    """Who asks, if they may correct.

    Raises:
        ProblemError: they may not (403), or the request comes from another site (403).
    """
    same_site(request)
    found = user(request)
    if not found.may_edit:
        raise ProblemError(403, "this may be read, not corrected", "ask for a token of the role editor")
    return found


def same_site(request: Request) -> None:
    """Turn away what a page of another site has the browser send.

    Raises:
        ProblemError: the request says that it comes from elsewhere (403).
    """
    if request.method not in _UNSAFE:
        return
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")
    if foreign or site not in (None, "same-origin", "none"):
        raise ProblemError(403, "the request comes from another site", "use the pages of this desk")


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a machine without a user database
        return "local"


Reader = Annotated[User, Depends(user)]
Editor = Annotated[User, Depends(editor)]
