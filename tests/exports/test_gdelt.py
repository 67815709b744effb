"""GDELT's tables: 61 and 16 columns in its order, the status behind them, and every row leads back to its words."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from saksi.errors import OptionError
from saksi.exports.gdelt import EVENTS_FILE, MENTIONS_FILE, write_folder
from saksi.exports.gdelt_columns import EVENTS, MENTIONS
from saksi.exports.gdelt_dyads import added, dyads
from saksi.record import Article, Record
from tests.desk.conftest import records
from tests.exports.making import act, all_statuses, record
from tests.exports.test_formats import hostile

Rows = list[dict[str, str]]


def written(folder: Path, given: list[Record]) -> tuple[Rows, Rows]:
    write_folder(given, folder)
    tables = []
    for name, columns in ((EVENTS_FILE, EVENTS), (MENTIONS_FILE, MENTIONS)):
        lines = (folder / name).read_text("utf-8").splitlines()
        tables.append([dict(zip(columns, line.split("\t"), strict=True)) for line in lines])
    return tables[0], tables[1]


def test_the_columns_are_those_of_gdelt() -> None:
    assert (len(EVENTS), len(MENTIONS)) == (61 + 1, 16 + 1)
    places = {"GLOBALEVENTID": 0, "Actor1Code": 5, "Actor2Code": 15, "IsRootEvent": 25, "QuadClass": 29, "AvgTone": 34}
    places |= {"Actor1Geo_Type": 35, "ActionGeo_CountryCode": 53, "DATEADDED": 59, "SOURCEURL": 60, "SaksiStatus": 61}
    assert {name: EVENTS.index(name) for name in places} == places
    assert (MENTIONS.index("MentionIdentifier"), MENTIONS.index("Confidence"), MENTIONS[-1]) == (5, 11, "SaksiStatus")


def test_only_what_occurred_is_a_root_event(tmp_path: Path) -> None:
    events, mentions = written(tmp_path, [*records(), all_statuses()])
    assert {row["SaksiStatus"] for row in events} == {
        "occurred", "planned", "possible", "alleged", "denied", "negated",
    }  # fmt: skip
    assert all((row["IsRootEvent"] == "1") == (row["SaksiStatus"] == "occurred") for row in events)
    assert [row["SaksiStatus"] for row in mentions] == [row["SaksiStatus"] for row in events]


def test_an_event_as_gdelt_codes_it(tmp_path: Path) -> None:
    denial = written(tmp_path, records())[0][0]
    filled = {name: value for name, value in denial.items() if value and name != "GLOBALEVENTID"}
    assert filled == {
        "SQLDATE": "20230914", "MonthYear": "202309", "Year": "2023", "FractionDate": "2023.7781",
        "Actor1Code": "RUS", "Actor1Name": "RUSIA", "Actor1CountryCode": "RUS",
        "Actor2Code": "PRK", "Actor2Name": "KOREA UTARA", "Actor2CountryCode": "PRK",
        "IsRootEvent": "0", "EventCode": "070", "EventBaseCode": "070", "EventRootCode": "07", "QuadClass": "2",
        "GoldsteinScale": "7.0", "NumMentions": "1", "NumSources": "1", "NumArticles": "1",
        "ActionGeo_FullName": "Moskow", "ActionGeo_CountryCode": "RS",
        "DATEADDED": "20230914000000", "SOURCEURL": "https://satu.example/1", "SaksiStatus": "denied",
    }  # fmt: skip


def test_every_mention_leads_to_its_words(tmp_path: Path) -> None:
    given = [*records(), all_statuses()]
    events, mentions = written(tmp_path, given)
    texts = {one.article.text_hash: one.article.text for one in given}
    assert {row["GLOBALEVENTID"] for row in mentions} == {row["GLOBALEVENTID"] for row in events}
    assert len({row["GLOBALEVENTID"] for row in events}) == len(events)
    addresses = {row["GLOBALEVENTID"]: row["SOURCEURL"] for row in events}
    for row in mentions:
        told = json.loads(row["Extras"])
        assert texts[told["article"]][told["start"] : told["end"]] == told["text"]
        assert int(row["ActionCharOffset"]) == told["start"]
        assert int(row["MentionDocLen"]) == len(texts[told["article"]])
        assert row["MentionIdentifier"] == addresses[row["GLOBALEVENTID"]]
        assert (row["MentionType"] == "1") == row["MentionIdentifier"].startswith("https://")
    first, last = mentions[0], mentions[-1]
    assert (first["SentenceID"], first["Actor1CharOffset"], first["Actor2CharOffset"]) == ("1", "0", "41")
    assert (first["MentionSourceName"], first["InRawText"], first["Confidence"]) == ("satu.example", "1", "70")
    assert (last["SentenceID"], last["InRawText"], last["Actor1CharOffset"]) == ("6", "0", "")


def test_pairs_of_those_who_act_together() -> None:
    pairs = [(d.source and d.source.id, d.target and d.target.id) for d in dyads(all_statuses()) if d.act.id == "e9"]
    assert pairs == [("a6", "a7"), ("a7", "a6")]
    alone = record("Ani menyerang.", events=(act("Ani menyerang.", "menyerang", type="ASSAULT"),))
    assert [(d.source, d.target) for d in dyads(alone)] == [(None, None)]


def test_the_same_text_at_another_address_is_another_mention(tmp_path: Path) -> None:
    first = records()[0]
    copy = msgspec.structs.replace(first, article=msgspec.structs.replace(first.article, url="https://dua.example/9"))
    events, mentions = written(tmp_path, [first, copy])
    assert len(events) == 1
    assert [row["MentionIdentifier"] for row in mentions] == ["https://satu.example/1", "https://dua.example/9"]


def test_names_cannot_break_a_line(tmp_path: Path) -> None:
    text = "A\tB\u2028C menyerang."
    broken = record(text, events=(act(text, text[:-1], type="ASSAULT"),), title="x\ny")
    events, mentions = written(tmp_path, [hostile(), broken])
    assert (len(events), len(mentions)) == (1, 1)
    assert json.loads(mentions[0]["Extras"])["end"] == len(text) - 1


@pytest.mark.parametrize(
    ("published", "retrieved", "when"),
    [
        ("2023-10-01T08:00:00+07:00", None, "20231001010000"),
        ("2023-10-01", "2023-10-02T00:00:00Z", "20231002000000"),
        ("kemarin", None, ""),
        (None, None, ""),
    ],
)
def test_when_it_was_added(published: str | None, retrieved: str | None, when: str) -> None:
    assert added(Article(text="", published=published, retrieved=retrieved)) == when
    assert not when or datetime.strptime(when, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(OptionError, match="cannot be made"):
        write_folder([], tmp_path / "x")
