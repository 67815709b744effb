"""A server on a port of its own, a real browser that is driven, and what tests need to look at pages in it."""

from __future__ import annotations

import contextlib
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uvicorn
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from saksi.desk import Desk
from saksi.web import create_app

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextlib.contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The address of a server of a desk."""
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


@contextlib.contextmanager
def chromium(profile: Path, **preferences: object) -> Iterator[Any]:
    """A browser with a profile of its own."""
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={profile}", "--window-size=1300,1000", "--lang=en"):
        options.add_argument(flag)
    options.binary_location = CHROMIUM or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if preferences:
        options.add_experimental_option("prefs", preferences)
    made: Any = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield made
    finally:
        made.quit()


def looks(browser: Any, scheme: str, width: int) -> None:
    """Have pages shown in a light or dark scheme, on a screen of a width."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    screen = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)


def shot(browser: Any, name: str) -> None:
    """Keep a picture of the page."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    browser.save_screenshot(str(SHOTS / f"{name}.png"))


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds: what a click starts takes its time."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


def press(browser: Any, keys: str) -> None:
    """Press keys on the page."""
    browser.find_element(By.TAG_NAME, "body").send_keys(keys)
