"""The readers of other projects' test sets, on made-up lines of their form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import petrarch_suite, plover_sentences
from saksi.plover import as_cameo, types_of_root


def test_sentences_of_petrarch_keep_their_codes(tmp_path: Path) -> None:
    path = tmp_path / "suite.xml"
    path.write_text(
        '<!-- <Sentence id="0"><Text>No.</Text></Sentence> -->\n'
        '<Sentence id="1"><EventCoding sourcecode="A" eventcode="190"></EventCoding><Text>\nChad struck\nNiger.'
        '\n</Text></Sentence><Sentence id="2">'
        '<EventCoding noevents="True"></EventCoding><Text>Rain fell.</Text></Sentence>',
        encoding="utf-8",
    )
    assert petrarch_suite.load(path) == [("Chad struck Niger.", ("190",)), ("Rain fell.", ())]


def test_each_code_needs_an_event_of_its_own() -> None:
    assert petrarch_suite.agreed(("190", "195"), ["ASSAULT"]) == 1
    assert petrarch_suite.agreed(("081",), ["RETREAT", "CONCEDE"]) == 1


def test_types_of_old_have_todays_names(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    rows = [{"event": "DOCUMENT"}, {"event": "FIGHT", "text": "Chad struck Niger."}]
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert plover_sentences.load(path) == [("Chad struck Niger.", "ASSAULT")]


@pytest.mark.parametrize(
    ("name", "status", "counted"),
    [
        ("ASSAULT", "planned", "THREATEN"),
        ("CONSULT", "planned", "AGREE"),
        ("AID", "negated", "REJECT"),
        ("ASSAULT", "occurred", "ASSAULT"),
        ("REQUEST", "planned", "REQUEST"),
    ],
)
def test_cameo_has_no_status(name: str, status: str, counted: str) -> None:
    assert as_cameo(name, status) == counted


def test_a_root_may_be_of_two_types() -> None:
    assert types_of_root("0841") == {"CONCEDE", "RETREAT"}
