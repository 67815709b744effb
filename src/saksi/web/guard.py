"""What stands before every request: size, rate, the name asked for; and the headers that every answer carries.

The policy lets pages load from this server and from nowhere else, run its scripts and no other, and send forms to it
alone: whatever an article may carry, it cannot run.
"""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from contextlib import suppress
from typing import Final

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from saksi.web.problems import MEDIA, Told
from saksi.web.settings import Settings

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # Nothing to other sites; without it for ours browsers would send forms with "Origin: null".
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_MINUTE: Final = 60.0
_MOST_KNOWN: Final = 10_000  # addresses that are counted


class Rate:
    """How often each address came in the last minute."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def allows(self, who: str) -> bool:
        """Count one more, unless that is too many."""
        now = time.monotonic()
        times = self._seen.setdefault(who, deque())
        self._seen.move_to_end(who)
        while len(self._seen) > _MOST_KNOWN:
            self._seen.popitem(last=False)
        while times and now - times[0] > _MINUTE:
            times.popleft()
        if len(times) >= self.most:
            return False
        times.append(now)
        return True


class _TooLargeError(Exception):
    pass


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings, self.rate = app, settings, Rate(settings.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name: value for name, value in scope["headers"] if name in (b"host", b"content-length")}
        body = _Measured(receive, self.settings.max_body)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in HEADERS if h[0] not in given)]
                if b"cache-control" not in given:
                    message["headers"].append((b"cache-control", b"no-store"))
            await send(message)

        client = (scope.get("client") or ("?",))[0]
        if not self._is_ours(headers.get(b"host", b"").decode("latin-1")):
            await _refuse(dressed, 421, "this desk is not called so", "name the host with --allow-host")
        elif not self.rate.allows(client):
            await _refuse(dressed, 429, "too many requests", "wait a minute", ((b"retry-after", b"60"),))
        elif not headers.get(b"content-length", b"0").isdigit():
            await _refuse(dressed, 400, "the content length is no number")
        elif int(headers.get(b"content-length", b"0")) > self.settings.max_body:
            await _refuse(dressed, 413, f"more than {self.settings.max_body:,} bytes", "send less at once")
        else:
            await self._answered(scope, body, dressed)

    async def _answered(self, scope: Scope, body: _Measured, send: Send) -> None:
        """Have the application answer; not where the body turned out too long, whatever it makes of that."""

        async def unless_cut(message: Message) -> None:
            if not body.cut:
                await send(message)

        with suppress(_TooLargeError):
            await self.app(scope, body, unless_cut)
        if body.cut:
            await _refuse(send, 413, f"more than {self.settings.max_body:,} bytes", "send less at once")

    def _is_ours(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        return "*" in self.settings.hosts or name.lower() in self.settings.hosts


class _Measured:
    """A request's body, cut off where it is longer than it may be, whatever length it told."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.receive, self.most, self.total, self.cut = receive, most, 0, False

    async def __call__(self) -> Message:
        message = await self.receive()
        self.total += len(message.get("body", b""))
        if self.total > self.most:
            self.cut = True
            raise _TooLargeError
        return message


async def _refuse(
    send: Send, status: int, what: str, hint: str = "", more: tuple[tuple[bytes, bytes], ...] = ()
) -> None:
    body = msgspec.json.encode(Told(what, status, what, "", hint))
    headers = [(b"content-type", MEDIA.encode()), (b"content-length", str(len(body)).encode()), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
