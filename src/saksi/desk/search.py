"""Search: words of the articles by their lemmas, phrases, and how the hits spread over outlets, months and acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, column, func, literal_column, select, table, text

from saksi.desk import schema
from saksi.desk.facets import Facets, facets
from saksi.desk.filter import Filter, Question
from saksi.desk.snippets import Snippet, snippet
from saksi.desk.words import WORD, lemmas_of

_TERM: Final = re.compile(r'(-?)"([^"]*)"|(-?)(\S+)')
MOST_COUNTED: Final = 5_000  # articles over which the hits are spread
_WORDS: Final = table("article_words", column("rowid"), column("article_words"))


class Hit(msgspec.Struct, frozen=True):
    """An article that was found."""

    key: int
    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str
    snippet: Snippet


class Found(msgspec.Struct, frozen=True):
    """The articles found, the best first, how many there are in all, and their spread by facet."""

    total: int
    hits: tuple[Hit, ...]
    facets: Facets


class Terms(msgspec.Struct, frozen=True):
    """What was asked for, in lemmas: words or phrases that must be there, and such that must not."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, words: str) -> Terms:
        """The terms of a line: words, "phrases", and -words that must not be there. Any text is a line."""
        wanted: list[tuple[str, ...]] = []
        unwanted: list[tuple[str, ...]] = []
        for match in _TERM.finditer(words.replace("\x00", " ")):
            minus, term = (match[1], match[2]) if match[2] is not None else (match[3], match[4])
            found = tuple(_lemma(word) for word in WORD.findall(term or ""))
            if found:
                (unwanted if minus else wanted).append(found)
        return cls(tuple(wanted), tuple(unwanted))

    @property
    def words(self) -> frozenset[str]:
        """The lemmas to be shown where they stand."""
        return frozenset(word for term in self.wanted for word in term)


def search(
    connection: Connection,
    words: str,
    wanted: Filter | None = None,
    *,
    limit: int = 20,
    offset: int = 0,
    by: str = "rank",
    spread: bool = True,
) -> Found:
    """The articles that hold all the words, within a filter; without words, those of the filter, the newest first.

    ``by`` is rank or date. Without ``spread`` the hits are not counted by facet.

    Raises:
        DeskError: the filter names somebody whom the desk does not know.
    """
    terms = Terms.of(words)
    question = Question(connection, wanted or Filter())
    articles = schema.articles
    key: Any = articles.c.key
    query: Any = question.articles(_keys(key, articles, spread))
    order: Any = articles.c.day.desc()
    if query.whereclause is None and terms.wanted and by == "rank" and connection.dialect.name == "sqlite":
        # The index alone tells what is found: a third of the time goes into looking up rows that nothing is asked of.
        key = literal_column("article_words.rowid")
        query, order = _ranked(_keys(key, _WORDS, spread), terms)
    elif terms.wanted or terms.unwanted:
        query, rank = _matching(connection, query, terms)
        order = rank if by == "rank" else order
    rows = connection.execute(query.order_by(order, key).limit(MOST_COUNTED)).all()
    spreads = facets(connection, [row[1] for row in rows]) if spread else {}
    return found(connection, [row[0] for row in rows], terms, spreads, limit=limit, offset=offset)


def found(
    connection: Connection, keys: Sequence[int], terms: Terms, spread: Facets, *, limit: int, offset: int
) -> Found:
    """What is told of the articles of these keys, which are in the order of the hits, with their spread by facet."""
    articles = schema.articles
    shown = keys[offset : offset + limit]
    columns = ("key", "id", "title", "outlet", "published", "url", "reader_language", "text")
    query = select(*(articles.c[name] for name in columns)).where(articles.c.key.in_(shown))
    rows = {row.key: row for row in connection.execute(query)}
    return Found(len(keys), tuple(_hit(rows[key], terms.words) for key in shown), spread)


def _keys(key: Any, given: Any, spread: bool) -> Any:
    """The query for the keys of articles, of a table that has them, with their spreads where these are wanted."""
    if not spread:
        return select(key).select_from(given)
    return (
        select(key, schema.spreads.c.counted)
        .select_from(given)
        .outerjoin(schema.spreads, schema.spreads.c.article == key)
    )


def _hit(row: Any, words: frozenset[str]) -> Hit:
    language = row.reader_language
    shown = snippet(row.text, words, language)
    return Hit(row.key, row.id, row.title, row.outlet, row.published, row.url, language, shown)


def _matching(connection: Connection, query: Any, terms: Terms) -> tuple[Any, Any]:
    """The query restricted to articles with the terms, and what ranks them, the best first."""
    articles = schema.articles
    if connection.dialect.name == "sqlite":
        if terms.wanted:
            return _ranked(query.join(_WORDS, literal_column("article_words.rowid") == articles.c.key), terms)
        without = " OR ".join(f'"{" ".join(term)}"' for term in terms.unwanted)
        hidden = select(_WORDS.c.rowid).where(text("article_words MATCH :without").bindparams(without=without))
        return query.where(articles.c.key.not_in(hidden)), articles.c.day.desc()
    parts = ["(" + " <-> ".join(f"'{word}'" for word in term) + ")" for term in terms.wanted]
    parts += ["!(" + " <-> ".join(f"'{word}'" for word in term) + ")" for term in terms.unwanted]
    asked = func.to_tsquery("simple", " & ".join(parts))
    vector: Any = literal_column("articles.search")
    return query.where(vector.op("@@")(asked)), func.ts_rank(vector, asked).desc()


def _ranked(query: Any, terms: Terms) -> tuple[Any, Any]:
    """A query that has the index of words of SQLite in it, restricted to the terms, and what ranks what is found."""
    line = " AND ".join(f'"{" ".join(term)}"' for term in terms.wanted)
    line += "".join(f' NOT "{" ".join(term)}"' for term in terms.unwanted)
    found = query.where(text("article_words MATCH :line").bindparams(line=line))
    return found, text("bm25(article_words, 4.0, 1.0)")


def _lemma(word: str) -> str:
    return lemmas_of(None)[word]
