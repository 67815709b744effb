"""A record as rows of the tables of a desk: tuples, since a desk takes thousands of records a second.

``COLUMNS`` names the columns of each table in the order of the tuples.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import msgspec

from saksi.desk.words import lemmas, words_of
from saksi.plover import TYPES
from saksi.record import Event, Mention, Place, Record, Span, Statement

Row = tuple[object, ...]

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(columns.split())
    for name, columns in {
        "articles": "key id source_id title text outlet wire url dateline byline published day retrieved language "
        "links notes title_words words saksi reader_language model load loaded",
        "actors": "article n id type name code country role affiliation wikidata entity joined",
        "mentions": "article actor n start stop text kind",
        "statements": "article n id form text start stop spans cue_start cue_stop cue source_start source_stop source "
        "speaker affiliation stance addressee unresolved rule confidence",
        "events": "article n id type quad status start stop text date_from date_to date_start date_stop date_text "
        "basis day place_start place_stop place place_country rule confidence",
        "event_actors": "article event side n actor",
        "event_statements": "article event n statement",
    }.items()
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST, _LAST = "1700-01-01", "2199-12-31"
_NOWHERE: Final = (None, None, None)


def article_row(record: Record, words: Sequence[str], key: int, text_hash: str, load: int, now: str) -> Row:
    """The row of the article; ``words`` are those of its text, ``text_hash`` is the hash of it."""
    a, reader = record.article, record.reader
    return (
        key, text_hash, a.id or None, a.title, a.text, a.outlet, a.wire, a.url, a.dateline, a.byline, a.published,
        day_of(a.published), a.retrieved, a.language, _json(a.links), _json(a.notes),
        lemmas(words_of(a.title or ""), reader.language), lemmas(words, reader.language),
        reader.saksi, reader.language, reader.model, load, now,
    )  # fmt: skip


@lru_cache(4096)  # the same days come again and again
def day_of(published: str | None) -> str | None:
    """The day of an ISO date or time; null for one that no calendar has, or no newspaper."""
    match = _DAY.match(published or "")
    if match is None or not _FIRST <= match[0] <= _LAST:
        return None
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:  # 2024-02-30
        return None


def add_rows(rows: dict[str, list[Row]], record: Record, key: int) -> None:
    """Add what is read in the article to the rows of each table, in the order of the record."""
    actors, mentions = rows["actors"], rows["mentions"]
    for n, a in enumerate(record.actors):
        actors.append((key, n, a.id, a.type, a.name, a.code, a.country, a.role, a.affiliation, a.wikidata, None, None))
        mentions += [(key, a.id, m, at.start, at.end, at.text, at.kind) for m, at in enumerate(a.mentions)]
    rows["statements"] += [_statement(said, key, n) for n, said in enumerate(record.statements)]
    published = day_of(record.article.published)
    rows["events"] += [_event(act, key, n, published) for n, act in enumerate(record.events)]
    sides, told = rows["event_actors"], rows["event_statements"]
    for act in record.events:
        sides += [(key, act.id, "source", m, ref) for m, ref in enumerate(act.sources)]
        sides += [(key, act.id, "target", m, ref) for m, ref in enumerate(act.targets)]
        told += [(key, act.id, m, ref) for m, ref in enumerate(act.according_to)]


def _statement(said: Statement, key: int, n: int) -> Row:
    content = said.content
    start = min((span.start for span in content), default=0)
    stop = max((span.end for span in content), default=0)
    text = content[0].text if len(content) == 1 else " … ".join(span.text for span in content)
    spans = f"[[{start},{stop}]]" if len(content) == 1 else _json([(span.start, span.end) for span in content])
    return (
        key, n, said.id, said.form, text, start, stop, spans, *_place(said.cue), *_place(said.source),
        said.speaker, said.affiliation, said.stance, said.addressee, said.unresolved, said.by, said.confidence,
    )  # fmt: skip


def _event(act: Event, key: int, n: int, published: str | None) -> Row:
    date, place, known = act.date, act.place, TYPES.get(act.type)
    return (
        key, n, act.id, act.type, known.quad if known else "", act.status,
        *_place(act.trigger), date.begin, date.end, *_place(date.text), date.basis,
        day_of(date.begin) or published, *_place(place), place.country if place else None, act.by, act.confidence,
    )  # fmt: skip


def _place(place: Span | Place | Mention | None) -> tuple[object, object, object]:
    return _NOWHERE if place is None else (place.start, place.end, place.text)


def _json(value: object) -> str:
    return "[]" if not value else msgspec.json.encode(value).decode()
