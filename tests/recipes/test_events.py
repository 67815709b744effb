"""The recipe of the judges of events, run on two tiny articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from saksi.reading.events.judge import JUDGES, load_judges
from saksi.reading.pipeline import LanguageReader

pytest.importorskip("sklearn", reason="scikit-learn is only needed to train (training/requirements.txt)")

from training import events as recipe

ARTICLES = [
    (
        "Pasukan Chad menyerang pos Niger pada Senin. Serangan itu merusak jembatan.\nNiger menyerang balik.",
        [("menyerang pos", "ASSAULT", ["TCD"], ["NER"]), ("menyerang balik", "ASSAULT", ["NER"], ["TCD"])],
    ),
    (
        "Presiden Fiji bertemu Perdana Menteri Tonga di Suva.\nTonga menyerang Fiji dengan kata-kata.",
        [("bertemu", "CONSULT", ["FJI"], ["TON"])],
    ),
]


def event(text: str, words: str, kind: str, sources: list[str], targets: list[str]) -> dict[str, Any]:
    at = text.index(words)
    trigger = {"start": at, "end": at + len(words), "text": words}
    return {"type": kind, "trigger": trigger, "sources": sources, "targets": targets, "status": "occurred"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n, (text, events) in enumerate(ARTICLES):
        data: dict[str, Any] = {"id": str(n), "lang": "id", "date": "2025-06-15", "text": text, "statements": []}
        data["events"] = [event(text, *one) for one in events]
        (tmp_path / f"{n}.json").write_text(json.dumps(data), "utf-8")
    (tmp_path / "foreign.json").write_text(json.dumps({"id": "f", "lang": "en", "text": "", "events": []}), "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def reader() -> LanguageReader:
    return LanguageReader("id")


@pytest.fixture(autouse=True)
def _shipped_judges_afterwards() -> Iterator[None]:
    yield
    load_judges.cache_clear()


def test_articles_of_the_language_are_loaded_in_order(folder: Path) -> None:
    golds = recipe.load([folder])
    assert [(gold.id, gold.published, len(gold.events)) for gold in golds] == [
        (f"{folder.name}/0", "2025-06-15", 2),
        (f"{folder.name}/1", "2025-06-15", 1),
    ]


def test_each_event_is_told_by_the_nearest_candidate_of_its_type_and_sentence(
    folder: Path, reader: LanguageReader
) -> None:
    recipe.use({})
    gold = recipe.load([folder])[0]
    acts, finder = recipe.candidates(reader, gold)
    told = recipe.match(gold, acts, finder)
    words = {finder.view.words[acts[i].trigger.start]: one["sources"] for i, one in told.items()}
    assert len(acts) > len(told) == 2
    assert words == {"menyerang": ["NER"]}  # both are told by verbs, none by "serangan"


def test_the_sides_of_a_mutual_act_are_one_set() -> None:
    text, events = ARTICLES[1]
    assert recipe.parts(event(text, *events[0])) == ({"FJI", "TON"}, {"FJI", "TON"})
    text, events = ARTICLES[0]
    assert recipe.parts(event(text, *events[0])) == ({"TCD"}, {"NER"})


def test_trained_weights_are_written_and_read_back(
    folder: Path, reader: LanguageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe.use({})
    golds = recipe.load([folder])
    weights = recipe.train(golds, reader)
    assert set(weights) == set(JUDGES)
    assert all(table and all(abs(w) < 20 for w in table.values()) for table in weights.values())
    assert weights["source"]["subject"] > 0 > weights["source"].get("object", -1)
    languages = folder / "languages"
    (languages / "id").mkdir(parents=True)
    recipe.write(weights, languages / "id" / "events.tsv")
    monkeypatch.setattr("saksi.reading.language_data.resources.files", lambda _: languages)
    load_judges.cache_clear()
    read = load_judges("id")
    assert {name: read[name].weights for name in JUDGES} == {n: pytest.approx(weights[n], abs=1e-4) for n in JUDGES}


def test_every_article_is_tested_once_and_never_trained_on_in_its_fold() -> None:
    golds = [recipe.Gold(str(n), "", None, []) for n in range(7)]
    parts = list(recipe.folds(golds, 3))
    assert sorted(gold.id for _, test in parts for gold in test) == [str(n) for n in range(7)]
    assert all({gold.id for gold in train}.isdisjoint(gold.id for gold in test) for train, test in parts)
    assert parts == list(recipe.folds(golds, 3))
