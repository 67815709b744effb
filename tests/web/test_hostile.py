"""Nothing that an article holds can act: as page, picture, table or file, it is words to look at."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree

import lxml.html  # type: ignore[import-untyped]
import pytest
from fastapi.testclient import TestClient

from saksi.desk import Desk
from saksi.exports.html import page as exported
from tests.web.hostile import ALL, attacks

LIVELY = {"iframe", "img", "style", "object", "embed", "base", "audio", "video", "math", "template", "frame"}
OURS = re.compile(r"/static/(desk|record|article)\.(js|css)\?[0-9a-f]+|/static/icon\.svg\?[0-9a-f]+")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ENOUGH = 500_000  # bytes of a page on which an article is only listed


@pytest.fixture
def hostile(desk: Desk) -> Desk:
    desk.load(attacks())
    desk.find_stories()
    return desk


def paths(desk: Desk) -> Iterator[str]:
    """Every page and picture that shows something of an article."""
    short, endless = (attacks()[n].article.text_hash for n in (1, -1))
    yield from ("/", "/ledger?since=", "/ledger?contested=true&since=", "/network", "/network?most=200")
    yield from ("/search?q=menyerang", "/search?q=alert&by=date", "/search?q=" + quote(ALL[:400]))
    yield from (f"/actor/{voice.id}" for voice in desk.voices("alert"))
    yield from ("/actor?name=alert", "/actor?name=" + quote(ALL[:200]), f"/dyad?one=RUS&other={quote('korban')}")
    yield from (f"/story/{story.id}" for story in desk.stories(limit=5))
    yield from (f"/article/{short}", f"/article/{short}/edit/s1", f"/article/{short}/edit/e1", f"/article/{endless}")


def test_nothing_can_act_on_any_page(client: TestClient, hostile: Desk) -> None:
    seen = 0
    for path in paths(hostile):
        answer = client.get(path)
        assert answer.status_code == 200, path
        check(answer.text, path)
        seen += "alert(1)" in answer.text
        assert len(answer.content) < ENOUGH or path.startswith("/article/"), path
    assert seen > 12


def check(text: str, path: str) -> None:
    """That a page holds no element, attribute or address that could act, and no character that misleads."""
    tree = lxml.html.document_fromstring(text)
    for node in tree.iter():
        if not isinstance(node.tag, str):
            raise AssertionError(f"{path}: {node}")
        assert node.tag not in LIVELY, (path, node.tag)
        if node.tag == "script":
            assert OURS.fullmatch(node.get("src", "")) and not node.text, path
        if node.tag == "meta":
            assert node.get("http-equiv") is None, path
        for name, value in node.attrib.items():
            assert not name.lower().startswith("on"), (path, name)
            assert name != "style", path
            if name in ("href", "src", "action", "formaction"):
                link = str(value).strip().lower()
                assert link.startswith(("/", "#", "http://", "https://")) and not link.startswith("//"), (path, value)
    written = re.sub(r"<textarea.*?</textarea>|<input[^>]*>|<option[^>]*>", "", text, flags=re.DOTALL)
    assert not UNSEEN.search(written), path
    assert "49 49" not in text, path


def test_pictures_are_well_formed_and_dead(client: TestClient, hostile: Desk) -> None:
    del hostile
    answer = client.get("/dyad.svg", params={"one": "RUS", "other": "korban"})
    assert answer.headers["content-type"].startswith("image/svg+xml")
    dead(answer.text)
    page = client.get("/network").text
    dead('<svg xmlns="http://www.w3.org/2000/svg" ' + page.split("<svg ")[1].split("</svg>")[0] + "</svg>")


def dead(svg: str) -> None:
    for node in ElementTree.fromstring(svg).iter():  # noqa: S314 - our own picture
        assert node.tag.split("}")[1] not in ("script", "foreignObject", "image", "use", "animate", "set"), node.tag
        assert not any(name.startswith("on") for name in node.attrib), node.attrib
        assert node.get("href", "/").startswith("/"), node.attrib


@pytest.mark.parametrize(
    "path",
    ["statements?", "events?", "articles?q=menyerang&", "ledger?", "network?", "stories?", "actors?name=alert&"],
)
def test_tables_hold_no_formula_and_no_command(client: TestClient, hostile: Desk, path: str) -> None:
    del hostile
    answer = client.get(f"/api/v1/{path}format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    csv.field_size_limit(10_000_000)
    for row in csv.reader(io.StringIO(answer.text)):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell[:40]
            assert not UNSEEN.search(cell), cell[:40]


def test_json_is_no_page(client: TestClient, hostile: Desk) -> None:
    del hostile
    for path in ("statements", "events", "ledger", "network", "articles?q=alert"):
        answer = client.get(f"/api/v1/{path}")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_exported_page_is_dead_but_for_its_own_script() -> None:
    text = exported(attacks())
    tree = lxml.html.document_fromstring(text)
    assert len(tree.findall(".//script")) == 1
    for node in tree.iter():
        if isinstance(node.tag, str):
            assert node.tag not in LIVELY - {"style"}, node.tag
            assert not any(name.startswith("on") for name in node.attrib)
            link = (node.get("href") or "#").lower()
            assert link.startswith(("#", "https://ok.example/")), link
    assert not UNSEEN.search(text)
