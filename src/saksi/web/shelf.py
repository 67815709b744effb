"""Answers as they were made, packed for sending, and the shelf on which the latest of them stand."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Hashable
from hashlib import sha256
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope, Send

_ROOM: Final = 64_000_000  # bytes of all pages on the shelf
_SMALL: Final = 500  # bytes that are not worth packing


class Answer:
    """A whole answer: its status, headers and body; when and of which state of the desk it was made."""

    def __init__(self, status: int, headers: list[tuple[bytes, bytes]], body: bytes, *, has_form: bool) -> None:
        self.status, self.headers, self.body = status, headers, body
        self.may_be_kept = status == 200 and not has_form and not any(name == b"set-cookie" for name, _ in headers)
        self.packed, self.tag = b"", b""
        self.written = self.changes = 0
        self.made = self.current = 0.0

    @property
    def size(self) -> int:
        """Its bytes in memory."""
        return len(self.body) + len(self.packed)

    def pack(self) -> None:
        """Pack it once for all who will ask."""
        self.tag = b'"' + sha256(self.body).hexdigest()[:24].encode() + b'"'
        if len(self.body) > _SMALL:
            self.packed = gzip.compress(self.body, 6)

    async def send(self, asked: Headers, send: Send) -> None:
        """Send it to somebody: packed if they can unpack it, nothing if they have it."""
        headers = [one for one in self.headers if one[0] != b"content-length"]
        body = self.body
        if self.tag:
            headers.append((b"etag", self.tag))
        if self.tag and self.tag.decode() in asked.get("if-none-match", ""):
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        if self.packed:
            headers.append((b"vary", b"Accept-Encoding"))
            if "gzip" in asked.get("accept-encoding", ""):
                headers.append((b"content-encoding", b"gzip"))
                body = self.packed
        headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


class Shelf:
    """The answers that were asked for last, as many as there is room for."""

    def __init__(self, room: int = _ROOM) -> None:
        self.room, self.taken = room, 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable) -> Answer | None:
        """The answer to a question; null where there is none."""
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
        return found

    def put(self, key: Hashable, answer: Answer) -> None:
        """Put an answer there, in place of the one before; the longest unasked make room."""
        if (old := self._answers.pop(key, None)) is not None:
            self.taken -= old.size
        self._answers[key] = answer
        self.taken += answer.size
        while self.taken > self.room and self._answers:
            self.taken -= self._answers.popitem(last=False)[1].size


async def listened(app: ASGIApp, scope: Scope) -> Answer:
    """What an application answers to a request without a body."""
    state: dict[str, Any] = dict(scope.get("state", {}))
    start: Message = {}
    body = bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            body.extend(message.get("body", b""))

    await app({**scope, "state": state}, receive, send)
    has_form = bool(state.get("has_form"))
    return Answer(start["status"], list(start["headers"]), bytes(body), has_form=has_form)
