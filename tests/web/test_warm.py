"""A server that has just started has its long pages before anybody asks for them."""

from __future__ import annotations

import http.client
import threading

import pytest
import uvicorn

from saksi.desk import Desk
from saksi.web import Settings
from saksi.web.app import create_app
from saksi.web.warm import PAGES, warm


def test_long_pages_are_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(language="en")
    server = uvicorn.Server(uvicorn.Config(create_app(desk, settings), port=0, log_level="error"))
    serving = threading.Thread(target=server.run)
    serving.start()
    try:
        warm(server, settings)

        def broken(*_: object, **__: object) -> None:
            raise AssertionError("it was made again")

        for name in ("claims", "network", "counts"):
            monkeypatch.setattr(desk, name, broken)
        host, port = server.servers[0].sockets[0].getsockname()[:2]
        for page in PAGES:
            connection = http.client.HTTPConnection(host, port, timeout=10)
            connection.request("GET", page, headers={"accept-language": "en"})
            assert connection.getresponse().status == 200, page
            connection.close()
    finally:
        server.should_exit = True
        serving.join()
