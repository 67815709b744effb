"""JSON Lines and JSON: what is written can be read again."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest

from saksi.exports import ENDINGS, FORMATS, writer
from saksi.record import Record


def written(name: str, *records: Record) -> str:
    stream = io.StringIO()
    writer(name)(iter(records), stream)
    return stream.getvalue()


def test_jsonl_is_one_record_a_line(natuna: Record) -> None:
    lines = written("jsonl", natuna, natuna).splitlines()
    assert [Record.from_dict(json.loads(line)) for line in lines] == [natuna, natuna]


def test_json_is_one_array(natuna: Record) -> None:
    assert [Record.from_dict(item) for item in json.loads(written("json", natuna, natuna))] == [natuna, natuna]
    assert written("json", natuna).startswith('[\n{\n  "schema": "saksi/1",')
    assert json.loads(written("json")) == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_records_as_they_come(name: str, natuna: Record) -> None:
    stream = io.StringIO()
    sizes: list[int] = []

    def coming() -> Iterator[Record]:
        for _ in range(4):
            sizes.append(stream.tell())
            yield natuna

    writer(name)(coming(), stream)
    assert sizes[3] > sizes[2]


def test_every_ending_stands_for_a_format() -> None:
    assert set(ENDINGS.values()) <= set(FORMATS)
