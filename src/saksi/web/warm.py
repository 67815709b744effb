"""Warms a server up: what the first visitor would wait for is there before they come.

Packages that only some pages need are loaded, and the pages that count over the whole desk are asked for once, so that
they are kept. Where tokens are needed pages are kept for each person, and nobody's are made before they ask.
"""

from __future__ import annotations

import http.client
import time
from contextlib import suppress
from importlib import import_module
from typing import Final

import uvicorn

from saksi.web.settings import Settings

PAGES: Final = ("/", "/ledger", "/network")
_PACKAGES: Final = ("numpy", "ruptures")  # of the shifts of a timeline: a second on a busy machine
_SECONDS: Final = 60.0


def warm(server: uvicorn.Server, settings: Settings) -> None:
    """Wait until a server answers, and ask it for its long pages, one after the other; no trouble stops anybody."""
    for name in _PACKAGES:
        with suppress(ImportError):
            import_module(name)
    end = time.monotonic() + _SECONDS
    while not server.started and time.monotonic() < end:
        time.sleep(0.05)
    if server.started and not settings.tokens:
        for page in PAGES:
            with suppress(OSError, http.client.HTTPException):
                _ask(server, settings, page)


def _ask(server: uvicorn.Server, settings: Settings, page: str) -> None:
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    try:
        connection.request("GET", page, headers={"accept-language": settings.language})
        connection.getresponse().read()
    finally:
        connection.close()
