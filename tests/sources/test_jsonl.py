from __future__ import annotations

import io
import json
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.errors import SourceError
from saksi.record import Article
from saksi.sources import Unread, article_from_object, read_paths
from saksi.sources.jsonl import articles_from_lines, parse_json

DATA = Path(__file__).parents[1] / "data/sources"


def code(value: object) -> str:
    with pytest.raises(SourceError) as caught:
        article_from_object(value)
    return caught.value.code


def test_the_golden_file() -> None:
    found = list(read_paths([DATA / "artikel.jsonl"]))
    assert found[:3] == [
        Article(
            text="Kapal kami tidak lewat, kata Marekan.\r\nIa berbicara di Tirto.",
            id="a1",
            url="https://www.kabarselat.example/1",
            outlet="Kabar Selat",
            published="2024-05-14",
            language="id",
            title="Bantahan",
        ),
        Article(text="Sulawana menuduh Natania.", published="2024-05-15", language="id"),
        Article(
            text="Natania membantah.",
            id="0123456789abcdef",
            wire="ANTARA",
            links=("Tawaran",),
            notes=("decoded as cp1252",),
        ),
    ]
    unread = [item for item in found[3:] if isinstance(item, Unread)]
    assert [(u.where, u.code) for u in unread] == [
        ("line 5", "S230"),
        ("line 6", "S232"),
        ("line 7", "S233"),
        ("line 8", "S231"),
    ]
    assert "column 10" in unread[0].reason
    assert all(u.hint for u in unread)


def test_what_is_no_article() -> None:
    assert code([]) == code("x") == code(None) == code(3) == "S231"
    assert code({}) == code({"text": None}) == code({"article": {"id": "x"}}) == "S232"
    assert code({"text": ["a"]}) == "S233"
    assert code({"text": ""}) == code({"text": " \n"}) == "S210"
    assert code({"text": "a" * 1_000_001}) == "S213"


def test_half_a_surrogate_pair_is_refused_in_the_text_and_dropped_elsewhere() -> None:
    assert code(parse_json(b'{"text": "a\\ud800b"}')[0]) == "S234"
    article = article_from_object(parse_json(b'{"text": "a", "title": "\\udc00", "links": ["\\ud800", "b"]}')[0])
    assert article == Article(text="a", links=("b",), notes=("field 'title' ignored: half a surrogate pair",))


def test_a_whole_pair_is_one_character() -> None:
    assert article_from_object(parse_json(b'{"text": "\\ud83d\\ude00"}')[0]).text == "😀"


def test_fields_of_a_wrong_type_are_noted() -> None:
    article = article_from_object({"text": "a", "id": 7, "published": 1446593880000, "outlet": {"x": 1}, "title": ""})
    assert article.id == "7"
    assert article.title is None
    assert article.notes == ("field 'outlet' ignored: an object", "field 'published' ignored: a number")


def test_mojibake_in_json_is_noted_and_kept() -> None:
    article = article_from_object({"text": "â€œKamiâ€\x9d"})
    assert article.text == "â€œKamiâ€\x9d"
    assert article.notes == ("text looks like UTF-8 read as cp1252",)


def test_lines_in_cp1252_are_read_and_noted() -> None:
    ((number, article),) = articles_from_lines(io.BytesIO('{"text": "“Kami”"}\r\n'.encode("cp1252")))
    assert (number, article) == (1, Article(text="“Kami”", notes=("decoded as cp1252",)))


def test_a_mark_and_line_separators_inside_strings() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf" + '{"text": "a\u2028b"}\n\n{"text": "c"}'.encode())
    assert list(articles_from_lines(stream)) == [(1, Article(text="a\u2028b")), (3, Article(text="c"))]


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b'{"a":' * 50_000, b'{"text": ' + b"9" * 6000, b"\x80", b"nul", b'{"text"']
)
def test_broken_lines_are_told(line: bytes) -> None:
    ((_, error), (_, after)) = articles_from_lines(io.BytesIO(line + b'\n{"text": "b"}'))
    assert isinstance(error, SourceError)
    assert error.code in ("S230", "S231")
    assert after == Article(text="b")


def test_a_line_that_is_too_long_is_passed_over_without_being_held() -> None:
    class Endless(io.RawIOBase):
        left = 200 << 20
        tail = b'"}\n{"text": "b"}\n'

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            data = b"x" * min(len(buffer), self.left) or self.tail[: len(buffer)]
            self.left -= min(len(data), self.left)
            if data[:1] != b"x":
                self.tail = self.tail[len(data) :]
            buffer[: len(data)] = data
            return len(data)

    stream = io.BufferedReader(cast(io.RawIOBase, Endless()), 1 << 20)
    (first, second) = articles_from_lines(stream, max_chars=100)
    assert isinstance(first[1], SourceError)
    assert first[1].code == "S213"
    assert second == (2, Article(text="b"))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: not t.isspace()))
def test_text_is_taken_to_the_letter(text: str) -> None:
    for ascii_only in (True, False):
        line = json.dumps({"text": text}, ensure_ascii=ascii_only).encode()
        ((_, article),) = articles_from_lines(io.BytesIO(line))
        assert isinstance(article, Article)
        assert article.text == text


@given(st.binary(max_size=200))
def test_no_bytes_end_the_reading(data: bytes) -> None:
    for _, item in articles_from_lines(io.BytesIO(data + b'\n{"text": "a"}\n')):
        last = item
    assert last == Article(text="a")
