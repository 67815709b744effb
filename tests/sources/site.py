"""A web site on this machine, for tests: what stands at each path, and what was asked for."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]
PARAGRAPH = (
    "Banjir merendam tiga desa di Kabupaten Lamandau sejak Senin malam, kata Rina Lestari, kepala badan bencana. "
)


def page(title: str) -> bytes:
    """A news page that holds an article."""
    words = f"<p>{title}. {PARAGRAPH}</p><p>{PARAGRAPH}{PARAGRAPH}</p>"
    head = f"<head><title>{title}</title></head>"
    return f"<html lang='id'>{head}<body><article><h1>{title}</h1>{words}</article></body></html>".encode()


def rss(*links: str, head: str = "") -> bytes:
    """A feed with an entry for each link."""
    date = "<pubDate>Thu, 14 Sep 2023 08:00:00 +0700</pubDate>"
    items = "".join(f"<item><title>Judul {link}</title><link>{link}</link>{date}</item>" for link in links)
    return f"<?xml version='1.0'?>{head}<rss><channel><title>Harian</title>{items}</channel></rss>".encode()


class Site:
    """What a site answers; a path that it does not know is 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.port = 0

    def url(self, path: str, host: str = "localhost") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> None:
        """Let something stand at a path; names of headers with _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, body)

    def lead(self, path: str, to: str) -> None:
        """Let a path lead to another address."""
        self.pages[path] = (302, {"Location": to}, b"")

    def paths(self, but: str = "/robots.txt") -> list[str]:
        """The paths that were asked for, in order, without robots.txt."""
        return [path for path, _ in self.asked if path != but]

    def headers(self, path: str) -> dict[str, str]:
        """The headers of the last request for a path, their names in small letters."""
        return next(headers for asked, headers in reversed(self.asked) if asked == path)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that answers at localhost; over TLS with a context."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            found = site.pages.get(self.path, (404, {}, b""))
            if callable(found):
                found(self)
                return
            status, headers, body = found
            etag = headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # clients that hang up are what is tested

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
