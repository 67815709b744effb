"""The application: pages and API over one desk."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.gzip import GZipMiddleware

from saksi.desk import Desk
from saksi.version import __version__
from saksi.web.api import decisions, exporting, overviews, questions, reading
from saksi.web.api.answer import components
from saksi.web.guard import Guard, Rate
from saksi.web.kept import Kept
from saksi.web.pages import routers
from saksi.web.problems import install
from saksi.web.settings import Settings

API = "/api/v1"


def create_app(desk: Desk, settings: Settings | None = None) -> FastAPI:
    """The ASGI application of a desk; it closes nothing: the desk is the caller's."""
    settings = settings or Settings()
    # The interactive pages of FastAPI load scripts from elsewhere; the description itself is at /api/v1/openapi.json.
    app = FastAPI(title="Saksi", version=__version__, docs_url=None, redoc_url=None, openapi_url=f"{API}/openapi.json")
    app.state.desk, app.state.settings = desk, settings
    app.state.reads, app.state.readers = Rate(settings.reads), reading.Readers()
    for module in (questions, overviews, reading, decisions, exporting):
        app.include_router(module.router, prefix=API)
    for router in routers():
        app.include_router(router, include_in_schema=False)
    install(app)
    # The last one stands outermost: the guard, then what packs answers, then what keeps them.
    app.add_middleware(Kept, desk=desk)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(Guard, settings=settings)

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title="Saksi", version=__version__, routes=app.routes, description=_ABOUT)
            schemas = made.setdefault("components", {}).setdefault("schemas", {})
            schemas |= components()
            made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            made["security"] = [{}, {"token": []}]
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
    return app


_ABOUT = (
    "Who said what, who did what to whom, how certain it is, and according to whom. Offsets are code points into the "
    "text of an article, ends excluded. Lists go on at `next`; problems come as application/problem+json (RFC 9457)."
)
