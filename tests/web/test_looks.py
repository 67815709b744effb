"""How pages look in a real browser: light, dark and narrow, without a serious fault of accessibility.

Each page is looked at on a desk that fills it. Pictures go to build/screenshots, for people to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_core_python
import pytest
from benchmarks.long_article import long_article

from saksi.desk import open_desk
from tests.web.busy import busy
from tests.web.conftest import denial
from tests.web.driven import CHROMIUM, DRIVER, chromium, looks, served, shot

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed")
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
ID, LONG = denial().article.text_hash, long_article().article.text_hash
PAGES = {
    "today": "/", "search": "/search?q=laporan", "article": f"/article/{ID}", "long": f"/article/{LONG}",
    "edit": f"/article/{ID}/edit/s1", "edit-event": f"/article/{ID}/edit/e1", "why": f"/article/{ID}/why/10",
    "ledger": "/ledger?since=", "dyad": "/dyad?one=RUS&other=UKR", "dyad-asked": "/dyad",
    "network": "/network", "network-200": "/network?most=200", "actor": "/actor/1", "actors": "/actor?name=a",
    "read": "/read", "login": "/login", "missing": "/nowhere",
}  # fmt: skip
DESK, PHONE = 1300, 390


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_desk(tmp_path_factory.mktemp("busy") / "saksi.db", create=True) as desk:
        desk.load(busy())
        desk.find_stories()
        stories = desk.stories(limit=1)
        PAGES["story"] = f"/story/{stories[0].id}" if stories else "/"
        desk.correct(ID, "statement", "s1", "accept", author="rina", note="benar")
        with served(desk) as where:
            yield where


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("looks") / "profile") as made:
        yield made


def serious(browser: Any) -> list[tuple[str, list[str]]]:
    """What axe finds that is serious or critical: the rule, and where."""
    browser.execute_script(AXE)
    found = browser.execute_async_script("const done = arguments[0]; axe.run().then(done);")
    return [
        (one["id"], [node["html"][:140] + node["failureSummary"][-160:] for node in one["nodes"]][:3])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault(browser: Any, address: str, scheme: str, width: int) -> None:
    looks(browser, scheme, width)
    faults: dict[str, object] = {}
    for name, path in PAGES.items():
        browser.get(address + path)
        shot(browser, f"{name}-{scheme}-{width}")
        if found := serious(browser):
            faults[name] = found
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            faults[f"{name} is {wide} wide"] = width
        noise = [line["message"] for line in browser.get_log("browser") if "404" not in line["message"]]
        if noise:
            faults[f"{name} says"] = noise
    assert faults == {}


def test_the_scheme_is_what_was_asked_for(browser: Any, address: str) -> None:
    paper = {}
    for scheme in ("light", "dark"):
        looks(browser, scheme, DESK)
        browser.get(address)
        paper[scheme] = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert paper["light"] != paper["dark"]
