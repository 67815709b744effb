"""`saksi watch` from the outside."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ..sources.site import Site, page, rss, serving
from .conftest import Run


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        one.put("/feed", rss("/1", "/2"), ETag='"1"')
        one.put("/1", page("Banjir satu"))
        one.put("/2", page("Banjir dua"))
        yield one


def test_one_round(run: Run, site: Site, tmp_path: Path) -> None:
    desk = tmp_path / "asia.db"
    opml = tmp_path / "feeds.opml"
    opml.write_text(f"<opml><body><outline xmlUrl='{site.url('/feed')}'/></body></opml>", "utf-8")
    given = ("watch", opml, "--once", "--desk", desk, "--delay", "0", "--allow-host", "LOCALHOST")
    result = run(*given)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 feeds asked, 0 unchanged; 2 new entries, 2 added, 0 there already, 0 not read" in result.stdout
    again = run(*given, "--json")
    account = json.loads(again.stdout)
    assert (account["unchanged"], account["added"], account["load"]) == (1, 0, None)
    assert "Banjir satu" in run("search", "Lamandau", "--desk", desk, "--format", "jsonl").stdout


def test_hosts_of_this_machine_are_refused_unless_allowed(run: Run, site: Site, tmp_path: Path) -> None:
    desk = tmp_path / "asia.db"
    result = run("watch", site.url("/feed"), "--once", "--desk", desk)
    assert result.exit_code == 1
    assert "1 failed" in result.stdout
    assert site.asked == []
    told = run("load", "--report", "--desk", desk).stdout
    assert told.startswith(f"[S251] {site.url('/feed')}: localhost is no public address")


def test_exit_code_where_some_could_not_be_read(run: Run, site: Site, tmp_path: Path) -> None:
    del site.pages["/2"]
    given = ("--once", "--desk", tmp_path / "asia.db", "--delay", "0", "--allow-host", "localhost")
    result = run("watch", site.url("/feed"), *given)
    assert (result.exit_code, "1 added" in result.stdout) == (3, True)


def test_limits(run: Run, site: Site, tmp_path: Path) -> None:
    given = ("--once", "--desk", tmp_path / "asia.db", "--delay", "0", "--allow-host", "localhost")
    assert (
        "1 added, 0 there already, 0 not read, 1 waiting"
        in run("watch", site.url("/feed"), *given, "--limit", "1").stdout
    )
    site.put("/feed", b"<rss>" + b"x" * 5_000)
    assert run("watch", site.url("/feed"), *given, "--max-mb", "0.004").exit_code == 3  # the page that waited was read
    assert "S255" in run("load", "--report", "--desk", tmp_path / "asia.db").stdout


@pytest.mark.parametrize("feed", ["feeds.opml", "ftp://a.example/feed"])
def test_what_is_no_list_of_feeds_is_one_clear_line(run: Run, feed: str, tmp_path: Path) -> None:
    result = run("watch", feed, "--once", "--desk", tmp_path / "asia.db")
    assert result.exit_code == 1
    assert result.stderr.startswith("saksi: [S2")
    assert result.stderr.count("\n") == 1


def test_rounds_go_on_until_they_are_stopped(
    start: Callable[..., subprocess.Popen[bytes]], site: Site, tmp_path: Path
) -> None:
    given = ("--desk", tmp_path / "asia.db", "--delay", "0", "--allow-host", "localhost", "--every", "1", "--json")
    process = start("watch", site.url("/feed"), *given)
    with process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["added"] == 2
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
