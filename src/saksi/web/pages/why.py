"""Why: the parse, the rules and the weights of one sentence of an article."""

from __future__ import annotations

import io
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from saksi.web.access import Reader
from saksi.web.api.asked import ADesk
from saksi.web.api.reading import readers
from saksi.web.pages.article import Id
from saksi.web.problems import ProblemError
from saksi.web.render import page

router = APIRouter()


@router.get("/article/{article}/why/{offset}", response_class=HTMLResponse)
def why(
    request: Request, desk: ADesk, who: Reader, article: Id, offset: Annotated[int, Path(ge=0, le=10_000_000)]
) -> HTMLResponse:
    """The explanation of a sentence, as `saksi explain` gives it."""
    from rich.console import Console

    from saksi.cli.explained import view
    from saksi.reading.explain import explain

    record = desk.record(article)
    if offset >= len(record.article.text):
        raise ProblemError(404, f"the text has no character {offset}")
    made = readers(request)
    with made.lock:
        found = explain(made.of(record.reader.language).inspect(record.article), offset)
    stream = io.StringIO()
    Console(file=stream, highlight=False, width=110, color_system=None).print(view(found))
    return page(
        request, "why.html", who, record=record, sentence=found.sentence.text, told=stream.getvalue(), offset=offset
    )
