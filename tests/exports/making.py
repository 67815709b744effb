"""Records made by hand, from the words that are marked."""

from __future__ import annotations

from saksi.record import Actor, Article, Event, ReaderInfo, Record, Span, Statement

READER = ReaderInfo(saksi="0.1.0", language="id", model="saksi_id-0.1.0")


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def said(text: str, *contents: str, number: int = 1, form: str = "indirect", **fields: object) -> Statement:
    content = tuple(span(text, words) for words in contents)
    return Statement(id=f"s{number}", form=form, content=content, **fields)  # type: ignore[arg-type]


def record(
    text: str, *statements: Statement, actors: tuple[Actor, ...] = (), events: tuple[Event, ...] = (), **article: object
) -> Record:
    return Record(
        article=Article(text=text, **article),  # type: ignore[arg-type]
        statements=statements,
        actors=actors,
        events=events,
        reader=READER,
    )


def act(text: str, words: str, *, number: int = 1, type: str = "ACCUSE", **fields: object) -> Event:  # noqa: A002
    return Event(id=f"e{number}", type=type, trigger=span(text, words), **fields)  # type: ignore[arg-type]
