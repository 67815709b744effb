"""robots.txt: its rules, and how requests follow them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from saksi.errors import SourceError
from saksi.sources.fetch import Limits
from saksi.sources.polite import Polite
from saksi.sources.robots import parse_robots

from .site import Site, serving

HERE = Limits(allowed=frozenset({"localhost"}))
TEXT = b"""\xef\xbb\xbf# comment
User-agent: Other
User-agent: Another
Disallow: /

user-agent: *
Disallow: /private
Disallow: /*.pdf$
Disallow: /*/print/*page
Allow: /private/open # but this
Disallow: /search?q=
Crawl-delay: 7.5
Sitemap: https://a.example/s.xml
Disallow: /caf%C3%A9
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("", True), ("/private", False), ("/privately", False), ("/private/open/a", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True), ("/x/print/1/page", False), ("/print/page", True), ("/search", True),
        ("/search?q=a", False), ("/café", False), ("/caf%c3%a9", False), ("/PRIVATE", True), ("/robots.txt", True),
    ],
)  # fmt: skip
def test_rules(path: str, allowed: bool) -> None:
    assert parse_robots(TEXT).allows(f"https://a.example{path}") is allowed


def test_groups() -> None:
    assert parse_robots(TEXT).delay == 7.5
    assert not parse_robots(TEXT, agent="another").allows("https://a.example/x")
    ours = b"User-agent: *\nDisallow: /\nUser-agent: Saksi/1.0\nDisallow: /a\n\nUser-agent: saksi\nDisallow: /b\n"
    rules = parse_robots(ours)
    assert [rules.allows(f"https://a.example/{path}") for path in "abc"] == [False, False, True]
    assert parse_robots(b"User-agent: *\nDisallow:\n").allows("https://a.example/x")
    assert parse_robots(b"<html>no robots\0\xff</html>").allows("https://a.example/x")


def test_a_pattern_of_many_stars_is_quick() -> None:
    rules = parse_robots(b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"$\n")
    began = time.process_time()
    assert rules.allows("https://a.example/" + "a" * 4_000 + "b")
    assert time.process_time() - began < 1


def test_what_is_forbidden_is_not_asked_for(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /closed\n", "text/plain")
    site.put("/open", b"open")
    site.lead("/lead", "/closed")
    web = Polite(limits=HERE, delay=0)
    assert web.get(site.url("/open")).body == b"open"
    for path in ("/closed", "/lead"):
        with pytest.raises(SourceError, match=r"robots\.txt of localhost forbids") as caught:
            web.get(site.url(path))
        assert caught.value.code == "S256"
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open", "/lead"]


def test_a_site_whose_rules_cannot_be_told_is_left_alone(site: Site) -> None:
    site.put("/robots.txt", b"", status=503)
    with pytest.raises(SourceError, match=r"robots\.txt: the server answers 503"):
        Polite(limits=HERE, delay=0).get(site.url("/a"))
    assert site.paths() == []


def test_a_host_is_not_asked_too_often(site: Site) -> None:
    slept: list[float] = []
    site.put("/robots.txt", b"User-agent: saksi\nCrawl-delay: 9\n", "text/plain")
    web = Polite(limits=HERE, delay=2, clock=lambda: 1000 + sum(slept), sleep=slept.append)
    for _ in range(2):
        web.get(site.url("/a"))
    assert slept == [2, 9]
    site.put("/robots.txt", b"User-agent: saksi\nCrawl-delay: 86400\n", "text/plain")
    web = Polite(limits=HERE, delay=2, clock=lambda: 1000 + sum(slept), sleep=slept.append)
    for _ in range(2):
        web.get(site.url("/a"))
    assert slept[2:] == [2, 60]
