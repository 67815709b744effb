"""The reader: from articles to records, in batches, each with the model and lexicon of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from saksi.errors import LanguageError, SaksiError, SourceError
from saksi.options import Options
from saksi.reading.annotate import Annotator
from saksi.reading.assemble import Assembled, assemble
from saksi.reading.draft import Draft
from saksi.reading.entities import mend_entities
from saksi.reading.glue import split_glued
from saksi.reading.language import find_language
from saksi.reading.lexicon import load_lexicon
from saksi.reading.model import load_model, model_name
from saksi.reading.segments import Segments, segment
from saksi.reading.statements import find_statements
from saksi.reading.tokens import tokenise
from saksi.reading.view import View
from saksi.record import Article, ReaderInfo, Record
from saksi.sources import Unread
from saksi.sources.furniture import find_furniture
from saksi.sources.furniture_rules import load_rules
from saksi.version import __version__
from saksi.world.world import World

Result = Record | Unread


class LanguageReader:
    """Reads articles of one language: its lexicon, its furniture and its model."""

    def __init__(self, language: str, model: str | None = None, world: Path | None = None) -> None:
        self.world = World.load(world)
        self.lexicon = load_lexicon(language)
        self.furniture = load_rules(language)
        self.nlp: Language = load_model(language, model)
        self.glue = split_glued(self.nlp, self.lexicon) if self.lexicon.glued else None
        self.annotate = Annotator(self.nlp)
        self.info = ReaderInfo(saksi=__version__, language=language, model=model_name(self.nlp))

    def pipe(self, articles: Iterable[Article], batch_size: int) -> Iterator[Record]:
        """The records of the articles, in order."""
        for doc, (segments, article) in self._annotated(articles, batch_size):
            yield self._assembled(doc, segments, article).record

    def parse(self, articles: Iterable[Article], batch_size: int) -> Iterator[Doc]:
        """The parses of the articles, in order: what their records are read from. Offsets are those of the text."""
        for doc, _ in self._annotated(articles, batch_size):
            yield doc

    def inspect(self, article: Article) -> Assembled:
        """The record of one article with the draft and the acts that it was made from."""
        doc, (segments, _) = self._prepare(article)
        self.annotate([doc])
        return self._assembled(doc, segments, article)

    def _annotated(
        self, articles: Iterable[Article], batch_size: int
    ) -> Iterator[tuple[Doc, tuple[Segments, Article]]]:
        rest = iter(articles)
        while batch := list(islice(rest, batch_size)):
            prepared = [self._prepare(article) for article in batch]
            self.annotate([doc for doc, _ in prepared])
            yield from prepared

    def _prepare(self, article: Article) -> tuple[Doc, tuple[Segments, Article]]:
        """The tokens of an article, with the sentence starts that the parser is to keep."""
        segments = segment(article.text, self.lexicon.segments.abbreviations, self.lexicon.segments.letters)
        doc = tokenise(self.nlp, article.text)
        if self.glue is not None:
            doc = self.glue.split_known(doc)
        if len(doc):
            starts = [1 if at in segments.starts else -1 for at in doc.to_array([IDX]).ravel().tolist()]
            # spaCy takes unsigned values, whatever its types say; -1 is "no sentence starts here".
            values = numpy.array(starts, dtype="int64").astype("uint64").reshape(-1, 1)
            doc.from_array([SENT_START], values)  # type: ignore[arg-type]
        return doc, (segments, article)

    def _assembled(self, doc: Doc, segments: Segments, article: Article) -> Assembled:
        furniture = find_furniture(article.text, self.furniture)
        view = View(doc, segments, article.text)
        aside = [(span.start, span.end) for span in furniture.spans]
        headings = [(p.start, p.end) for p in segments.paragraphs if p.heading]
        mend_entities(view, self.lexicon, aside + headings)  # every word of a headline may have a capital
        draft = Draft(view, self.lexicon, furniture=aside, published=article.published)
        find_statements(draft)
        return assemble(draft, article, furniture, self.info, self.world)


class Reader:
    """Reads articles of the installed languages.

    Args:
        language: the code of the language of all articles; null to take each article's own ``language``, or to find it.
        options: how to read; ``language`` here overrides that of the options.

    Raises:
        LanguageError: the language is not installed.
    """

    def __init__(self, language: str | None = None, *, options: Options | None = None) -> None:
        self.options = options or Options()
        self.language = language or self.options.language
        self._readers: dict[str, LanguageReader] = {}
        if self.language:
            load_lexicon(self.language)  # says at once whether it is installed

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline, for those who want the parse: of the reader's language, or else of Indonesian."""
        return self._reader(self.language or "id").nlp

    @property
    def info(self) -> ReaderInfo:
        """What the reader is, as its records name it."""
        return self._reader(self.language or "id").info

    def read(self, article: Article | str) -> Record:
        """The record of one article, or of a plain text.

        Raises:
            SourceError: the text is longer than the options allow.
            LanguageError: its language is not installed.
            ModelError: the model of its language is missing.
        """
        given = article if isinstance(article, Article) else Article(text=article)
        reader = self._reader(self._language_of(given))
        return next(reader.pipe([given], 1))

    def inspect(self, article: Article) -> Assembled:
        """The record of one article with what it was made from, for those who ask why something is in it.

        Raises: as ``read``.
        """
        return self._reader(self._language_of(article)).inspect(article)

    def pipe(self, articles: Iterable[Article], batch_size: int | None = None) -> Iterator[Result]:
        """The records of many articles, in their order; memory stays flat however many they are.

        An article that cannot be read comes out as an ``Unread`` with its reason, and the others go on.

        Args:
            articles: any number of articles.
            batch_size: articles that go through the model at once; by default that of the options.

        Raises:
            ModelError: the model of an installed language is missing.
        """
        size = batch_size or self.options.batch_size
        rest = iter(articles)
        while batch := list(islice(rest, size)):
            yield from self._batch(batch)

    def _batch(self, articles: list[Article]) -> list[Result]:
        results: list[Result | None] = [None] * len(articles)
        by_language: dict[str, list[int]] = {}
        for index, article in enumerate(articles):
            try:
                by_language.setdefault(self._language_of(article), []).append(index)
            except (LanguageError, SourceError) as error:
                results[index] = _unread(article, error)
        for language, indices in by_language.items():
            records = self._reader(language).pipe((articles[i] for i in indices), len(indices))
            for index, record in zip(indices, records, strict=True):
                results[index] = record
        return [result for result in results if result is not None]

    def _language_of(self, article: Article) -> str:
        if len(article.text) > self.options.max_chars:
            raise SourceError(
                f"the text has {len(article.text):,} characters, more than the {self.options.max_chars:,} allowed",
                code="S213",
                hint="split it into articles, or raise --max-chars",
            )
        if self.language:
            return self.language
        return find_language(article.text)

    def _reader(self, language: str) -> LanguageReader:
        if language not in self._readers:
            self._readers[language] = LanguageReader(
                language, self.options.model, Path(self.options.world) if self.options.world else None
            )
        return self._readers[language]


def _unread(article: Article, error: SaksiError) -> Unread:
    return Unread(article.url or article.id or article.text[:40], "", error.code, error.what, error.hint)
