"""Pages that are kept: what a page counts over the whole desk changes only when the desk does.

A kept page is answered as it is while the desk is unchanged. After a correction through this server it is made anew.
After a load by another program it is made anew in the background, and those who ask meanwhile get the one from before,
which is at most five minutes old: a page never waits for the next batch of a load.

Only pages without a form of the session are kept, each for one person, role and language.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Hashable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from saksi.desk import Desk
from saksi.web.access import user
from saksi.web.problems import ProblemError
from saksi.web.render import language_of
from saksi.web.shelf import Answer, Shelf, listened

STALE: Final = 300.0  # seconds in which a page of before is still given out while the desk is being loaded
REST: Final = 5.0  # seconds for which a page is left as it is, however often the desk changes
_LOOK: Final = 0.5  # seconds between two looks at whether other programs have changed the desk
_PAGES: Final = frozenset(("/", "/search", "/ledger", "/dyad", "/dyad.svg", "/network", "/actor"))
_BELOW: Final = ("/actor/", "/story/", "/api/v1/ledger", "/api/v1/network", "/api/v1/dyads/", "/api/v1/stories")


class Kept:
    """ASGI middleware around the pages of a desk."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app, self.desk = app, desk
        self.shelf = Shelf()
        self._changes, self._looked = -1, 0.0
        self._made: dict[Hashable, asyncio.Task[Answer]] = {}
        self._renewing: asyncio.Task[Answer] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the shelf, or have the page made."""
        key = _key(scope)
        if key is None:
            await self.app(scope, receive, send)
            return
        now, written = time.monotonic(), self.desk.store.written
        changes = await self._state(now)
        found = self.shelf.get(key)
        if found is not None and found.written == written:
            if found.changes == changes:
                found.current = now
            elif now - found.current > STALE:
                found = None
            elif now - found.made > REST and (self._renewing is None or self._renewing.done()):
                self._renewing = self._task(key, scope, written, changes)
        else:
            found = None
        answer = found if found is not None else await asyncio.shield(self._task(key, scope, written, changes))
        await answer.send(Headers(scope=scope), send)

    async def _state(self, now: float) -> int:
        """How often the desk was changed, by whomever."""
        if now - self._looked > _LOOK:
            self._looked = now
            self._changes = await run_in_threadpool(self.desk.store.changes)
        return self._changes

    def _task(self, key: Hashable, scope: Scope, written: int, changes: int) -> asyncio.Task[Answer]:
        """The making of a page: one, however many ask for it meanwhile."""
        task = self._made.get((key, written))
        if task is None:
            task = asyncio.create_task(self._make(key, scope, written, changes))
            self._made[key, written] = task
            task.add_done_callback(lambda done: self._forget((key, written), done))
        return task

    def _forget(self, key: Hashable, done: asyncio.Task[Answer]) -> None:
        self._made.pop(key, None)
        if not done.cancelled():
            done.exception()  # whoever waits for it gets it; of one that nobody waits for, nothing is to be said

    async def _make(self, key: Hashable, scope: Scope, written: int, changes: int) -> Answer:
        answer = await listened(self.app, scope)
        if answer.may_be_kept:
            answer.written, answer.changes = written, changes
            await run_in_threadpool(answer.pack)
            answer.made = answer.current = time.monotonic()
            self.shelf.put(key, answer)
        return answer


def _key(scope: Scope) -> Hashable | None:
    """What makes two requests one; null for what is not kept."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    path: str = scope["path"]
    if path not in _PAGES and not path.startswith(_BELOW):
        return None
    request = Request(scope)
    if "lang" in request.query_params:  # it sets a cookie
        return None
    try:
        who = user(request)
    except ProblemError:
        return None
    return path, bytes(scope["query_string"]), language_of(request), who.name, who.role
