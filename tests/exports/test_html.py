"""The page and the fragment: right marks, whole text, and nothing that an article could smuggle in."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from saksi.exports import html
from saksi.exports.markup import record_markup
from saksi.exports.visible import visible
from saksi.record import Actor, Record

from .making import record, said, span

HOSTILE = '<script>alert(1)</script> & "onmouseover="x" \u202e\x1b </style></p><img src=x onerror=alert(1)>\x00'
TAGS = {"html", "head", "meta", "title", "style", "script", "body", "main", "header", "article", "aside"}
TAGS |= {"h1", "h2", "p", "ul", "ol", "li", "div", "span", "a", "b", "code", "kbd", "dl", "dt", "dd"}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "id",
    "dir",
    "title",
    "href",
    "rel",
    "data-s",
}
ATTRIBUTES |= {"rel", "aria-label", "aria-labelledby"}


class Page(HTMLParser):
    """What a browser would make of a page: tags, attributes, texts, and the content of scripts and styles."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self.open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        else:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def hostile() -> Record:
    speaker = Actor(id='"><script>', type="person", name=HOSTILE, role=HOSTILE, affiliation=HOSTILE)
    statement = said(HOSTILE, "alert(1)", speaker=speaker.id, cue=span(HOSTILE, "onmouseover"), by=HOSTILE)
    return record(
        HOSTILE,
        statement,
        said(HOSTILE, "<img", number=2, form='x" onload="y', unresolved=HOSTILE, stance="denied"),
        actors=(speaker,),
        id=HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        url="javascript:alert(1)",
        language='id" onload="alert(1)',
        notes=(HOSTILE,),
    )


def test_markup_of_a_record(natuna: Record, golden: Callable[[str, str], None]) -> None:
    golden("natuna.html", record_markup(natuna, "r1"))


def test_a_hostile_article_is_harmless() -> None:
    content = html.page([hostile()])
    page = Page(content)
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    assert len(page.raw["script"]) == len(page.raw["style"]) == 1
    assert not set(content) & {"\u202e", "\x1b", "\x00"}
    assert all(link.startswith("#") for link in page.values("href"))
    assert "lang" not in next(attributes for _, attributes in page.tags if attributes.get("class") == "text")
    assert visible("<script>alert(1)</script> & ") in page.text


def test_every_tag_is_closed(natuna: Record) -> None:
    assert Page(html.page([natuna, hostile()])).open == []
    assert Page(html.fragment(hostile())).open == []


def test_the_policy_allows_this_style_and_this_script_only(natuna: Record) -> None:
    page = Page(html.page([natuna]))
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.raw[kind][0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "style" not in {name for _, attributes in page.tags for name in attributes}


def test_nothing_is_loaded_from_elsewhere(natuna: Record) -> None:
    content = html.page([natuna])
    assert re.findall(r"https?://[^\s\"<]*", content) == ["https://example.org/natuna"]
    assert "@import" not in content
    assert "url(" not in content


def test_the_text_is_whole(natuna: Record) -> None:
    markup = record_markup(natuna, "r1")
    body = markup[markup.index('<div class="text"') : markup.index("<aside")]
    plain = Page(re.sub(r"<a id=[^>]*>\d+</a>", "", body)).text
    lines = [line for line in natuna.article.text.split("\n") if line.strip()]
    # The headline stands above the text, once.
    assert [line for line in plain.split("\n") if line.strip()] == lines[1:]
    assert f">{lines[0]}</h2>" in markup


def test_ids_are_unique_and_links_lead_somewhere(natuna: Record) -> None:
    page = Page(html.page([natuna, natuna, hostile()]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)


def test_nested_words_name_the_inner_statement_first_and_show_the_outer() -> None:
    text = "Ia berkata Moskow menuduh Kyiv berbohong."
    outer = said(text, "Moskow menuduh Kyiv berbohong", form="direct")
    inner = said(text, "Kyiv berbohong", number=2, stance="denied")
    markup = record_markup(record(text, outer, inner), "r1")
    assert '<span class="said indirect denied over-direct" data-s="2 1">Kyiv berbohong</span>' in markup


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1&c", 'href="https://example.org/a?b=1&amp;c"'),
        ("javascript:alert(1)", "<span>javascript:alert(1)</span>"),
        ("https://[broken", "<span>https://[broken</span>"),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, shown: str) -> None:
    assert shown in record_markup(record("Teks.", url=url), "r1")


def test_the_fragment_has_no_script_and_is_what_notebooks_show(natuna: Record) -> None:
    fragment = html.fragment(natuna)
    assert natuna._repr_html_() == fragment
    assert "<script" not in fragment
    assert fragment.startswith('<div class="saksi"><style>')


def test_the_title_of_a_page(natuna: Record) -> None:
    assert f"<title>{natuna.article.title} · Saksi</title>" in html.page([natuna])
    assert "<title>Saksi: who said what</title>" in html.page([natuna, natuna])
    assert "<title>Saksi: who said what</title>" in html.page([])
