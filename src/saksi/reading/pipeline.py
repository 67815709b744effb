"""The reader: a language's model and lexicon, and the steps from an article to its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from saksi.options import Options
from saksi.reading.assemble import assemble
from saksi.reading.draft import Draft
from saksi.reading.lexicon import Lexicon, load_lexicon
from saksi.reading.model import load_model, model_name
from saksi.reading.segments import Segments, segment
from saksi.reading.statements import find_statements
from saksi.reading.view import View
from saksi.record import Article, ReaderInfo, Record
from saksi.sources.furniture import find_furniture, load_rules
from saksi.version import __version__


class Reader:
    """Reads articles of one language.

    Args:
        language: the code of an installed language.
        options: how to read; see Options.

    Raises:
        LanguageError: the language is not installed.
        ModelError: its model is missing or does not load.
    """

    def __init__(self, language: str = "id", *, options: Options | None = None) -> None:
        self.language = language
        self.options = options or Options()
        self.lexicon: Lexicon = load_lexicon(language)
        self.furniture = load_rules(language)

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline, for those who want the parse."""
        return load_model(self.language, self.options.model)

    @cached_property
    def info(self) -> ReaderInfo:
        """What the reader is, as its records name it."""
        return ReaderInfo(saksi=__version__, language=self.language, model=model_name(self.nlp))

    def read(self, article: Article | str) -> Record:
        """The record of one article, or of a plain text."""
        return next(self.pipe([article if isinstance(article, Article) else Article(text=article)]))

    def pipe(self, articles: Iterable[Article], batch_size: int | None = None) -> Iterator[Record]:
        """The records of many articles, in their order; memory stays flat however many they are.

        Args:
            articles: the articles, of the reader's language.
            batch_size: articles that go through the model at once; by default that of the options.
        """
        prepared = ((self._prepare(article), article) for article in articles)
        with_context = (((doc, (segments, article))) for (doc, segments), article in prepared)
        for doc, (segments, article) in self.nlp.pipe(
            with_context, as_tuples=True, batch_size=batch_size or self.options.batch_size
        ):
            yield self._record(doc, segments, article)

    def _prepare(self, article: Article) -> tuple[Doc, Segments]:
        """The tokens of an article, with the sentence starts that the parser is to keep."""
        segments = segment(article.text, self.lexicon.segments.abbreviations)
        doc = self.nlp.make_doc(article.text)
        for token in doc:
            token.is_sent_start = token.idx in segments.starts
        return doc, segments

    def _record(self, doc: Doc, segments: Segments, article: Article) -> Record:
        furniture = find_furniture(article.text, self.furniture)
        draft = Draft(View(doc, segments), self.lexicon, furniture=[(s.start, s.end) for s in furniture.spans])
        find_statements(draft)
        return assemble(draft, article, furniture, self.info)
