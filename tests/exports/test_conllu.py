"""CoNLL-U: trees that a library reads, whose words stand in the article where they say."""

from __future__ import annotations

import io

import conllu as library
import pytest

from saksi.exports import conllu
from saksi.reading import Reader
from saksi.record import Article, ReaderInfo, Record
from tests.desk.conftest import READER, records

# What a parser takes for words and CoNLL-U does not: lost and double spaces, a hard space, a line broken within.
NASTY = (
    "Donald Trumpmengatakan AS akan\nmenyerang  Iran.\n\n“Kami siap.” kata Ani\u00a0Budi|C,\tKamis. 💥\u2028_ #1\n\n \n"
)
ENGLISH = "“We are ready,” said Rahma Sari, the foreign minister. Moscow accused Kyiv of attacking the bridge."


def blocks(given: list[Record]) -> list[library.TokenList]:
    stream = io.StringIO()
    conllu.write(given, stream)
    return list(library.parse(stream.getvalue()))


@pytest.fixture(scope="module")
def given(natuna: Record) -> list[Record]:
    articles = [Article(text=NASTY), Article(text=ENGLISH, url="https://example.org/en")]
    return [*(one for one in Reader().pipe(articles) if isinstance(one, Record)), *records(), natuna]


@pytest.fixture(scope="module")
def found(given: list[Record]) -> list[library.TokenList]:
    return blocks(given)


def test_every_sentence_is_a_tree(found: list[library.TokenList]) -> None:
    assert len(found) > 20
    for sentence in found:
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
        assert [token["deprel"] for token in sentence if token["head"] == 0] == ["root"]
        assert {token["deprel"] for token in sentence if token["head"] != 0}.isdisjoint({"root", "ROOT"})
        reached, tree = 0, [sentence.to_tree()]
        while tree:
            reached += 1
            tree += tree.pop().children
        assert reached == len(sentence)


def test_words_offsets_and_address(given: list[Record], found: list[library.TokenList]) -> None:
    articles = {one.article.text_hash: one.article for one in given}
    ids = [sentence.metadata["sent_id"] for sentence in found]
    assert len(set(ids)) == len(ids)
    for sentence in found:
        told = sentence.metadata
        article = articles[told["sent_id"].split("-")[0]]
        assert told["source_url"] == (article.url or f"urn:sha256:{article.text_hash}")
        whole = article.text[int(told["start_char"]) : int(told["end_char"])]
        assert told["text"] == " ".join(whole.split())
        assert told["text"] == "".join(
            token["form"] + ("" if token["misc"].get("SpaceAfter") == "No" or token is sentence[-1] else " ")
            for token in sentence
        )
        for token in sentence:
            assert article.text[int(token["misc"]["start_char"]) : int(token["misc"]["end_char"])] == token["form"]


def test_what_was_read_lies_at_its_words(given: list[Record], found: list[library.TokenList]) -> None:
    for record in given:
        own = [s for s in found if s.metadata["sent_id"].startswith(record.article.text_hash)]
        tokens = [token for sentence in own for token in sentence]
        for act in record.events:
            words = [t["form"] for t in tokens if act.id in t["misc"].get("Event", "").split(",")]
            assert "".join(words) == "".join(act.trigger.text.split())
        for said in record.statements:
            words = [t["form"] for t in tokens if said.id in t["misc"].get("Statement", "").split(",")]
            assert "".join(words) == "".join("".join(span.text for span in said.content).split())
    denial = next(token for sentence in found for token in sentence if token["form"] == "membantah")
    assert (denial["lemma"], denial["upos"], denial["feats"]) == ("bantah", "VERB", {"Voice": "Act"})


def test_the_first_sentence_of_an_article_says_who_read_it(found: list[library.TokenList]) -> None:
    first = next(sentence for sentence in found if sentence.metadata["source_url"] == "https://example.org/en")
    assert first.metadata["newdoc id"] == first.metadata["sent_id"].removesuffix("-1")
    assert first.metadata["language"] == "en"
    assert first.metadata["model"].startswith("saksi_en-")
    said = next(token for token in first if token["form"] == "said")
    assert (said["lemma"], said["misc"]["Cue"]) == ("say", "s1")


def test_an_article_without_words_has_no_sentences() -> None:
    empty = [Record(article=Article(text=text), reader=READER) for text in ("", " \n\n ")]
    assert blocks(empty) == []


def test_a_language_that_is_not_installed() -> None:
    from saksi.errors import LanguageError

    with pytest.raises(LanguageError):
        blocks([Record(article=Article(text="x"), reader=ReaderInfo("0", "xx", "m"))])
