"""`saksi read`: formats, where output goes, exit codes, and the report of what was not read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from saksi.cli.read import Format, _format
from saksi.record import Record

from .conftest import Run


def records(text: str) -> list[Record]:
    return [Record.from_dict(json.loads(line)) for line in text.splitlines()]


def speakers(text: str) -> list[str]:
    return [record.actors[0].name for record in records(text)]


def test_records_go_to_stdout_as_json_lines_in_a_pipe(run: Run, articles: Path) -> None:
    result = run("read", articles)
    assert (result.exit_code, result.stderr) == (0, "")
    assert speakers(result.stdout) == ["Rina", "Budi"]


def test_stdin_is_read(run: Run) -> None:
    assert speakers(run("read", "-", stdin="Hujan turun, kata Rina.").stdout) == ["Rina"]


def test_limit(run: Run, articles: Path) -> None:
    assert speakers(run("read", articles, "--limit", "1").stdout) == ["Rina"]


def test_some_articles_not_read(run: Run, articles: Path) -> None:
    (articles / "c.txt").write_text("", "utf-8")
    (articles / "d.txt").write_text("zzz", "utf-8")
    result = run("read", articles)
    assert result.exit_code == 3
    assert speakers(result.stdout) == ["Rina", "Budi"]
    first, *rest = result.stderr.splitlines()
    assert first == "2 of 4 articles were not read:"
    assert len(rest) == 2
    assert any(line.startswith(f"[S210] {articles / 'c.txt'}: it is empty - ") for line in rest)
    assert any(line.startswith("[S302]") and line.endswith("name it with --language") for line in rest)


def test_nothing_read(run: Run, tmp_path: Path) -> None:
    result = run("read", tmp_path / "nowhere.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("1 of 1 article was not read:\n[S201]")


def test_a_name_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    name = tmp_path / "a\x1b[31m\nb.txt"
    name.write_text("", "utf-8")
    result = run("read", name)
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 2


@pytest.mark.parametrize("name", Format)
def test_every_format(run: Run, articles: Path, name: str) -> None:
    result = run("read", articles, "--format", name)
    assert result.exit_code == 0
    assert "Sungai meluap" in result.stdout


def test_the_file_ending_chooses_the_format(run: Run, articles: Path, tmp_path: Path) -> None:
    for name, opening in (("a.html", "<!doctype html>"), ("a.json", "[\n"), ("a.jsonl", "{"), ("a.other", "{")):
        result = run("read", articles, "-o", tmp_path / name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert (tmp_path / name).read_text("utf-8").startswith(opening)


def test_a_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert _format(None, None) == _format(None, Path("-")) == "table"
    assert _format(Format.html, None) == "html"
    assert _format(None, Path("a.HTML")) == "html"


def test_a_run_that_fails_leaves_the_old_file(run: Run, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old", "utf-8")
    (articles / "c.txt").write_text("crash", "utf-8")
    assert run("read", articles, "-o", out).exit_code == 1
    assert run("read", tmp_path / "nowhere", "-o", out).exit_code == 1
    assert out.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.jsonl"]


def test_a_file_keeps_its_permissions_and_a_link_stays_one(run: Run, articles: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("read", articles, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert speakers(real.read_text("utf-8")) == ["Rina", "Budi"]


def test_a_device_is_written_straight(run: Run, articles: Path) -> None:
    assert run("read", articles, "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_places_that_cannot_be_written(run: Run, articles: Path, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "no" / "such" / "folder.jsonl"):
        result = run("read", articles, "-o", place)
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 1
        assert result.stderr.startswith("saksi: [S1]")


def test_options_from_a_file_come_after_those_given(run: Run, articles: Path, tmp_path: Path) -> None:
    config = tmp_path / "saksi.toml"
    config.write_text("limit = 1\nmax_chars = 500\n", "utf-8")
    assert speakers(run("read", articles, "--config", config).stdout) == ["Rina"]
    assert len(speakers(run("read", articles, "--config", config, "--limit", "2").stdout)) == 2
    assert run("read", articles, "--max-chars", "3").exit_code == 1


def test_errors_are_one_line(run: Run, articles: Path) -> None:
    for arguments, said in (
        (("--model", "broken"), "saksi: [S4] model broken does not load: it is broken - "),
        (("--limit", "0"), "saksi: [S1] limit is 0"),
        (("--config", "nowhere.toml"), "saksi: [S1] configuration file nowhere.toml"),
    ):
        result = run("read", articles, *arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(said)
        assert len(result.stderr.splitlines()) == 1


def test_a_fault_of_the_program_shows_no_traceback(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (articles / "c.txt").write_text("crash", "utf-8")
    result = run("read", articles)
    assert result.exit_code == 1
    assert result.stderr.startswith("saksi: [S0] RuntimeError: crash - this is a fault in Saksi")
    monkeypatch.setenv("SAKSI_DEBUG", "1")
    assert isinstance(run("read", articles).exception, RuntimeError)


def test_a_command_line_that_makes_no_sense(run: Run, articles: Path) -> None:
    assert run("read", articles, "--colour").exit_code == 2
    assert run("read", articles, "--format", "xml").exit_code == 2
    assert run("read").exit_code == 2
