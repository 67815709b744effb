from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.errors import SourceError
from saksi.sources import article_from_html

DATA = Path(__file__).parents[1] / "data/sources"
SENTENCE = "Menteri itu membantah bahwa kapal negaranya melewati batas laut pada Senin malam."
OTHER = "Juru bicara pemerintah tetangga mengatakan nota protes akan diserahkan pekan ini juga."


def page(body: str, head: str = "", lang: str = "") -> bytes:
    return f"<!doctype html><html{lang}><head>{head}</head><body>{body}</body></html>".encode()


def code(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        article_from_html(data)
    return caught.value.code


@pytest.mark.parametrize("name", ["halaman-modern", "halaman-lama"])
def test_golden_pages(name: str) -> None:
    expected = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    article = article_from_html((DATA / f"{name}.html").read_bytes())
    assert article.text.split("\n") == expected.pop("paragraphs")
    assert {field: getattr(article, field) for field in expected} == expected


def test_the_encoding_of_the_meta_element_is_used() -> None:
    data = page(f"<article><p>{SENTENCE}</p><p>Министр опроверг обвинения.</p></article>", '<meta charset="koi8-r">')
    article = article_from_html(data.decode().encode("koi8-r"))
    assert "Министр опроверг обвинения." in article.text


def test_loose_text_before_the_first_paragraph_is_kept_in_its_place() -> None:
    third = "Kedua negara berunding tentang batas laut itu sejak lima tahun yang lalu."
    body = f'<div><b>LOKANA</b> - {SENTENCE}<br><br><a href="/x">Lena</a> {OTHER}<p>{third}</p></div>'
    assert article_from_html(page(body)).text.split("\n") == [f"LOKANA - {SENTENCE}", f"Lena {OTHER}", third]


def test_words_around_links_and_breaks_stay_apart() -> None:
    first = '<p>Perang <a href="/i">Israel</a> dan Iran<br>terus membara di sana.</p>'
    body = f"<article>{first}<p>{SENTENCE} {OTHER}</p></article>"
    assert article_from_html(page(body)).text.split("\n")[:2] == ["Perang Israel dan Iran", "terus membara di sana."]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (' lang="id-ID"', "id"),
        (' lang="in"', "id"),
        (' lang="en-US"', None),
        (' lang="ms"', "ms"),
        ("", None),
        (' lang="?"', None),
    ],
)
def test_the_language_of_the_page(lang: str, expected: str | None) -> None:
    assert article_from_html(page(f"<p>{SENTENCE}</p><p>{OTHER}</p>", lang=lang)).language == expected


def test_english_is_believed_of_english() -> None:
    body = "<p>The minister denied that the ships of his country had crossed the border on Monday night.</p>"
    assert article_from_html(page(body * 2, lang=' lang="en"')).language == "en"


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        page(""),
        page("<script>var a = 1;</script>"),
        page("<nav><a href='/'>Beranda</a></nav>"),
        b"<p>",
        b"<!-- -->",
        b"",
    ],
)
def test_a_page_without_an_article_is_told(data: bytes) -> None:
    assert code(data) == "S220"


def test_a_page_that_is_too_long_is_told() -> None:
    with pytest.raises(SourceError) as caught:
        article_from_html(page(f"<p>{SENTENCE}</p>" * 3), max_chars=20)
    assert caught.value.code == "S213"


def test_nasty_pages_are_read_or_told() -> None:
    deep = b"<div>" * 3000 + SENTENCE.encode() + b"</div>" * 3000
    marks = page("<p>" + '"' * 100_000 + f"</p><p>{SENTENCE}</p>")
    xml = b'<?xml version="1.0" encoding="utf-8"?><html><body><p>' + (SENTENCE * 5).encode() + b"</p></body></html>"
    for data in (deep, marks, xml, page(f"<p>{SENTENCE}\ufffe</p>"), page("<p>&#0;&#xd800;" + SENTENCE * 4)):
        try:
            assert article_from_html(data).text
        except SourceError as error:
            assert error.code in ("S220", "S221")


def test_nothing_is_logged_and_nothing_costly_is_imported_early() -> None:
    script = (
        "import sys, saksi.sources as s\n"
        "assert not {'trafilatura', 'htmldate', 'py3langid', 'charset_normalizer'} & set(sys.modules)\n"
        "try: s.article_from_html(b'<html><body></body></html>')\n"
        "except s.article_from_html.__globals__['SourceError'] as e: print(e.code)\n"
    )
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert (run.stdout, run.stderr) == ("S220\n", "")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_markup_is_read_or_told(markup: str) -> None:
    try:
        assert article_from_html(f"<html><body>{markup}".encode("utf-8", "surrogatepass")).text.strip()
    except SourceError as error:
        assert error.code in ("S211", "S212", "S220", "S221")
