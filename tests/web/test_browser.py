"""In a real browser: keys, corrections, words and cards, the graph, and all of it without a script.

Needs Chromium and its driver (Debian: chromium, chromium-driver); CI has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from saksi.desk import Desk
from tests.web.conftest import denial
from tests.web.driven import CHROMIUM, DRIVER, chromium, press, served, until

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed")
ID = denial().article.text_hash


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with served(desk) as where:
        yield where


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    with chromium(tmp_path / "profile") as made:
        yield made


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
    with chromium(tmp_path / "plain", **{"profile.managed_default_content_settings.javascript": 2}) as plain:
        plain.get(f"{address}/article/{ID}")
        plain.find_element(By.CSS_SELECTOR, 'button[value="s1:reject"]').click()
        until(lambda: desk.record(ID).statements == ())
        until(lambda: plain.find_elements(By.CSS_SELECTOR, ".undo"))
        plain.find_element(By.CSS_SELECTOR, ".undo").click()
        until(lambda: desk.record(ID) == denial())
