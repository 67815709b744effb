"""What tests of the later steps share: a text parsed by the shipped model, and its words by name."""

from functools import cache

from saksi.reading.pipeline import LanguageReader
from saksi.reading.view import View
from saksi.record import Article


@cache
def reader() -> LanguageReader:
    return LanguageReader("id")


def parse(text: str) -> View:
    doc, (segments, _) = reader()._prepare(Article(text=text))
    return View(next(iter(reader().nlp.pipe([doc]))), segments)


def tokens_of(view: View, words: str) -> tuple[int, int]:
    at = view.text.index(words)
    return view.tokens(at, at + len(words))
