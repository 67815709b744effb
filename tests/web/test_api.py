"""The API: its answers, paging, problems, and the description that it gives of itself."""

from __future__ import annotations

import csv
import io
import json

import pytest
from fastapi.testclient import TestClient

from saksi.desk import Desk
from saksi.record import Record
from tests.desk.conftest import DENIAL, records
from tests.web.conftest import denial

API = "/api/v1"


def test_an_article_comes_back_as_its_record(client: TestClient) -> None:
    answer = client.get(f"{API}/articles/{denial().article.text_hash}")
    assert Record.from_dict(answer.json()) == denial()


def test_lists_take_the_filters_of_the_desk(client: TestClient) -> None:
    denied = client.get(f"{API}/statements", params={"stance": "denied"}).json()
    assert [one["text"] for one in denied["items"]] == ["mengirim persenjataan ke Korea Utara"]
    assert denied["items"][0]["source"]["url"] == "https://satu.example/1"
    done = client.get(f"{API}/events", params={"actor": ["RUS", "PRK"]}).json()
    assert [(one["type"], one["status"]) for one in done["items"]] == [("AID", "denied")]
    assert client.get(f"{API}/events", params={"status": ""}).json()["items"] != []


def test_pages_of_a_list_do_not_shift_while_articles_come_in(client: TestClient, desk: Desk) -> None:
    first = client.get(f"{API}/events", params={"limit": 2}).json()
    late = records()[2]
    text = late.article.text + " Baru."
    desk.load([Record.from_dict({**late.to_dict(), "article": {**late.to_dict()["article"], "text": text}})])
    rest = client.get(f"{API}/events", params={"limit": 2, "cursor": first["next"]}).json()
    assert len(first["items"]) == 2
    assert len(rest["items"]) == 1
    assert rest["next"] is None
    seen = {(one["source"]["article"], one["id"]) for one in first["items"] + rest["items"]}
    assert len(seen) == 3


@pytest.mark.parametrize("cursor", ["x", "AAAA", "LTEuMQ", "ÿ", "9" * 60])
def test_a_cursor_of_elsewhere_is_refused(client: TestClient, cursor: str) -> None:
    assert client.get(f"{API}/events", params={"cursor": cursor}).status_code == 400


def test_search_tells_hits_and_facets(client: TestClient) -> None:
    found = client.get(f"{API}/articles", params={"q": "senjata"}).json()
    assert found["total"] == 2
    assert found["facets"]["outlet"] == [["Harian Satu", 1], ["Harian Dua", 1]] or len(found["facets"]["outlet"]) == 2


def test_csv_guards_against_formulas_and_has_a_row_for_each(client: TestClient) -> None:
    answer = client.get(f"{API}/statements", params={"format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    assert [row["speaker"] for row in csv.DictReader(io.StringIO(answer.text))] == ["Rina Lestari", "Alan Reed"]


def test_the_export_is_lines_of_records(client: TestClient) -> None:
    answer = client.get(f"{API}/export", params={"actor": "RUS"})
    lines = [Record.from_dict(json.loads(line)) for line in answer.text.splitlines()]
    assert {record.article.text_hash for record in lines} == {one.article.text_hash for one in records()[:2]}
    assert answer.headers["x-total"] == "2"


def test_a_text_is_read_and_not_kept(client: TestClient, desk: Desk) -> None:
    text = "Menteri Luar Negeri Rina Lestari membantah Indonesia mengirim senjata ke Sudan, Kamis. Ia meminta bukti."
    answer = client.post(f"{API}/read", json={"text": text, "language": "id", "published": "2024-05-02"})
    assert answer.status_code == 200
    record = Record.from_dict(answer.json())
    assert record.article.text == text
    assert record.statements
    assert desk.counts()["articles"] == 3
    assert client.post(f"{API}/read", json={}).status_code == 400
    assert client.post(f"{API}/read", json={"text": text, "language": "xx"}).json()["code"].startswith("S3")


def test_corrections_over_http(client: TestClient, desk: Desk) -> None:
    path = f"{API}/articles/{denial().article.text_hash}/corrections"
    wish = {"kind": "statement", "target": "s1", "action": "edit", "changes": {"stance": "asserted"}}
    done = client.post(path, json=wish).json()
    assert desk.record(denial().article.text_hash).statements[0].stance == "asserted"
    assert [one["id"] for one in client.get(path).json()["items"]] == [done["id"]]
    assert client.post(f"{API}/corrections/{done['id']}/undo").status_code == 200
    assert client.post(f"{API}/corrections/{done['id']}/undo").status_code == 404
    assert desk.record(denial().article.text_hash).statements[0].stance == "denied"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/articles/none", 404, "S643"),
        ("/events?status=maybe", 400, "S641"),
        ("/events?since=2024-13", 400, "S642"),
        ("/statements?speaker=Nobody+Atall", 400, "S640"),
        ("/actors/99999", 404, "S647"),
        ("/stories/99999", 404, "S643"),
        ("/events?limit=0", 422, None),
        ("/nothing", 404, None),
        ("/dyads/RUS/PRK?by=year", 400, None),
    ],
)
def test_problems_are_told_in_one_form(client: TestClient, path: str, status: int, code: str | None) -> None:
    answer = client.get(API + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["detail"]
    assert told.get("code") == code


def test_a_fault_is_told_without_its_insides(client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret path")

    monkeypatch.setattr(desk, "stories", broken)
    answer = client.get(f"{API}/stories")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_every_answer_of_the_description_is_a_known_shape(client: TestClient) -> None:
    told = client.get(f"{API}/openapi.json").json()
    text = json.dumps(told)
    refs = {ref.split('"')[0] for ref in text.split("#/components/schemas/")[1:]}
    assert refs <= set(told["components"]["schemas"])
    assert {"/api/v1/read", "/api/v1/ledger", "/api/v1/export"} <= set(told["paths"])


def test_the_other_questions_answer(client: TestClient) -> None:
    for path in (
        "/ledger?contested=true",
        "/dyads/RUS/PRK",
        "/dyads/RUS/PRK?format=csv",
        "/network",
        "/actors?name=RUS",
    ):
        assert client.get(API + path).status_code == 200, path
    assert DENIAL[:6] in client.get(f"{API}/ledger").text
