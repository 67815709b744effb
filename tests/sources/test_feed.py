"""Feeds and lists of feeds: every dialect, broken ones, and those that would expand without end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from saksi.errors import SourceError
from saksi.sources.feed import Entry, parse_feed, shortcoming
from saksi.sources.opml import feeds_of

from .site import rss

AT = "https://a.example/news/feed"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/">
<title type="html">Harian &amp; Satu</title><link rel="self" href="feed"/>
<entry><title>Satu</title><link rel="replies" href="/r"/><link rel="alternate" type="application/pdf" href="1.pdf"/>
<link type="text/html" href="1.html#top"/><published>2023-09-14T08:00:00Z</published></entry>
<entry><title>Dua</title><link href="http://c.example/2"/><updated>2023-09-14T08:00:00+07:00</updated></entry>
<entry><title>Tanpa</title><id>urn:1</id></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
<item rdf:about="x"><title>A</title><link> /1 </link><dc:date>2023-09-14</dc:date></item></rdf:RDF>"""
LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


def code(data: bytes | str) -> str:
    with pytest.raises(SourceError) as caught:
        parse_feed(data.encode() if isinstance(data, str) else data, AT)
    return caught.value.code


def test_rss() -> None:
    feed = parse_feed(rss("https://a.example/1", "/2", "https://a.example/1#again", "mailto:x@a.example"), AT)
    assert (feed.title, feed.nowhere) == ("Harian", 1)
    assert feed.entries == (
        Entry("https://a.example/1", "Judul https://a.example/1", "2023-09-14T08:00:00+07:00"),
        Entry("https://a.example/2", "Judul /2", "2023-09-14T08:00:00+07:00"),
    )


def test_a_permanent_identifier_is_an_address() -> None:
    items = (
        "<item><guid>https://a.example/1</guid></item><item><guid isPermaLink='false'>https://a.example/2</guid></item>"
    )
    feed = parse_feed(f"<rss><channel>{items}</channel></rss>".encode(), AT)
    assert ([entry.url for entry in feed.entries], feed.nowhere) == (["https://a.example/1"], 1)


def test_atom() -> None:
    feed = parse_feed(ATOM.encode(), AT)
    assert (feed.title, feed.nowhere) == ("Harian & Satu", 1)
    assert feed.entries == (
        Entry("https://b.example/x/1.html", "Satu", "2023-09-14T08:00:00+00:00"),
        Entry("http://c.example/2", "Dua", "2023-09-14T08:00:00+07:00"),
    )


def test_rdf() -> None:
    assert parse_feed(RDF.encode(), AT).entries == (Entry("https://a.example/1", "A", "2023-09-14"),)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    name = {"cp1252": "windows-1252", "utf-16": "utf-16"}.get(encoding, "utf-8")
    data = f"<?xml version='1.0' encoding='{name}'?>" + rss("/é").decode().removeprefix("<?xml version='1.0'?>")
    assert parse_feed(data.encode(encoding), AT).entries[0].title == "Judul /é"


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    whole = rss("/1", "/2", "/3")
    feed = parse_feed(whole[: whole.index(b"Judul /3")], AT)
    assert (len(feed.entries), feed.broken_off) == (2, True)
    assert str(shortcoming(feed)).startswith("[S258] it breaks off after entry")
    assert not parse_feed(whole, AT).broken_off
    odd = whole.replace(b"Judul /1", b"A & B &nbsp; <b>C").replace(b"<pubDate>", b"<pubDate>\x08")
    assert [entry.url for entry in parse_feed(odd, AT).entries][:1] == ["https://a.example/1"]


@pytest.mark.parametrize(
    "data",
    [
        "",
        "  \n",
        "<?xml version='1.0'?>",
        "not xml",
        "<html><body>A page</body></html>",
        "{}",
        "<",
        "<!DOCTYPE",
        "<rss",
        "<rss><channel>",
    ],
)
def test_what_is_no_feed(data: str) -> None:
    assert code(data) == "S258"


def test_a_picture_is_no_feed() -> None:
    assert code(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") == "S211"


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS + "]>",
        "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE rss [<!ENTITY % a SYSTEM 'http://a.example/x.dtd'> %a;]>",
        "<!-- <!DOCTYPE --><!DOCTYPE rss [<!-- ]> --><!ENTITY a 'b'>]>",
        LAUGHS,  # never closed
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_are_refused(head: str, encoding: str) -> None:
    data = rss("/1", head=head).decode().replace("Judul", "&j;&a;").replace("<rss>", "<rss version='&j;'>")
    began = time.process_time()
    assert code(data.encode(encoding)) == "S259"
    assert time.process_time() - began < 1


def test_words_about_entities_are_none() -> None:
    words = b"<![CDATA[<!ENTITY a 'b'>]]>"
    assert len(parse_feed(rss("/1").replace(b"Judul /1", words), AT).entries) == 1
    netscape = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss-0.91.dtd">'
    assert len(parse_feed(rss("/1", head=netscape), AT).entries) == 1


def test_a_deep_feed_ends() -> None:
    began = time.process_time()
    assert code(b"<rss>" + b"<a>" * 1_000_000) == "S258"
    assert time.process_time() - began < 5


def test_lists_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    outline = (
        "<outline text='A'><outline xmlUrl='https://a.example/1'/><outline XMLURL='https://a.example/2'/></outline>"
    )
    path.write_text(f"<opml version='2.0'><body>{outline}</body></opml>", "utf-8")
    assert feeds_of([str(path), "https://a.example/1", "http://b.example/"]) == [
        "https://a.example/1",
        "https://a.example/2",
        "http://b.example/",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<opml/>", "S262"), ("<rss/>", "S258"), ("", "S258"), ("<!DOCTYPE o [<!ENTITY a 'b'>]><opml/>", "S259"),
     ("<opml><outline xmlUrl='ftp://a.example/'/></opml>", "S250")],
)  # fmt: skip
def test_lists_that_are_none(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError) as caught:
        feeds_of([str(path)])
    assert caught.value.code == expected


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    for path, expected in ((tmp_path / "none.opml", "S201"), (tmp_path, "S203")):
        with pytest.raises(SourceError) as caught:
            feeds_of([str(path)])
        assert caught.value.code == expected
