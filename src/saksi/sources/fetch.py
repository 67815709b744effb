"""One request over the web, within limits: public addresses only, no more bytes and no more time than allowed.

No redirect is followed here: each is a request of its own (`polite.py`), so that it is checked like the first.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

from saksi.sources.addresses import dial
from saksi.sources.body import read_body
from saksi.sources.trouble import trouble
from saksi.version import __version__

AGENT: Final = "saksi"
_PORTS: Final = {"http": 80, "https": 443}
_SAFE: Final = "%/:=&?~+!$,;'@()*[]"
_OK: Final = 200


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a request may take, and where it may go.

    max_bytes: of an answer, unpacked. wait: seconds without a byte. total: seconds from the first byte to the last.
    allowed: hosts that need not be public. cut: an answer that is too large is cut off instead of refused.
    """

    max_bytes: int = 10_000_000
    wait: float = 20.0
    total: float = 60.0
    allowed: frozenset[str] = frozenset()
    cut: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What a server answered; names of ``headers`` are in small letters, ``body`` is there with status 200 only."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""

    def header(self, name: str) -> str:
        """A header, or an empty string."""
        return self.headers.get(name, "").strip()


def ask(url: str, *, headers: Mapping[str, str] | None = None, limits: Limits | None = None) -> Answer:
    """The answer to one GET request, whatever its status.

    Raises:
        SourceError: no address of the web (S250), not a public one (S251), the server cannot be reached (S252), takes
            too long (S253), sends too much (S255), or something that is no answer (S261).
    """
    limits = limits or Limits()
    parts = split(url)
    host, port = str(parts.hostname), parts.port or _PORTS[parts.scheme]
    link = dial(host, port, allowed=limits.allowed, timeout=limits.wait)
    with _within_limits(link, parts, limits) as connection:
        target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        sent = {"User-Agent": f"{AGENT}/{__version__}", "Accept-Encoding": "gzip", "Connection": "close"}
        connection.request("GET", target, headers={**sent, **(headers or {})})
        with connection.getresponse() as response:
            named = {name.lower(): value for name, value in response.getheaders()}
            body = read_body(response, limits.max_bytes, cut=limits.cut) if response.status == _OK else b""
            return Answer(url, response.status, named, body)


def split(url: str) -> SplitResult:
    """The parts of an address, its host in small ASCII letters.

    Raises:
        SourceError: it is none of the web (S250).
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:  # UnicodeError is one
        raise trouble("S250", f"it is no address ({error})") from error
    plain = all(char.isalnum() or char in "-._:%" for char in host)
    if parts.scheme not in _PORTS or not host or not plain or "@" in parts.netloc:
        raise trouble("S250", "it is no address of the web, or holds a password")
    netloc = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=f"{netloc}:{port}" if port else netloc)


@contextmanager
def _within_limits(link: socket.socket, parts: SplitResult, limits: Limits) -> Iterator[http.client.HTTPConnection]:
    """A connection for one request, which is broken off when its time is over, whatever the server does."""
    over = threading.Event()
    ends: list[socket.socket] = [link]

    def stop() -> None:
        over.set()
        with suppress(OSError):
            socket.socket.shutdown(ends[-1], socket.SHUT_RDWR)

    clock = threading.Timer(limits.total, stop)
    clock.daemon = True
    clock.start()
    try:
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port)
        if parts.scheme == "https":
            connection = http.client.HTTPSConnection(str(parts.hostname), parts.port, context=_trust())
            link = _trust().wrap_socket(link, server_hostname=parts.hostname, do_handshake_on_connect=False)
            ends.append(link)
            link.do_handshake()
        connection.sock = link
        yield connection
        if over.is_set():  # the end of the time may look like the end of the answer
            raise TimeoutError
    except (OSError, http.client.HTTPException, ValueError) as error:
        if over.is_set() or isinstance(error, TimeoutError):
            seconds = limits.total if over.is_set() else limits.wait
            raise trouble("S253", f"the answer takes more than {seconds:g} seconds") from error
        if isinstance(error, ssl.SSLError):
            raise trouble("S252", f"no safe connection to {parts.hostname} ({error.reason or error})") from error
        raise trouble("S261", f"the answer is broken ({type(error).__name__}: {error})") from error
    finally:
        clock.cancel()
        link.close()


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()
