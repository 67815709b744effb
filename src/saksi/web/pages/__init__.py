"""The pages of the web desk, one file each."""

from __future__ import annotations

from fastapi import APIRouter

from saksi.web import assets
from saksi.web.pages import actor, article, correcting, dyad, ledger, login, network, paste, search, story, today, why


def routers() -> list[APIRouter]:
    """The routers of all pages."""
    modules = (today, search, article, correcting, why, story, actor, dyad, ledger, network, paste, login, assets)
    return [module.router for module in modules]
