"""Requests as a good guest makes them: what robots.txt forbids is not asked for, and no host is asked too often.

Redirects are followed here, and each address on the way is checked like the first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urldefrag, urljoin

import msgspec

from saksi.errors import SourceError
from saksi.sources.fetch import Answer, Limits, ask, split
from saksi.sources.robots import MAX_BYTES, Robots, parse_robots
from saksi.sources.trouble import trouble

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_MAX_REDIRECTS: Final = 5
# Answers that may be others an hour later.
_LATER: Final = (408, 421, 425, 429)
_SERVER_ERROR: Final = 500
_BUSY: Final = (429, 503)
_CLIENT_ERRORS: Final = range(400, 500)
_ROBOTS_SECONDS: Final = 24 * 3600
# A robots.txt that asks for longer waits between pages would be obeyed for days.
_MAX_DELAY: Final = 60.0


class Polite:
    """The web, asked politely: at least ``delay`` seconds between two requests to one host."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        delay: float = 2.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self.delay = delay
        self._clock, self._sleep = clock, sleep
        self._next: dict[str, float] = {}
        self._robots: dict[str, tuple[float, Robots]] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """What stands at an address, after at most five redirects; the answer names the address where it ended.

        Raises:
            SourceError: it cannot be asked (S250 to S253, S255, S261), robots.txt forbids it (S256), or it leads on and
                on (S257). A status that tells of an error is an answer (``refusal`` tells it).
        """
        return self._follow(url, headers or {}, self.limits, obey=True)

    def _follow(self, url: str, headers: Mapping[str, str], limits: Limits, *, obey: bool) -> Answer:
        url = urldefrag(url).url
        for _ in range(_MAX_REDIRECTS + 1):
            parts = split(url)
            robots = self._rules(f"{parts.scheme}://{parts.netloc}") if obey else Robots()
            if not robots.allows(url):
                raise trouble("S256", f"the robots.txt of {parts.hostname} forbids it")
            self._wait(str(parts.hostname), max(self.delay, min(robots.delay, _MAX_DELAY)))
            answer = ask(url, headers=headers, limits=limits)
            if answer.status not in _REDIRECTS:
                return answer
            if not answer.header("location"):
                raise trouble("S257", "it leads on to nowhere")
            url = urldefrag(urljoin(url, answer.header("location"))).url
        raise trouble("S257", f"it leads on more than {_MAX_REDIRECTS} times")

    def _wait(self, host: str, delay: float) -> None:
        if (left := self._next.get(host, 0.0) - self._clock()) > 0:
            self._sleep(left)
        self._next[host] = self._clock() + delay

    def _rules(self, site: str) -> Robots:
        """The robots.txt of a site, asked for once a day; a site whose rules cannot be told is left alone."""
        known = self._robots.get(site)
        if known and self._clock() - known[0] < _ROBOTS_SECONDS:
            return known[1]
        limits = msgspec.structs.replace(self.limits, max_bytes=MAX_BYTES, cut=True)
        answer = self._follow(f"{site}/robots.txt", {}, limits, obey=False)
        if answer.status in _CLIENT_ERRORS and answer.status not in _BUSY:
            robots = Robots()  # there are no rules
        elif (error := refusal(answer)) is not None:
            raise SourceError(f"robots.txt: {error.what}", code=error.code, hint=error.hint)
        else:
            robots = parse_robots(answer.body)
        self._robots[site] = (self._clock(), robots)
        return robots


def refusal(answer: Answer) -> SourceError | None:
    """Why an answer is none, by its status (S254); null for one that is (200, 304)."""
    if answer.status in (200, 304):
        return None
    return trouble("S254", f"the server answers {answer.status}")


def is_passing(error: SourceError, answer: Answer | None = None) -> bool:
    """Whether what went wrong may be over later: servers that are down, slow or busy, connections that broke."""
    if error.code == "S254":
        return answer is None or answer.status in _LATER or answer.status >= _SERVER_ERROR
    return error.code in ("S252", "S253", "S261")


def is_busy(error: SourceError, answer: Answer | None = None) -> bool:
    """Whether what went wrong tells of the whole host, so that no other page of it should be asked for now."""
    return error.code in ("S252", "S253") or (error.code == "S254" and (answer is None or answer.status in _BUSY))
