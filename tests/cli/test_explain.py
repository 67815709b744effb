"""`saksi explain`: a sentence by offset or by words, one article of several, and clear words where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saksi.cli.app import app
from saksi.cli.pick import place_of
from saksi.errors import OptionError

EXAMPLE = Path(__file__).parents[2] / "examples" / "pelabuhan-natuna.txt"
DENIAL = "Juru bicara Kementerian Perhubungan, Laras Puspita, membantah bahwa anggaran proyek membengkak."


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], input=stdin)


def test_json_by_offset() -> None:
    text = EXAMPLE.read_text("utf-8")
    result = run(EXAMPLE, "--at", str(text.index("anggaran")), "-l", "id", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert found["sentence"]["text"] == DENIAL
    assert [token["text"] for token in found["tokens"]][:2] == ["Juru", "bicara"]
    (said,) = found["statements"]
    assert (said["rule"], said["stance"], said["speaker"]) == ("verb-that", "denied", "Laras Puspita")
    (act,) = found["acts"]
    assert (act["type"], act["voice"]) == ("REJECT", "active")
    assert {"source", "target"} <= act["candidates"][0].keys()


def test_the_table_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    result = run(EXAMPLE, "--find", "membantah   bahwa")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(DENIAL)
    for told in (
        "dependency",
        "s8 verb-that",
        "its source, a name (PER)",
        "membantah (868): REJECT",
        "no frame knows it",
    ):
        assert told in result.stdout


def test_a_heading() -> None:
    result = run(EXAMPLE, "--at", "0")
    assert result.exit_code == 0
    assert "is a heading" in result.stdout
    assert "events\n" not in result.stdout


def test_one_of_several(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    lines = ({"id": key, "text": f"“Hujan turun lagi,” kata {who}."} for key, who in (("a", "Rina"), ("b", "Budi")))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found = json.loads(run(path, "--id", "b", "--find", "hujan", "-l", "id", "-f", "json").stdout)
    assert found["article"] == "b"
    assert found["statements"][0]["source"]["text"] == "Budi"
    for options, told in (((), "more than one article - choose one with --id: a, b"), (("--id", "c"), "the id 'c'")):
        result = run(path, "--at", "0", *options)
        assert (result.exit_code, result.stdout) == (1, "")
        assert told in result.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--at", "99999"), "[S1] there is no character 99,999 in the text - its characters go from 0 to "),
        (("--at", "-1"), "[S1] there is no character -1 in the text"),
        (("--find", "antah berantah"), "[S1] 'antah berantah' does not stand in the text"),
        (("--find", " "), "[S1] ' ' does not stand in the text"),
        ((), "[S1] name one place in the text - give --at OFFSET or --find WORDS"),
        (("--at", "1", "--find", "Natuna"), "[S1] name one place in the text"),
        (("--at", "1", "--language", "fr"), "[S301] language 'fr' is not installed"),
    ],
)
def test_no_such_place(options: tuple[str, ...], told: str) -> None:
    result = run(EXAMPLE, *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"saksi: {told}")
    assert len(result.stderr.splitlines()) == 1


def test_what_cannot_be_read(tmp_path: Path) -> None:
    missing = run(tmp_path / "nowhere.txt", "--at", "0")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert missing.stderr.startswith(f"saksi: [S201] {tmp_path / 'nowhere.txt'}: there is no such file")
    assert run("-", "--at", "0", stdin=" ").stderr.startswith("saksi: [S210] -: ")
    assert run(tmp_path / "nowhere.txt", "--at", "x").exit_code == 2


def test_where_words_stand() -> None:
    text = "asap di Kansas, kata AS;\nas roda"
    assert place_of(text, "AS") == text.index("AS;")
    assert place_of(text, "KATA as") == text.index("kata")
    assert place_of(text, "AS; as") == text.index("AS;")
    assert place_of(text, "Kans") == text.index("Kansas")
    with pytest.raises(OptionError):
        place_of(text, "Rusia")
