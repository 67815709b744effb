"""A served desk of three invented articles, and a client that asks as a browser on this machine would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from saksi.desk import Desk, open_desk
from saksi.record import Record
from saksi.web import Settings, create_app
from tests.desk.conftest import records

BASE = "http://127.0.0.1"
Client = Callable[..., TestClient]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "saksi.db", create=True) as opened:
        opened.load(records())
        opened.find_stories()
        yield opened


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), base_url=BASE, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def serve(desk: Desk) -> Client:
    """Makes a client of a server with other settings."""

    def made(settings: Settings) -> TestClient:
        return TestClient(create_app(desk, settings), base_url=BASE, raise_server_exceptions=False)

    return made


def denial() -> Record:
    """The article with a statement and an event."""
    return records()[0]


def form_of(client: TestClient, path: str) -> str:
    """What a form on a page sends back."""
    text = client.get(path).text
    return text.split('name="form" value="')[1].split('"')[0]
