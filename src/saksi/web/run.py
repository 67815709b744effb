"""Runs the server of a desk."""

from __future__ import annotations

import sys
from typing import Final

import uvicorn

from saksi.desk import Desk
from saksi.web.app import create_app
from saksi.web.settings import Settings

# A page that counts for a second must not hold up the quick ones: threads take turns more often than by default.
_TURN: Final = 0.001


def run(desk: Desk, settings: Settings, host: str, port: int) -> None:
    """Serve a desk until the program is told to stop."""
    sys.setswitchinterval(_TURN)
    app = create_app(desk, settings)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
