"""Who may come in: tokens and roles, other sites, other names, too much and too often."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.errors import OptionError
from saksi.web import Settings
from saksi.web.settings import Token
from saksi.web.tokens import digest, line, new_token, read_tokens
from tests.web.conftest import Client, denial, form_of

ID = denial().article.text_hash
WISH = {"kind": "statement", "target": "s1", "action": "accept"}
PATH = f"/api/v1/articles/{ID}/corrections"


def settings(**more: object) -> Settings:
    tokens = (Token("rina", "editor", digest("rahasia")), Token("budi", "reader", digest("biasa")))
    return Settings(tokens=tokens, **more)  # type: ignore[arg-type]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_without_a_token_nobody_comes_in(serve: Client) -> None:
    client = serve(settings())
    for path in ("/", "/api/v1/events", "/api/v1/export", f"/article/{ID}", "/read", "/network"):
        assert client.get(path).status_code == 401, path
        assert client.get(path, headers=bearer("falsch")).status_code == 401, path
    assert client.post("/api/v1/read", json={"text": "x"}).status_code == 401
    assert client.get("/login").status_code == 200


def test_a_reader_reads_and_an_editor_corrects(serve: Client) -> None:
    client = serve(settings())
    assert client.get("/api/v1/events", headers=bearer("biasa")).status_code == 200
    assert client.post(PATH, json=WISH, headers=bearer("biasa")).status_code == 403
    assert client.post(PATH, json=WISH, headers=bearer("rahasia")).json()["author"] == "rina"


def test_read_only_holds_for_everyone(serve: Client) -> None:
    assert serve(settings(read_only=True)).post(PATH, json=WISH, headers=bearer("rahasia")).status_code == 403
    client = serve(Settings(read_only=True))
    assert client.post(PATH, json=WISH).status_code == 403
    assert "<button form=" not in client.get(f"/article/{ID}").text


def test_login_and_logout(serve: Client) -> None:
    client = serve(settings())
    form = form_of(client, "/login")
    assert client.post("/login", data={"form": form, "token": "falsch"}).status_code == 401
    assert client.post("/login", data={"form": form, "token": "biasa"}).status_code == 200
    assert client.get("/").status_code == 200
    client.post("/logout", data={"form": form})
    assert client.get("/").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)
def test_what_another_site_sends_is_turned_away(serve: Client, headers: dict[str, str]) -> None:
    client = serve(Settings())
    assert client.post(PATH, json=WISH, headers=headers).status_code == 403
    form = form_of(client, f"/article/{ID}")
    data = {"form": form, "decision": "s1:reject"}
    assert client.post(f"/article/{ID}/decide", data=data, headers=headers).status_code == 403


def test_a_form_that_is_not_of_the_session_is_turned_away(serve: Client) -> None:
    client = serve(Settings())
    form_of(client, f"/article/{ID}")
    for form in ("", "other", "ü"):
        assert client.post(f"/article/{ID}/decide", data={"form": form, "decision": "s1:reject"}).status_code == 403


def test_the_desk_answers_to_its_own_name_only(serve: Client) -> None:
    client = serve(Settings())
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8765"}).status_code == 200
    assert serve(Settings(hosts=("meja.example",))).get("/", headers={"host": "meja.example"}).status_code == 200


def test_too_much_and_too_often(serve: Client) -> None:
    client = serve(Settings(max_body=1_000, rate=5, reads=1))
    assert client.post("/api/v1/read", json={"text": "x" * 2_000}).status_code == 413
    chunks = (b"x" * 400 for _ in range(5))
    assert client.post("/api/v1/read", content=chunks, headers={"content-type": "application/json"}).status_code == 413
    assert client.post("/api/v1/read", json={"text": "Kata Rina di Jakarta.", "language": "id"}).status_code == 200
    assert client.post("/api/v1/read", json={"text": "Kata Rina di Jakarta.", "language": "id"}).status_code == 429
    client.get("/")
    answer = client.get("/")
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "60"


def test_a_file_of_tokens(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    token = new_token()
    path.write_text(f"# who may come in\n\n{line('rina', 'editor', token)}\n", "utf-8")
    assert read_tokens(path) == (Token("rina", "editor", digest(token)),)
    assert token not in path.read_text("utf-8")
    for wrong in ("rina boss " + "0" * 64, "rina editor", "", "rina editor short"):
        path.write_text(wrong, "utf-8")
        with pytest.raises(OptionError):
            read_tokens(path)
    with pytest.raises(OptionError):
        read_tokens(tmp_path / "none")
