"""What requests to the API have in common: the desk, a filter, and where in a list they are."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Annotated, Any, Final, get_args

import msgspec
from fastapi import Depends, Query, Request

from saksi.desk import Desk, Filter
from saksi.plover import QUADS, TYPES
from saksi.record import Form, Stance, Status
from saksi.web.problems import ProblemError

_Text = Annotated[str | None, Query(max_length=200)]
_DATES: Final = {"pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?$"}
_Date = Annotated[str | None, Query(max_length=40, description="2023, 2023-09 or 2023-09-13", json_schema_extra=_DATES)]


def _one_of(values: Iterable[str]) -> Any:
    """A parameter that takes one of these; an empty field of a form is none of them, and is let through."""
    return Query(max_length=40, json_schema_extra={"enum": [*values]})


def desk_of(request: Request) -> Desk:
    """The desk that is served."""
    desk: Desk = request.app.state.desk
    return desk


def wanted(
    actor: Annotated[list[str] | None, Query(max_length=10, description="A code, a name, or a number: @12")] = None,
    speaker: _Text = None,
    status: Annotated[str | None, _one_of(get_args(Status))] = None,
    type: Annotated[str | None, _one_of(TYPES)] = None,  # noqa: A002 - the parameter is called so
    quad: Annotated[str | None, _one_of(QUADS)] = None,
    form: Annotated[str | None, _one_of(get_args(Form))] = None,
    stance: Annotated[str | None, _one_of(get_args(Stance))] = None,
    outlet: _Text = None,
    language: _Text = None,
    since: _Date = None,
    until: _Date = None,
    story: Annotated[int | None, Query(ge=0, le=2**31)] = None,
    reviewed: bool = False,
) -> Filter:
    """The filter of a request; an empty field leaves its side open.

    Raises:
        DeskError: it makes no sense.
    """
    actors = tuple(one.strip()[:200] for one in actor or () if one.strip())
    texts = {
        "speaker": speaker, "status": status, "type": type, "quad": quad, "form": form, "stance": stance,
        "outlet": outlet, "language": language, "since": since, "until": until,
    }  # fmt: skip
    given: dict[str, Any] = {name: value.strip() or None for name, value in texts.items() if value is not None}
    if any("\x00" in str(value) for value in (*given.values(), *actors)):
        raise ProblemError(400, "a filter holds the character NUL", "take it out")
    return Filter(actors=actors, story=story, reviewed=reviewed, **given)


class Page(msgspec.Struct, frozen=True):
    """A part of a list: from where on, how many, and up to which article, so that later ones do not shift it."""

    offset: int
    limit: int
    newest: int

    def next(self, count: int) -> str | None:
        """The cursor of what follows; null where this is the end."""
        if count < self.limit:
            return None
        return cursor_at(self.offset + count, self.newest)


def cursor_at(offset: int, newest: int) -> str:
    """The cursor of a place in a list, as it was when an article was the newest."""
    return base64.urlsafe_b64encode(f"{offset}.{newest}".encode()).decode().rstrip("=")


def page_of(
    desk: Annotated[Desk, Depends(desk_of)],
    limit: Annotated[int, Query(ge=1, le=500, description="How many")] = 50,
    cursor: Annotated[str | None, Query(max_length=60, description="`next` of the answer before")] = None,
) -> Page:
    """Where in a list a request is.

    Raises:
        ProblemError: the cursor is none of ours (400).
    """
    if cursor is None:
        return Page(0, limit, desk.newest())
    try:
        plain = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        offset, newest = (int(part) for part in plain.split("."))
        if not (0 <= offset < 2**31 and 0 <= newest < 2**31):
            raise ValueError(plain)
    except (ValueError, binascii.Error) as error:
        raise ProblemError(400, "the cursor is none of this desk", "take `next` of the answer before") from error
    return Page(offset, limit, newest)


ADesk = Annotated[Desk, Depends(desk_of)]
AFilter = Annotated[Filter, Depends(wanted)]
APage = Annotated[Page, Depends(page_of)]
