"""Runs the server of a desk."""

from __future__ import annotations

import gc
import sys
import threading
from typing import Final

import uvicorn

from saksi.desk import Desk
from saksi.web.app import create_app
from saksi.web.settings import Settings
from saksi.web.warm import warm

# A page that counts for a second must not hold up the quick ones: threads take turns more often than by default.
_TURN: Final = 0.001
# A ledger makes a hundred thousand objects that all stay until it is done: to look for circles among them after every
# seven hundred takes as long as the ledger itself.
_COLLECTED: Final = (50_000, 20, 100)


def run(desk: Desk, settings: Settings, host: str, port: int) -> None:
    """Serve a desk until the program is told to stop."""
    sys.setswitchinterval(_TURN)
    gc.set_threshold(*_COLLECTED)
    app = create_app(desk, settings)
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
    server = uvicorn.Server(config)
    threading.Thread(target=warm, args=(server, settings), daemon=True).start()
    server.run()
