"""Read a text without keeping it: what a newcomer tries first, and what other programs call."""

from __future__ import annotations

from threading import Lock
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from saksi.record import Article, Record
from saksi.sources import article_from_html, article_from_text
from saksi.web.access import same_site, user
from saksi.web.api.answer import described, json_answer
from saksi.web.problems import ProblemError

router = APIRouter(dependencies=[Depends(user), Depends(same_site)], tags=["read"])
_Fact = Annotated[str | None, Field(max_length=2_000)]


class Given(BaseModel):
    """An article to read: its text, or the HTML of its page, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = None
    html: str | None = None
    language: Annotated[str | None, Field(max_length=8)] = None
    title: _Fact = None
    outlet: _Fact = None
    url: _Fact = None
    published: _Fact = None


@router.post("/read", responses=described("Record"))
def read(request: Request, given: Given) -> Response:
    """The record of a text. Nothing is stored."""
    return json_answer(read_once(request, given).to_dict())


def read_once(request: Request, given: Given) -> Record:
    """Read what was given.

    Raises:
        ProblemError: neither text nor HTML, both, or too many readings in a minute.
        SaksiError: it cannot be read.
    """
    if (given.text is None) == (given.html is None):
        raise ProblemError(400, "give either text or html")
    client = request.client.host if request.client else "?"
    if not request.app.state.reads.allows(client):
        raise ProblemError(429, "too many texts in a minute", "wait a minute; `saksi read` has no limit")
    try:
        data = (given.text or given.html or "").encode("utf-8")
    except UnicodeEncodeError as error:
        raise ProblemError(400, "the text holds half of a character", "send it as UTF-8") from error
    limit = request.app.state.settings.max_body
    article = article_from_text(data, max_chars=limit) if given.text else article_from_html(data, max_chars=limit)
    facts: dict[str, Any] = {
        name: value for name in ("title", "outlet", "url", "published") if (value := getattr(given, name))
    }
    return readers(request).read(msgspec.structs.replace(article, **facts), given.language)


class Readers:
    """Readers, one for each language that was asked for, made when they are first needed."""

    def __init__(self) -> None:
        self._made: dict[str | None, Any] = {}
        # A pipeline is not made for two threads at once.
        self.lock = Lock()

    def of(self, language: str | None) -> Any:
        """The reader of a language; of null, one that finds the language itself.

        Raises:
            LanguageError: there is none.
        """
        from saksi.reading import Reader

        if language not in self._made:
            self._made[language] = Reader(language)
        return self._made[language]

    def read(self, article: Article, language: str | None) -> Record:
        """The record of an article.

        Raises:
            SaksiError: it cannot be read.
        """
        with self.lock:
            record: Record = self.of(language).read(article)
        return record


def readers(request: Request) -> Readers:
    """The readers of the server."""
    found: Readers = request.app.state.readers
    return found
