"""Exports over HTTP, streamed: whatever the desk holds of a filter, without holding it in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Annotated, Final, Literal, TextIO

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from saksi.desk import Desk, Filter
from saksi.record import Record
from saksi.web.access import user
from saksi.web.api.answer import described
from saksi.web.api.asked import ADesk, AFilter

router = APIRouter(dependencies=[Depends(user)], tags=["export"])
Kind = Literal["jsonl", "plover"]
_MEDIA: Final = "application/x-ndjson"
_RECORDS: Final = 50  # that are written at once


@router.get("/export", responses=described("Problem", _MEDIA), response_class=StreamingResponse)
def export(
    desk: ADesk,
    wanted: AFilter,
    format: Annotated[Kind, Query(description="jsonl: records; plover: events")] = "jsonl",  # noqa: A002
) -> StreamingResponse:
    """The records of a filter, or their events, one a line, in the order of their days."""
    # A filter that makes no sense is told before the answer begins.
    first = desk.search("", wanted, limit=1, spread=False)
    headers = {"content-disposition": f'attachment; filename="saksi-{format}.jsonl"', "x-total": str(first.total)}
    return StreamingResponse(_lines(desk, wanted, format), media_type=_MEDIA, headers=headers)


def _lines(desk: Desk, wanted: Filter, kind: str) -> Iterator[bytes]:
    write = import_module(f"saksi.exports.{kind}").write
    batch: list[Record] = []
    for record in desk.records(wanted):
        batch.append(record)
        if len(batch) == _RECORDS:
            yield _written(write, batch)
            batch = []
    if batch:
        yield _written(write, batch)


def _written(write: Callable[[list[Record], TextIO], None], batch: list[Record]) -> bytes:
    stream = io.StringIO()
    write(batch, stream)
    return stream.getvalue().encode("utf-8", "replace")
