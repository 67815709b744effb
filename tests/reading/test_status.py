"""The operators over an act in whole sentences: the probes of gold/probes, and how they are found."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from saksi.reading.pipeline import LanguageReader
from saksi.reading.status import operators
from saksi.reading.view import View
from saksi.record import Article
from saksi.status import Operator, compose

PROBES = Path(__file__).parents[2] / "gold" / "probes" / "id.toml"
FLOOR = 0.95


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
