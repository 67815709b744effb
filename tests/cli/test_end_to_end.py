"""The bundled example through everything, the real model included."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from saksi.cli.app import app
from saksi.record import Record

EXAMPLE = Path(__file__).parents[2] / "examples" / "pelabuhan-natuna.txt"


def test_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-c", "from saksi.cli import main; main()", "read", str(EXAMPLE)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, b"")
    record = Record.from_dict(json.loads(done.stdout))
    text = EXAMPLE.read_text("utf-8")
    assert record.article.text == text
    assert all(text[span.start : span.end] == span.text for span in record.spans())
    denied = next(said for said in record.statements if said.stance == "denied")
    speaker = record.actor(denied.speaker)
    assert speaker
    assert speaker.name == "Laras Puspita"
    # How much is found is for the floors to hold; here it only has to come through.
    assert {"direct", "indirect"} <= {said.form for said in record.statements}
    # Related links and credits are said by nobody.
    assert all(span.end <= text.index("Baca juga") for said in record.statements for span in said.content)


def test_through_the_runner_to_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = CliRunner().invoke(app, ["read", str(EXAMPLE), "-o", str(page)])
    assert (result.exit_code, result.output) == (0, "")
    assert "Laras Puspita" in page.read_text("utf-8")
