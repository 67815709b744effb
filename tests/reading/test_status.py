"""The operators over an act in whole sentences: the probes of gold/probes, and how they are found."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from saksi.reading.language_data import load_data
from saksi.reading.pipeline import LanguageReader
from saksi.reading.status import operators
from saksi.reading.status_lexicon import StatusData
from saksi.reading.view import View
from saksi.record import Article
from saksi.status import Operator, compose

PROBES = Path(__file__).parents[2] / "gold" / "probes" / "id.toml"
FLOOR = 0.98


@pytest.fixture(scope="module")
def reader() -> LanguageReader:
    return LanguageReader("id")


def over(reader: LanguageReader, sentence: str, trigger: str, nth: int = 1) -> tuple[View, tuple[Operator, ...]]:
    doc, (segments, _) = reader._prepare(Article(text=sentence))
    for _, step in reader.nlp.pipeline:
        doc = step(doc)
    view = View(doc, segments)
    start = -1
    for _ in range(nth):
        start = sentence.index(trigger, start + 1)
    at, _ = view.tokens(start, start + len(trigger))
    return view, operators(view, reader.lexicon, at, 0, len(view.words))


def test_the_probes_have_the_status_that_a_reader_finds(reader: LanguageReader) -> None:
    probes = tomllib.loads(PROBES.read_text("utf-8"))["probe"]
    assert len(probes) >= 180
    failed = []
    for probe in probes:
        view, found = over(reader, probe["sentence"], probe["trigger"], probe.get("nth", 1))
        if (status := compose(found)) != probe["status"]:
            words = [(op.kind, view.words[op.token]) for op in found]
            failed.append(f"{probe['status']} read as {status} {words}: {probe['sentence']} [{probe['trigger']}]")
    sys.stdout.write("\n".join([f"{len(probes) - len(failed)} of {len(probes)} probes", *failed]) + "\n")
    assert len(failed) <= len(probes) * (1 - FLOOR)


def kinds(reader: LanguageReader, sentence: str, trigger: str) -> list[tuple[str, str]]:
    view, found = over(reader, sentence, trigger)
    return [(op.kind, view.words[op.token]) for op in found]


def test_operators_come_outermost_first_with_their_tokens(reader: LanguageReader) -> None:
    assert kinds(reader, "Rusia membantah berencana menyerang Polandia.", "menyerang") == [
        ("denial", "membantah"),
        ("plan", "berencana"),
    ]
    assert kinds(reader, "Iran menuduh Israel tidak akan menarik pasukannya.", "menarik") == [
        ("allegation", "menuduh"),
        ("negation", "tidak"),
        ("plan", "akan"),
    ]


def test_an_act_under_nothing_has_none(reader: LanguageReader) -> None:
    assert kinds(reader, "Pasukan Rusia menyerang Odesa.", "menyerang") == []
    assert kinds(reader, "Negara yang tidak menyerang Irak itu mengunjungi Kuwait.", "mengunjungi") == []


def test_outer_operators_stand_before_all_others(reader: LanguageReader) -> None:
    doc, (segments, _) = reader._prepare(Article(text="Rusia akan menyerang Polandia."))
    for _, step in reader.nlp.pipeline:
        doc = step(doc)
    found = operators(View(doc, segments), reader.lexicon, 2, 0, len(doc), (Operator("denial"),))
    assert [op.kind for op in found] == ["denial", "plan"]
    assert compose(found) == "denied"


def test_every_token_of_a_text_may_be_asked_for(reader: LanguageReader) -> None:
    text = 'Jika, dan "tidak", untuk yang bahwa akan: menuduh; agar tidak akan, jika ... dan? Tanpa, atau membantah'
    doc, (segments, _) = reader._prepare(Article(text=text))
    for _, step in reader.nlp.pipeline:
        doc = step(doc)
    view = View(doc, segments)
    for token in range(len(doc)):
        assert compose(operators(view, reader.lexicon, token, 0, len(doc)))


def test_no_phrase_sets_two_operators_in_one_use() -> None:
    data = load_data("id", "status.toml", StatusData)
    for use in (data.auxiliaries, data.governors, data.nouns, data.openers, data.predicates):
        phrases = [phrase for phrase, _ in use.pairs()]
        assert len(phrases) == len(set(phrases))
