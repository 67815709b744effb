"""Explanations: what the steps found in a sentence, what they left, and why. Judges are the test's own."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from saksi.errors import OptionError
from saksi.reading.assemble import Assembled
from saksi.reading.attribution import read_sentence
from saksi.reading.events.judge import Judge
from saksi.reading.explain import Explanation, explain
from saksi.record import Article
from saksi.status import Operator, compose

from .parsing import reader

Read = Callable[..., Assembled]
SURE: dict[str, dict[str, float]] = {
    "gate": {},
    "act": {"bias": 3.0},
    "source": {"bias": -3.0, "subject": 6.0},
    "target": {"bias": -3.0, "object": 6.0},
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    def call(text: str, **weights: dict[str, float]) -> Assembled:
        judges = {name: Judge(table) for name, table in (SURE | weights).items()}
        monkeypatch.setattr("saksi.reading.events.find.load_judges", lambda _: judges)
        return reader().inspect(Article(text=text))

    return call


def at(found: Assembled, words: str) -> Explanation:
    return explain(found, found.record.article.text.index(words))


def why(found: Assembled, word: str) -> str:
    told = at(found, word)
    return next(one.why for one in (*told.cues, *told.words) if one.word.text == word)


ATTACK = "Rusia menyerang Ukraina pada Senin. Perang itu sudah berlangsung lama."


def test_the_parse(read: Read) -> None:
    told = at(read(ATTACK), "menyerang")
    assert told.sentence.text == "Rusia menyerang Ukraina pada Senin."
    assert told.part == "prose"
    verb = told.tokens[1]
    assert (verb.text, verb.pos, verb.dep, verb.head) == ("menyerang", "VERB", "ROOT", 1)
    assert (told.tokens[0].entity, told.tokens[0].head_text) == ("LOC", "menyerang")


def test_an_act_that_is_taken(read: Read) -> None:
    found = read(ATTACK)
    (act,) = at(found, "Rusia").acts
    assert (act.type, act.voice, act.form, act.status) == ("ASSAULT", "active", "active", "occurred")
    assert (act.event, act.outcome) == (found.record.events[0].id, "taken")
    assert act.standing == {"subject": ("Rusia (RUS)",), "object": ("Ukraina (UKR)",)}
    assert act.chance.probability == pytest.approx(0.953, abs=0.001)
    assert [(one.feature, one.weight) for one in act.chance.reasons] == [("bias", 3.0)]
    taken = {one.code: (one.taken, one.ways, one.words) for one in act.candidates}
    assert taken["RUS"] == ({"source": "likely"}, ("subject",), ("Rusia",))
    assert taken["UKR"] == ({"target": "likely"}, ("object",), ("Ukraina",))


def test_acts_that_are_left(read: Read) -> None:
    (unlikely,) = at(read(ATTACK, act={"bias": -3.0}), "Rusia").acts
    assert (unlikely.event, unlikely.outcome) == (None, "left: a probability of 0.05 is too low")
    (nobody,) = at(read(ATTACK, source={"bias": -9.0}, target={"bias": -9.0}), "Rusia").acts
    assert nobody.outcome == "left: it has no actor"
    twice = at(read("Rusia menyerang Ukraina. Kemarin Rusia menyerang Ukraina."), "Kemarin").acts
    assert [one.outcome for one in twice] == ["left: told before, as e1"]


def test_who_is_only_the_likeliest(read: Read) -> None:
    (act,) = at(read(ATTACK, source={"bias": -9.0, "subject": 8.5}), "Rusia").acts
    assert {one.code: one.taken for one in act.candidates}["RUS"] == {"source": "likeliest"}


def test_a_word_that_the_gate_keeps_out(read: Read) -> None:
    found = read(ATTACK, gate={"bias": -4.0})
    assert at(found, "Rusia").acts == ()
    assert why(found, "menyerang") == "by itself it tells an act with a probability of 0.02: too low to look at"


def test_without_weights(read: Read) -> None:
    told = at(read(ATTACK, act={}, source={}, target={}), "Rusia")
    assert told.acts[0].chance.probability == 0.5
    assert told.acts[0].chance.reasons == ()
    assert any(note.startswith("No weights are installed") for note in told.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Rusia membantah akan menyerang Ukraina.",
        "Amerika Serikat menuduh Rusia menyerang Ukraina.",
        "Rusia membantah bahwa pasukannya menyerang Ukraina.",
    ],
)
def test_the_operators_are_those_of_the_status(read: Read, text: str) -> None:
    act = next(act for act in at(read(text), "menyerang").acts if act.trigger.text == "menyerang")
    assert act.operators
    assert compose(Operator(one.kind) for one in act.operators) == act.status  # type: ignore[arg-type]


def test_words_that_tell_no_act(read: Read) -> None:
    assert "as its object: " in why(read("Presiden Rusia membuka pelabuhan itu."), "membuka")
    assert why(read("Seorang warga Rusia memasak nasi."), "memasak") == "no frame knows it"
    assert "no type" in why(read("Ia meninggal karena serangan jantung."), "serangan jantung")


def test_statements_and_where_their_speakers_come_from(read: Read) -> None:
    found = read("Menteri Luar Negeri Rahma Sari mengatakan hujan turun. Ia menegaskan bahwa sungai meluap.")
    (named,) = at(found, "hujan").statements
    assert (named.speaker, named.rule, named.speaker_from) == ("Rahma Sari", "verb-bare", "its source, a name (PER)")
    (meant,) = at(found, "sungai").statements
    assert (meant.speaker, meant.source and meant.source.text) == ("Rahma Sari", "Ia")
    assert "pronoun" in meant.speaker_from
    (nobody,) = at(read("“Hujan turun lagi malam ini,” katanya."), "Hujan").statements
    assert (nobody.speaker, nobody.unresolved) == (None, "nobody named before it")


def test_cues_that_made_no_statement(read: Read) -> None:
    assert "nothing was said" in why(read("Rahma Sari tidak mengatakan bahwa hujan turun."), "mengatakan")
    assert "no content was found" in why(read("Rahma Sari membenarkan rencana itu."), "membenarkan")
    assert "inside a quotation" in why(read("“Dia mengatakan hujan turun lagi,” kata Rahma Sari."), "mengatakan")
    told = at(read("Rahma Sari mengatakan bahwa hujan turun."), "hujan")
    assert [one.cue.text for one in told.statements if one.cue] == ["mengatakan"]
    assert told.cues == ()


def test_headings_and_furniture(read: Read) -> None:
    found = read(
        "Hujan Turun di Natuna\n\nRahma Sari mengatakan hujan turun.\n\nBaca juga: Rusia menyerang Ukraina lagi"
    )
    for words, part in (("Natuna", "heading"), ("hujan", "prose"), ("Ukraina", "furniture")):
        told = at(found, words)
        assert told.part == part
        assert bool(told.notes) == (part != "prose")
        assert told.tokens
        assert part == "prose" or not (told.statements or told.acts or told.cues or told.words)


def test_places(read: Read) -> None:
    found = read("\n\n Hujan turun.  Sungai meluap.\n")
    text = found.record.article.text
    sentences = [explain(found, offset).sentence.text for offset in range(len(text))]
    assert list(dict.fromkeys(sentences)) == ["Hujan turun.", "Sungai meluap."]
    for offset in (-1, len(text)):
        with pytest.raises(OptionError, match=f"no character {offset} "):
            explain(found, offset)


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_to_explain(read: Read, text: str) -> None:
    with pytest.raises(OptionError):
        explain(read(text), 0)


def test_asking_changes_nothing_and_spans_are_true(read: Read) -> None:
    found = read(f"{ATTACK} Rahma Sari tidak mengatakan bahwa hujan turun. Menurut Rahma, sungai meluap.")
    text, before = found.record.article.text, found.record.to_json()
    for offset in range(0, len(text), 7):
        told = explain(found, offset)
        spans = (told.sentence, *(one.word for one in (*told.cues, *told.words)), *(act.trigger for act in told.acts))
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert msgspec.json.decode(msgspec.json.encode(told), type=Explanation) == told
    assert found.record.to_json() == before == reader().inspect(Article(text=text)).record.to_json()
    for paragraph in found.draft.view.paragraphs:
        for sentence in paragraph.sentences:
            assert read_sentence(found.draft, sentence) == read_sentence(found.draft, sentence, {})
