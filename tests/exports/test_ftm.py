"""FollowTheMoney: what its model says of each entity, by a table of what is used of it, and by the library if there.

The library is no part of the development tools, since one of its dependencies is built against ICU and wants a C++
compiler: `pip install followthemoney` (4.11 was tried) has its tests run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from saksi.exports import ftm
from saksi.exports.ftm_entities import actor_id, schema_of
from saksi.exports.moments import iso_utc
from saksi.record import Actor, Record
from tests.desk.conftest import records
from tests.exports.making import all_statuses, record
from tests.exports.test_formats import hostile, lines

MODEL: dict[str, Any] = json.loads((Path(__file__).parent / "data/ftm.json").read_text("utf-8"))
# Which schema stands for which when an entity is asked for.
KINDS = {"Person": "LegalEntity", "Organization": "LegalEntity", "PublicBody": "LegalEntity", "Article": "Document"}
THINGS = {*KINDS, "LegalEntity", "Event"}


ACTORS = (
    (Actor("a1", "state", "Moskow", "RUS", "RUS", wikidata="Q159"), "saksi-RUS", "LegalEntity"),
    (Actor("a2", "person", "Rina", "RUS", "RUS"), "saksi-{}-a2", "Person"),
    (Actor("a3", "person", "Rina", "RUS", "RUS", wikidata="Q7"), "saksi-Q7", "Person"),
    (Actor("a4", "organisation", "Kemlu Rusia", "RUS", "RUS", "kementerian"), "saksi-{}-a4", "PublicBody"),
    (Actor("a5", "organisation", "PBB", "UN"), "saksi-{}-a5", "Organization"),
    (Actor("a6", "group", "Hamas", "HAMAS", "PSE", wikidata="Q38799"), "saksi-Q38799", "Organization"),
    (Actor("a7", "state", "Negeri Entah"), "saksi-{}-a7", "LegalEntity"),
)


@pytest.fixture(scope="module")
def given(natuna: Record) -> list[Record]:
    return [
        *records(),
        all_statuses(),
        hostile(),
        natuna,
        record("Ani.", actors=tuple(actor for actor, _, _ in ACTORS)),
    ]


def test_the_properties_are_those_of_the_model(given: list[Record]) -> None:
    found = lines(ftm, given)
    schemata = {one["id"]: one["schema"] for one in found}
    assert set(schemata.values()) == set(MODEL)
    for one in found:
        known, properties = MODEL[one["schema"]], one["properties"]
        assert set(properties) <= set(known["properties"]), one
        assert set(known["required"]) <= set(properties), one
        assert all(values and all(isinstance(value, str) for value in values) for values in properties.values())
        for name, values in properties.items():
            wanted = known["properties"][name]
            for value in values:
                if wanted in ("Document", "LegalEntity"):
                    assert wanted in (schemata[value], KINDS.get(schemata[value]))
                elif wanted == "Thing":
                    assert schemata[value] in THINGS


def test_words_and_address(given: list[Record]) -> None:
    texts = {one.article.text_hash: one.article.text for one in given}
    urls = {one.article.text_hash: one.article.url for one in given}
    found = [one for one in lines(ftm, given) if one["schema"] in ("Documentation", "Event")]
    assert found
    for one in found:
        article, _, places = one["properties"]["recordId"][0].split(":")
        spans = [[int(at) for at in place.split("-")] for place in places.split(",")]
        words = [texts[article][start:end] for start, end in spans]
        assert one["properties"]["summary"] == [" … ".join(words)]
        assert one["properties"].get("sourceUrl", [None]) == [urls[article]]
    for one in lines(ftm, given):
        if one["schema"] == "Mention":
            _, article, _, start, end = one["id"].split("-")
            assert one["properties"]["name"] == [texts[article][int(start) : int(end)]]


def test_a_denied_act_says_so() -> None:
    event, words = lines(ftm, records()[:1])[-2:]
    assert event["properties"]["name"] == ["[denied] AID: Rusia → Korea Utara"]
    assert "denied" in event["properties"]["keywords"]
    assert words["properties"]["status"] == ["denied"]
    assert words["properties"]["description"] == ["according to Rina Lestari"]


@pytest.mark.parametrize(("actor", "ref", "schema"), ACTORS)
def test_a_code_tells_whom_an_actor_acts_for_and_not_who_it_is(actor: Actor, ref: str, schema: str) -> None:
    told = records()[0]
    assert actor_id(told, actor) == ref.format(told.article.text_hash)
    assert schema_of(actor) == schema


def test_ids_are_the_same_each_time_and_unique_within_a_record(given: list[Record]) -> None:
    assert lines(ftm, given) == lines(ftm, given)
    ids = [one["id"] for one in lines(ftm, given[:1])]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("told", "utc"),
    [
        ("2023-10-01T08:00:00+07:00", "2023-10-01T01:00:00"),
        ("2023-10-01", "2023-10-01"),
        ("2023-10", "2023-10"),
        (None, None),
    ],
)
def test_times_are_utc(told: str | None, utc: str | None) -> None:
    assert iso_utc(told) == utc


def test_the_library_takes_all_of_it(given: list[Record]) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is optional").model
    proxy = pytest.importorskip("followthemoney.proxy", reason="followthemoney is optional").EntityProxy
    for schema, known in MODEL.items():
        loaded = model.get(schema)
        assert sorted(loaded.required) == known["required"]
        for name, kind in known["properties"].items():
            told = loaded.get(name)
            assert (told.range.name if told.range else told.type.name) == kind
    for one in lines(ftm, given):
        model.get(one["schema"]).validate(one)
        read = proxy.from_dict(one, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in read.items()} == {
            name: sorted(value.strip() for value in values) for name, values in one["properties"].items()
        }
