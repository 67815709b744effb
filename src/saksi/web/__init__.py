"""The web desk and the HTTP API: `saksi serve`."""

from saksi.web.app import create_app
from saksi.web.settings import Settings

__all__ = ["Settings", "create_app"]
