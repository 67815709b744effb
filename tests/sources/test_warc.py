from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from saksi.record import Article
from saksi.sources import Unread, read_paths

pytest.importorskip("fastwarc", reason="fastwarc is optional")

PAGE = """<html lang="id"><head><title>Kapal Tiba</title></head><body><article><h1>Kapal Tiba</h1>
<p>Kapal patroli Indonesia tiba di pelabuhan Natuna pada Senin pagi setelah berlayar tiga hari penuh.</p>
<p>"Kami siap menjaga laut," kata Menteri Pertahanan Budi Hartono kepada wartawan di dermaga itu.</p>
</article></body></html>"""


def response(url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-09-14T01:02:03Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


GOOD = response("https://kabar.example/1", PAGE.encode())
OTHERS = (
    response("https://kabar.example/x.png", b"\x89PNG", kind="image/png")
    + response("https://kabar.example/404", PAGE.encode(), status="404 Not Found")
    + response("https://kabar.example/menu", b"<html><body><a href='/'>Beranda</a></body></html>")
)


def read(path: Path) -> tuple[list[Article], list[Unread]]:
    found = list(read_paths([path]))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Unread)]


@pytest.mark.parametrize("zipped", [False, True])
def test_pages_are_articles_with_address_and_time(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    path.write_bytes(gzip.compress(GOOD) + gzip.compress(OTHERS) if zipped else GOOD + OTHERS)
    (article,), (unread,) = read(path)
    assert article.text.startswith("Kapal patroli Indonesia tiba")
    assert (article.url, article.title) == ("https://kabar.example/1", "Kapal Tiba")
    assert article.retrieved is not None
    assert article.retrieved.startswith("2023-09-14T01:02:03")
    assert (unread.where, unread.code) == ("https://kabar.example/menu", "S220")


def test_an_archive_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(GOOD) + gzip.compress(response("https://kabar.example/2", PAGE.encode() * 40))[:-60])
    articles, unread = read(path)
    assert [one.url for one in articles][:1] == ["https://kabar.example/1"]
    assert all(one.code == "S240" for one in unread)


def test_what_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"not an archive at all" * 100)
    articles, unread = read(path)
    assert (articles, [one.code for one in unread]) == ([], ["S240"])


def test_a_page_that_is_cut_off_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(GOOD + response("https://kabar.example/2", PAGE.encode() * 40)[:-500])
    articles, unread = read(path)
    assert [one.url for one in articles] == ["https://kabar.example/1"]
    assert [one.code for one in unread] == ["S240"]
