"""The gold records are sound: their offsets, names and labels hold, in every language."""

import json
from pathlib import Path
from typing import Any

import pytest

from saksi.plover import TYPES

GOLD = Path(__file__).parents[2] / "gold"
FILES = sorted(path for language in ("id", "en") for path in (GOLD / language).glob("*.json"))
STATUS = {"occurred", "planned", "possible", "alleged", "denied", "negated"}


def places(record: dict[str, Any]) -> list[dict[str, Any]]:
    said = record["statements"]
    spans = [span for statement in said for span in statement["content"]]
    spans += [statement[key] for statement in said for key in ("cue", "source") if statement[key]]
    return spans + [event["trigger"] for event in record["events"]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_record_is_sound(path: Path) -> None:
    record = json.loads(path.read_text("utf-8"))
    text, actors = record["text"], record["actors"]
    assert record["id"] == path.stem
    assert record["lang"] == path.parent.name
    assert [text[place["start"] : place["end"]] for place in places(record)] == [p["text"] for p in places(record)]
    names = {actor["name"] for actor in actors}
    assert {statement["speaker"] for statement in record["statements"]} - {None} <= names
    assert len(names) == len(actors)
    assert {event["type"] for event in record["events"]} <= set(TYPES)
    assert {event["status"] for event in record["events"]} <= STATUS
    assert all(mention in text for actor in actors for mention in actor["mentions"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_form_of_a_statement_is_one_of_three_and_its_spans_are_in_order(path: Path) -> None:
    for statement in json.loads(path.read_text("utf-8"))["statements"]:
        assert statement["form"] in {"direct", "indirect", "mixed"}
        assert statement["stance"] in {"asserted", "denied"}
        ends = [place[key] for place in statement["content"] for key in ("start", "end")]
        assert ends == sorted(ends)
