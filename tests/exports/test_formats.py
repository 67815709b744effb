"""Each export is read back: by a library where there is one, and against the words of the article."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from saksi.exports import csv_folder, parquet, plover, webannotation
from saksi.exports.tables import TABLES, VERSION
from saksi.record import Actor, Article, Record
from tests.desk.conftest import READER, records

DOCS = (Path(__file__).parents[2] / "docs/exports.md").read_text("utf-8")
HOSTILE = '=HYPERLINK("x")\u202e, kata Ani. 💥'


def hostile() -> Record:
    """An article whose names are formulas, with a mark that turns the text round and a character beyond 16 bits."""
    article = Article(text=HOSTILE, title="=1+1")
    return Record(article=article, actors=(Actor("a1", "person", "@Ani"),), reader=READER)


def lines(module: Any, given: list[Record]) -> list[dict[str, Any]]:
    stream = io.StringIO()
    module.write(given, stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_parquet(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is optional")
    parquet.write_folder(records(), tmp_path)
    articles = pq.read_table(tmp_path / "articles.parquet").to_pylist()
    texts = {row["article"]: row["text"] for row in articles}
    for name in ("statements", "events", "mentions"):
        table = pq.read_table(tmp_path / f"{name}.parquet")
        assert tuple(table.column_names) == TABLES[name]
        assert table.schema.metadata[b"saksi.tables"] == str(VERSION).encode()
        for row in table.to_pylist():
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    events = pq.read_table(tmp_path / "events.parquet").to_pylist()
    assert [(row["type"], row["status"], row["source_codes"], row["target_codes"]) for row in events] == [
        ("AID", "denied", ["RUS"], ["PRK"]),
        ("ACCUSE", "occurred", ["USA"], ["RUS"]),
        ("MOBILIZE", "occurred", ["JPN", "PHL"], []),
    ]
    parquet.write_folder(records(), tmp_path / "again")
    assert (tmp_path / "again/events.parquet").read_bytes() == (tmp_path / "events.parquet").read_bytes()


def test_csv_holds_no_formulas(tmp_path: Path) -> None:
    csv_folder.write_folder([*records(), hostile()], tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[-1]["text"] == "'" + HOSTILE
    assert rows[-1]["title"] == "'=1+1"
    assert rows[0]["url"] == "https://satu.example/1"
    with (tmp_path / "actors.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.DictReader(stream))[-1]["name"] == "'@Ani"


def test_plover_keeps_the_status() -> None:
    denial = lines(plover, records())[0]
    assert (denial["type"], denial["cameo"], denial["saksi"]["status"]) == ("AID", "07", "denied")
    assert denial["saksi"]["according_to"] == ["Rina Lestari"]
    assert denial["location"] == {"text": "Moskow", "country": "RUS"}


def test_both_selectors_of_an_annotation_lead_to_its_words() -> None:
    by_source = {f"urn:sha256:{one.article.text_hash}": one.article.text for one in records()}
    by_source |= {one.article.url: one.article.text for one in records() if one.article.url}
    found = lines(webannotation, records())
    assert len(found) == 5
    for one in found:
        assert one["@context"][0] == webannotation.CONTEXT
        quote, place = one["target"]["selector"]
        text = by_source[one["target"]["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_every_column_is_described() -> None:
    for name, columns in TABLES.items():
        row = next(line for line in DOCS.splitlines() if line.startswith(f"| `{name}` |"))
        assert [column for column in columns if f"`{column}`" not in row] == []
