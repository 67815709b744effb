from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.errors import SourceError
from saksi.sources.encoding import decode, looks_binary

TEXT = "“Kapal kami tidak lewat,” kata Marekan – menteri Natania.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_usual_encodings_give_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_big_endian_utf16_with_its_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_another_encoding_than_utf8_is_noted() -> None:
    assert decode(TEXT.encode("cp1252")).notes == ("decoded as cp1252",)
    assert decode(TEXT.encode()).notes == ()


def test_a_declared_encoding_is_taken_where_the_bytes_are_not_utf8() -> None:
    russian = "Министр опроверг обвинения соседней страны."
    assert decode(russian.encode("koi8-r"), declared="KOI8-R").text == russian
    assert decode(TEXT.encode("cp1252"), declared="iso-8859-1").text == TEXT
    assert decode(TEXT.encode("cp1252"), declared="no-such-thing").text == TEXT
    assert decode(TEXT.encode("cp1252"), declared="rot13").text == TEXT
    assert decode(TEXT.encode(), declared="iso-8859-1").text == TEXT


def test_an_undeclared_encoding_is_guessed() -> None:
    russian = "Министр иностранных дел опроверг обвинения соседней страны в нарушении морской границы. " * 5
    assert decode(russian.encode("cp1251")).text == russian


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    cut = (TEXT * 10).encode()[:-1] + b"\xe2\x80"
    decoded = decode(cut)
    assert decoded.text.startswith(TEXT)
    assert decoded.notes == ("decoded as utf-8; bytes that are none were replaced: 1",)


def test_mojibake_is_noted_and_left_alone() -> None:
    wrong = TEXT.encode().decode("cp1252", "ignore")
    decoded = decode(wrong.encode())
    assert decoded.text == wrong
    assert decoded.notes == ("text looks like UTF-8 read as cp1252",)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 50, bytes(range(1, 9)) * 20, b"a\0b\0c\0\0\0"]
)
def test_binary_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data)
    assert caught.value.code == "S211"


def test_a_wrong_mark_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        decode(b"\xff\xfea")
    assert caught.value.code == "S212"


@given(st.binary(max_size=300), st.none() | st.sampled_from(["utf-8", "latin-1", "gbk", "utf-7", "hex", "\0", ""]))
def test_decoding_gives_text_or_a_source_error(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared=declared).text
    except SourceError as error:
        assert error.code in ("S211", "S212")
    else:
        text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text
    assert not looks_binary(text.encode())
