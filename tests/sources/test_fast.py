"""The fast extractor: the same article from a plain page, with what the page says about it."""

from __future__ import annotations

import pytest

from saksi.sources import article_from_html

pytest.importorskip("resiliparse", reason="resiliparse is optional")
BODY = "".join(
    f"<p>Menteri Rahma Sari mengatakan kapal nomor {n} siap berangkat ke Natuna besok pagi.</p>" for n in range(6)
)
PAGE = f"""<!DOCTYPE html><html lang="in-ID"><head><meta charset="utf-8"><title>Kapal siap</title>
<meta property="og:site_name" content="Kabar"><meta property="article:published_time" content="2023-09-13T07:00:00Z">
<link rel="canonical" href="https://kabar.example/1"></head><body><nav><ul><li><a href="/">Beranda</a></li></ul></nav>
<main><article><h1>Kapal siap</h1>{BODY}</article></main><footer>Hak cipta</footer></body></html>""".encode()


def test_text_and_facts() -> None:
    article = article_from_html(PAGE, extractor="fast")
    assert article.text.count("\n") == 5
    assert article.text.startswith("Menteri Rahma Sari")
    assert (article.title, article.outlet, article.published) == ("Kapal siap", "Kabar", "2023-09-13")
    assert (article.url, article.language) == ("https://kabar.example/1", "id")


def test_the_careful_one_gives_the_same_text() -> None:
    assert article_from_html(PAGE).text == article_from_html(PAGE, extractor="fast").text
