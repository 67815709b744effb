"""In a real browser: each page without a serious fault of accessibility, keys, corrections, the graph, narrow screens.

Needs Chromium and its driver (Debian: chromium, chromium-driver); CI has them. Screenshots go to build/screenshots.
"""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_core_python
import pytest
import uvicorn
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from saksi.desk import Desk
from saksi.web import create_app
from tests.web.conftest import denial

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed")
ID = denial().article.text_hash
SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGES = {
    "today": "/", "search": "/search?q=senjata", "article": f"/article/{ID}", "edit": f"/article/{ID}/edit/s1",
    "why": f"/article/{ID}/why/10", "ledger": "/ledger", "dyad": "/dyad?one=RUS&other=PRK", "network": "/network",
    "actor": "/actor/1", "actors": "/actor?name=a", "read": "/read", "missing": "/nowhere",
}  # fmt: skip


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with contextlib.closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(desk), port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1300,1000", "--lang=en"):
        options.add_argument(flag)
    options.binary_location = CHROMIUM or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield made
    made.quit()


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds: what a click starts takes its time."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


def press(browser: Any, keys: str) -> None:
    browser.find_element(By.TAG_NAME, "body").send_keys(keys)


def test_no_page_has_a_serious_fault(browser: Any, address: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, path in PAGES.items():
        browser.get(address + path)
        browser.save_screenshot(str(SHOTS / f"{name}.png"))
        browser.execute_script(AXE)
        found = browser.execute_async_script("const done = arguments[0]; axe.run().then(done);")
        serious = [
            (name, one["id"], [node["html"][:120] for node in one["nodes"]][:3])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == []
        noise = [line["message"] for line in browser.get_log("browser") if "404" not in line["message"]]
        assert noise == [], name


def test_narrow_screens_do_not_scroll_sideways(browser: Any, address: str) -> None:
    browser.set_window_size(500, 900)
    for path in PAGES.values():
        browser.get(address + path)
        wide, seen = browser.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
        assert wide <= seen, path
    browser.get(address + PAGES["article"])
    browser.save_screenshot(str(SHOTS / "narrow.png"))


def test_corrections_by_key(browser: Any, address: str, desk: Desk) -> None:
    browser.get(f"{address}/article/{ID}")
    press(browser, "j")
    pinned = browser.find_element(By.CSS_SELECTOR, ".card.pinned .tools").get_attribute("data-item")
    press(browser, "r")
    until(lambda: browser.find_elements(By.CSS_SELECTOR, ".decided.rejected"))
    assert desk.corrections(ID)[0].target == pinned
    press(browser, "u")
    until(lambda: desk.corrections(ID)[0].undone)
    until(lambda: not browser.find_elements(By.CSS_SELECTOR, ".decided.rejected"))
    assert desk.record(ID) == denial()


def test_words_and_cards_light_each_other(browser: Any, address: str) -> None:
    browser.get(f"{address}/article/{ID}")
    browser.find_element(By.CSS_SELECTOR, '.card[data-s="1"] .who').click()
    assert "lit" in browser.find_element(By.CSS_SELECTOR, '.text .said[data-s~="1"]').get_attribute("class")
    press(browser, Keys.ESCAPE)
    assert not browser.find_elements(By.CSS_SELECTOR, ".card.pinned")


def test_search_from_the_keyboard_and_from_the_graph(browser: Any, address: str) -> None:
    browser.get(address)
    press(browser, "/")
    box = browser.switch_to.active_element
    assert box.get_attribute("name") == "q"
    box.send_keys("senjata" + Keys.ENTER)
    until(lambda: len(browser.find_elements(By.CSS_SELECTOR, ".hits > li")) == 2)
    browser.get(f"{address}/network")
    browser.find_element(By.CSS_SELECTOR, ".graph a.node").send_keys(Keys.ENTER)
    until(lambda: "/actor/" in browser.current_url)


def test_it_works_without_a_script(tmp_path: Path, address: str, desk: Desk) -> None:
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'plain'}"):
        options.add_argument(flag)
    options.binary_location = CHROMIUM or ""
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    plain: Any = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        plain.get(f"{address}/article/{ID}")
        plain.find_element(By.CSS_SELECTOR, 'button[value="s1:reject"]').click()
        until(lambda: desk.record(ID).statements == ())
        until(lambda: plain.find_elements(By.CSS_SELECTOR, ".undo"))
        plain.find_element(By.CSS_SELECTOR, ".undo").click()
        until(lambda: desk.record(ID) == denial())
    finally:
        plain.quit()
