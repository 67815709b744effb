"""The pages: what is on them, that nothing of an article can act, and corrections without a script."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from saksi.desk import Desk
from saksi.web.guard import POLICY
from tests.web.conftest import denial, form_of

ID = denial().article.text_hash


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Alan Reed"),
        ("/search?q=senjata", "<mark>persenjataan</mark>"),
        (f"/article/{ID}", "membantah"),
        ("/ledger", "AID"),
        ("/dyad?one=RUS&other=PRK", "<svg"),
        ("/dyad", "RUS"),
        ("/network", "Korea Utara"),
        ("/actor?name=a", "Alan Reed"),
        ("/read", "<textarea"),
        ("/login", "Token"),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_each_page_is_there_in_both_languages(client: TestClient, path: str, words: str, language: str) -> None:
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200
    assert words in answer.text
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-security-policy"] == POLICY
    assert "<script>" not in answer.text
    assert ' style="' not in answer.text


def test_a_missing_page_and_a_filter_without_sense_are_told_on_a_page(client: TestClient) -> None:
    for path, status in (("/article/none", 404), ("/ledger?since=never", 400), ("/nowhere", 404), ("/story/1", 404)):
        answer = client.get(path)
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("text/html")


def test_one_click_leads_from_a_claim_to_its_words(client: TestClient) -> None:
    answer = client.get(f"/article/{ID}/e1", follow_redirects=False)
    assert answer.headers["location"] == f"/article/{ID}#r-e1"
    assert 'id="r-e1"' in client.get(f"/article/{ID}").text
    assert client.get(f"/article/{ID}/s9").status_code == 404


def test_why_tells_the_parse_and_the_rules(client: TestClient) -> None:
    assert "membantah" in client.get(f"/article/{ID}/why/10").text
    assert client.get(f"/article/{ID}/why/100000").status_code == 404


def test_a_correction_round_trip(client: TestClient, desk: Desk) -> None:
    form = form_of(client, f"/article/{ID}")
    client.post(f"/article/{ID}/decide", data={"form": form, "decision": "s1:reject"})
    assert desk.record(ID).statements == ()
    page = client.get(f"/article/{ID}").text
    assert 'class="decided rejected"' in page
    number = desk.corrections(ID)[0].id
    client.post(f"/article/{ID}/decide", data={"form": form, "undo": str(number)})
    assert desk.record(ID) == denial()


def test_an_edit_by_hand_changes_words_speaker_and_stance(client: TestClient, desk: Desk) -> None:
    form = form_of(client, f"/article/{ID}/edit/s1")
    given = {"form": form, "words": "mengirim persenjataan", "speaker": "a1", "stance": "asserted", "style": "indirect"}
    assert client.post(f"/article/{ID}/edit/s1", data=given, follow_redirects=False).status_code == 303
    (said,) = desk.record(ID).statements
    assert (said.content[0].text, said.speaker, said.stance) == ("mengirim persenjataan", "a1", "asserted")
    given = {"form": form, "words": "kata yang tidak ada"}
    assert client.post(f"/article/{ID}/edit/s1", data=given).status_code == 400
    given = {"form": form, "type": "COOPERATE", "status": "negated", "sources": "a2", "targets": ""}
    client.post(f"/article/{ID}/edit/e1", data=given)
    (act,) = desk.record(ID).events
    assert (act.type, act.status, act.sources, act.targets) == ("COOPERATE", "negated", ("a2",), ())


def test_two_who_are_one_are_merged(client: TestClient, desk: Desk) -> None:
    (one,), (other,) = desk.voices("Alan Reed"), desk.voices("Rina Lestari")
    form = form_of(client, "/read")
    client.post(f"/actor/{one.id}/merge", data={"form": form, "into": str(other.id)})
    assert desk.voices("Alan Reed")[0].id == other.id


def test_what_is_pasted_is_read_and_shown(client: TestClient, desk: Desk) -> None:
    form = form_of(client, "/read")
    text = "Presiden Rusia Vladimir Putin membantah menyerang Ukraina, kata Kremlin, Senin."
    assert "Vladimir Putin" in client.post("/read", data={"form": form, "text": text}).text
    page = f"<html><body><article><p>{text}</p><p>{text * 3}</p></article></body></html>"
    answer = client.post("/read", data={"form": form}, files={"file": ("a.html", page.encode(), "text/html")})
    assert "Vladimir Putin" in answer.text
    assert client.post("/read", data={"form": form, "text": " "}).status_code == 400
    assert desk.counts()["articles"] == 3
