"""Fetching: public addresses only, within limits of size and time."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from saksi.errors import SourceError
from saksi.sources.addresses import is_public
from saksi.sources.fetch import Limits, ask, split
from saksi.sources.polite import Polite

from .site import Site, serving

HERE = Limits(allowed=frozenset({"localhost"}), max_bytes=100_000, wait=5, total=10)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def code(url: str, limits: Limits = HERE) -> str:
    with pytest.raises(SourceError) as caught:
        ask(url, limits=limits)
    return caught.value.code


def polite(limits: Limits = HERE) -> Polite:
    return Polite(limits=limits, delay=0)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.0.8", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:7f00:1::", "nonsense",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://", "http://u:p@a.example/", "a.example",
     "http://a b.example/", "http://a.example:99999/", "http://[::1/", "//a.example/", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_of_the_web(url: str) -> None:
    assert code(url) == "S250"


def test_names_in_other_letters() -> None:
    assert split("https://MÜNCHEN.example/ä").netloc == "xn--mnchen-3ya.example"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "[::1]", "0"])
def test_this_machine_is_refused_however_it_is_written(site: Site, host: str) -> None:
    found = code(site.url("/", host), Limits())
    assert found == "S251" or (host == "[::1]" and found == "S252")
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    site.lead("/a", site.url("/secret", "127.0.0.1"))
    site.put("/secret", b"secret")
    with pytest.raises(SourceError) as caught:
        polite().get(site.url("/a"))
    assert caught.value.code == "S251"
    assert site.paths() == ["/a"]


def test_a_name_that_changes_its_mind_is_asked_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])
    looked_up: list[str] = []
    connected: list[Any] = []

    def lookup(host: str, port: int, **_: object) -> list[Any]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(_: socket.socket, address: Any) -> None:
        connected.append(address)
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket.socket, "connect", connect)
    assert code(f"http://rebinding.example:{site.port}/") == "S252"
    assert (looked_up, connected) == (["rebinding.example"], [("93.184.216.34", site.port)])
    assert code(f"http://rebinding.example:{site.port}/") == "S251"
    assert len(connected) == 1


def test_what_is_connected_to_is_checked_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    real = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", lambda self, _: real(self, ("127.0.0.1", site.port)))
    assert code("http://news.example/") == "S251"


def test_a_redirect_is_followed_a_few_times(site: Site) -> None:
    site.lead("/a", "/b?x=1#part")
    site.put("/b?x=1", b"here")
    answer = polite().get(site.url("/a"))
    assert (answer.body, answer.url) == (b"here", site.url("/b?x=1"))
    site.lead("/round", "/round")
    with pytest.raises(SourceError) as caught:
        polite().get(site.url("/round"))
    assert (caught.value.code, site.paths().count("/round")) == ("S257", 6)


def test_a_large_answer_is_refused_by_what_it_announces(site: Site) -> None:
    site.put("/large", b"x" * 100_001)
    assert code(site.url("/large")) == "S255"


def test_a_gigabyte_is_cut_off(site: Site) -> None:
    sent = [0]

    def gigabyte(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(10_000):
                sent[0] += handler.wfile.write(b"x" * 100_000)
        except OSError:
            pass

    site.pages["/huge"] = gigabyte
    with pytest.raises(SourceError, match=r"more than 0\.1 MB and was cut off"):
        ask(site.url("/huge"), limits=HERE)
    time.sleep(0.1)
    assert sent[0] < 50_000_000


def test_a_packed_gigabyte_is_cut_off(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.put("/bomb", bomb, Content_Encoding="gzip")
    assert len(bomb) < 100_000
    assert code(site.url("/bomb")) == "S255"


def test_a_packed_answer_is_unpacked(site: Site) -> None:
    site.put("/packed", gzip.compress(b"halo" * 1000), Content_Encoding="gzip")
    assert ask(site.url("/packed"), limits=HERE).body == b"halo" * 1000
    site.put("/odd", b"x", Content_Encoding="br")
    site.put("/broken", gzip.compress(b"halo" * 1000)[:-9], Content_Encoding="gzip")
    site.put("/none", b"halo", Content_Encoding="gzip")
    assert [code(site.url(path)) for path in ("/odd", "/broken", "/none")] == ["S261"] * 3


def test_an_answer_that_trickles_ends(site: Site) -> None:
    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.flush_headers()
        try:
            for n in range(60):
                handler.wfile.write(f"X-{n}: y\r\n".encode())
                time.sleep(0.05)
        except OSError:
            pass

    site.pages["/slow"] = trickle
    began = time.monotonic()
    assert code(site.url("/slow"), Limits(allowed=HERE.allowed, wait=5, total=0.5)) == "S253"
    assert time.monotonic() - began < 3


def test_a_server_that_says_nothing(site: Site) -> None:
    site.pages["/silent"] = lambda _: time.sleep(1)
    assert code(site.url("/silent"), Limits(allowed=HERE.allowed, wait=0.3, total=5)) == "S253"


def test_answers_that_are_none(site: Site) -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 10\r\n\r\nabc")

    site.pages["/short"] = short
    site.pages["/noise"] = lambda handler: (handler.wfile.write(b"\0\1\2" * 100), None)[1]
    site.pages["/gone"] = lambda handler: handler.connection.shutdown(socket.SHUT_RDWR)
    assert [code(site.url(path)) for path in ("/short", "/noise", "/gone")] == ["S261"] * 3


def test_no_server_no_name_no_certificate(site: Site) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        assert code(f"http://localhost:{other.getsockname()[1]}/") == "S252"
    assert code("http://nowhere.invalid/") == "S252"
    assert code(f"https://localhost:{site.port}/") == "S252"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_safe_connection(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "cert.pem")
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        key,
        "-out",
        certificate,
    ]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*made, *name], check=True, capture_output=True)  # noqa: S603
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.put("/a", b"safe" * 10_000)

    def trickle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with suppress(OSError):
            for _ in range(60):
                handler.wfile.write(b"x")
                time.sleep(0.05)

    site.pages["/slow"] = trickle
    with serving(context) as safe:
        safe.pages = site.pages
        assert code(safe.url("/a").replace("http:", "https:")) == "S252"  # nobody vouches for it
        trusting = ssl.create_default_context(cafile=certificate)
        monkeypatch.setattr("saksi.sources.fetch._trust", lambda: trusting)
        url = safe.url("/a").replace("http:", "https:")
        assert ask(url, limits=HERE).body == b"safe" * 10_000
        assert safe.headers("/a")["host"] == f"localhost:{safe.port}"
        slow = url.replace("/a", "/slow")
        assert code(slow, Limits(allowed=HERE.allowed, wait=5, total=0.5)) == "S253"
        other = Limits(allowed=frozenset({"127.0.0.1"}))
        assert code(url.replace("localhost", "127.0.0.1"), other) == "S252"  # the certificate is of another name


def test_what_is_sent(site: Site) -> None:
    site.put("/a%20b?q=%C3%A9", b"ok")
    assert ask(site.url("/a b?q=é"), headers={"If-None-Match": '"1"'}, limits=HERE).body == b"ok"
    sent = site.headers("/a%20b?q=%C3%A9")
    assert sent["user-agent"].startswith("saksi/")
    assert (sent["host"], sent["if-none-match"]) == (f"localhost:{site.port}", '"1"')
