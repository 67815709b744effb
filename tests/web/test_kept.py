"""Pages that are kept: the same while the desk is, anew after a correction, minutes behind a load at most."""

from __future__ import annotations

import re
import time

import pytest
from fastapi.testclient import TestClient

from saksi.desk import Desk, open_desk
from saksi.record import Record
from saksi.web import Settings, kept
from saksi.web.forms import masked
from saksi.web.shelf import Answer, Shelf
from tests.desk.conftest import records
from tests.web.conftest import Client, denial, form_of
from tests.web.test_access import bearer, settings

ID = denial().article.text_hash


def late(words: str) -> Record:
    told = records()[2].to_dict()
    return Record.from_dict({**told, "article": {**told["article"], "text": told["article"]["text"] + words, "id": ""}})


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_LOOK", 0.0)
    monkeypatch.setattr(kept, "REST", 0.0)


def test_a_page_is_made_once(client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get("/network")

    def broken(*_: object, **__: object) -> None:
        raise AssertionError("it was made again")

    monkeypatch.setattr(desk, "network", broken)
    again = client.get("/network")
    assert again.text == first.text
    assert client.get("/network", headers={"if-none-match": again.headers["etag"]}).status_code == 304
    assert client.get("/network?most=7").status_code == 500


def test_a_correction_is_seen_at_once(client: TestClient) -> None:
    assert "membantah" in client.get("/ledger").text
    form = form_of(client, f"/article/{ID}")
    client.post(f"/article/{ID}/decide", data={"form": form, "decision": "e1:reject"})
    assert "AID" not in client.get("/ledger").text


def test_what_another_program_loads_is_seen_soon(client: TestClient, desk: Desk) -> None:
    assert desk.store.path is not None
    assert "3 artikel" in client.get("/", headers={"accept-language": "id"}).text
    with open_desk(desk.store.path) as other:
        other.load([late(" Baru.")])
    end = time.monotonic() + 10
    while "4 artikel" not in client.get("/", headers={"accept-language": "id"}).text:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_an_old_page_is_not_given_out(client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.store.path is not None
    client.get("/", headers={"accept-language": "id"})
    monkeypatch.setattr(kept, "STALE", -1.0)
    with open_desk(desk.store.path) as other:
        other.load([late(" Lain.")])
    assert "4 artikel" in client.get("/", headers={"accept-language": "id"}).text


def test_pages_are_kept_for_each_person(serve: Client) -> None:
    client = serve(settings())
    assert "rina" in client.get("/ledger", headers=bearer("rahasia")).text
    assert "rina" not in client.get("/ledger", headers=bearer("biasa")).text
    assert client.get("/ledger").status_code == 401


def test_a_form_has_another_mask_each_time(serve: Client) -> None:
    client = serve(Settings())
    one, other = form_of(client, "/read"), form_of(client, "/read")
    assert one != other
    for form in (one, other, masked(client.cookies["saksi_form"])):
        answer = client.post(f"/article/{ID}/decide", data={"form": form, "decision": "s1:accept"})
        assert answer.status_code == 200
    assert not re.search(re.escape(client.cookies["saksi_form"]), client.get("/read").text)


def test_answers_are_packed_for_those_who_can_unpack(client: TestClient) -> None:
    for path in ("/ledger", f"/article/{ID}", "/api/v1/events"):
        assert client.get(path, headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip", path
        assert "content-encoding" not in client.get(path, headers={"accept-encoding": "identity"}).headers, path


def test_files_are_kept_by_browsers(client: TestClient) -> None:
    style = client.get(client.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0])
    assert "immutable" in style.headers["cache-control"]
    again = client.get(str(style.url), headers={"if-none-match": style.headers["etag"]})
    assert again.status_code == 304


def test_the_shelf_makes_room() -> None:
    shelf = Shelf(room=25)
    for name in "abc":
        shelf.put(name, Answer(200, [], b"x" * 10, has_form=False))
    assert shelf.get("a") is None
    assert shelf.get("c") is not None
