"""Who is one over several articles, why, and what people decide of it."""

from __future__ import annotations

import msgspec
import pytest

from saksi.desk import Desk
from saksi.errors import DeskError
from saksi.record import Actor, Article, Mention, ReaderInfo, Record, Span, Statement

READER = ReaderInfo("0.1.0", "id", "m-1.0")


def told(text: str, *actors: Actor, day: str = "2024-01-01") -> Record:
    """An article in which the first actor says all of it."""
    named = tuple(msgspec.structs.replace(one, mentions=(Mention(0, 1, text[0], "name"),)) for one in actors)
    said = Statement("s1", "indirect", (Span.of(text, 0, len(text)),), speaker=actors[0].id)
    return Record(article=Article(text=text, published=day), actors=named, statements=(said,), reader=READER)


def person(name: str, country: str | None = None, role: str | None = None, wikidata: str | None = None) -> Actor:
    return Actor("a1", "person", name, None, country, role, wikidata=wikidata)


def test_full_names_are_one_and_offices_are_kept_in_order(desk: Desk) -> None:
    desk.load(
        [
            told("satu", person("Andi Lawe", "IDN", "menteri"), day="2024-01-01"),
            told("dua", person("Andi Lawe", None, "menteri"), day="2024-02-01"),
            told("tiga", person("Andi Lawe", "IDN", "presiden"), day="2024-03-01"),
        ]
    )
    (found,) = desk.voices("andi lawe")
    assert (found.articles, found.statements) == (3, 3)
    assert found.joined == {"first": 1, "name": 2}
    assert [(one.role, one.first_day, one.last_day, one.articles) for one in found.roles] == [
        ("menteri", "2024-01-01", "2024-02-01", 2),
        ("presiden", "2024-03-01", "2024-03-01", 1),
    ]


def test_namesakes_of_other_countries_and_single_names_are_kept_apart(desk: Desk) -> None:
    desk.load(
        [
            told("satu", person("Andi Lawe", "IDN")),
            told("dua", person("Andi Lawe", "MYS")),
            told("tiga", person("Kim", None, "analis")),
            told("empat", person("Kim", None, "presiden")),
            told("lima", person("Kim", None, "analis")),
            told("enam", person("seorang pejabat", "IDN")),
            told("tujuh", person("seorang pejabat", "IDN")),
        ]
    )
    assert [one.articles for one in desk.voices("Andi Lawe")] == [1, 1]
    assert sorted(one.articles for one in desk.voices("Kim")) == [1, 2]
    assert desk.voices("seorang pejabat") == []


def test_states_are_one_by_their_code(desk: Desk) -> None:
    (found,) = desk.voices("Russia")
    assert (found.name, found.code, found.articles) == ("Rusia", "RUS", 2)


def test_a_merge_counts_for_both_and_can_be_undone(desk: Desk) -> None:
    desk.load([told("satu", person("Bung Andi")), told("dua", person("Andi Lawe"))])
    (one,), (other,) = desk.voices("Bung Andi"), desk.voices("Andi Lawe")
    done = desk.merge(one.id, other.id, author="rina", why="nama panggilan")
    (merged,) = desk.voices("Bung Andi")
    assert (merged.id, merged.name, merged.articles) == (other.id, "Andi Lawe", 2)
    assert set(merged.names) == {"Bung Andi", "Andi Lawe"}
    with pytest.raises(DeskError) as caught:
        desk.merge(one.id, other.id, author="rina")
    assert caught.value.code == "S647"
    desk.undo_decision(done.id, author="rina")
    assert [found.articles for found in desk.voices("Bung Andi")] == [1]


def test_a_split_stays_when_the_article_is_read_anew(desk: Desk) -> None:
    first, second = told("satu", person("Andi Lawe")), told("dua", person("Andi Lawe"))
    desk.load([first, second])
    done = desk.split(second.article.text_hash, "Andi Lawe", author="rina", why="namanya saja sama")
    assert [one.articles for one in desk.voices("Andi Lawe")] == [1, 1]
    desk.load([msgspec.structs.replace(second, reader=ReaderInfo("0.2.0", "id", "m-1.0"))])
    assert [one.articles for one in desk.voices("Andi Lawe")] == [1, 1]
    desk.undo_decision(done.id, author="rina")
    assert max(one.articles for one in desk.voices("Andi Lawe")) == 2


def test_who_is_quoted_most(desk: Desk) -> None:
    desk.load([told("satu", person("Andi Lawe")), told("dua", person("Andi Lawe"))])
    assert [(one.name, one.statements) for one in desk.most_quoted(limit=1)] == [("Andi Lawe", 2)]
