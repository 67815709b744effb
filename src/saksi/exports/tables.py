"""Records as five flat tables: what CSV and Parquet hold. docs/exports.md tells each column."""

from __future__ import annotations

from typing import Final

from saksi.plover import TYPES
from saksi.record import Actor, Event, Record, Span, Statement

Row = tuple[object, ...]

# Version of the tables; it rises when a column changes its meaning or goes.
VERSION: Final = 1
TABLES: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(columns.split())
    for name, columns in {
        "articles": "article id title outlet wire url published retrieved language dateline byline text saksi model",
        "statements": "article statement n form text start end cue cue_start cue_end source source_start source_end "
        "speaker speaker_name speaker_code speaker_country affiliation stance unresolved rule confidence url",
        "events": "article event n type quad status text start end sources source_codes targets target_codes "
        "according_to date_from date_to date_text basis place place_country rule confidence url",
        "actors": "article actor n type name code country role affiliation wikidata",
        "mentions": "article actor n text start end kind",
    }.items()
}
NUMBERS: Final = frozenset(("n", "start", "end", "cue_start", "cue_end", "source_start", "source_end"))
REALS: Final = frozenset(("confidence",))
LISTS: Final = frozenset(("sources", "source_codes", "targets", "target_codes", "according_to"))


def rows(record: Record) -> dict[str, list[Row]]:
    """The rows of each table for one record, in its order."""
    a, reader = record.article, record.reader
    key = a.text_hash
    actors = {actor.id: actor for actor in record.actors}
    return {
        "articles": [
            (key, a.id or None, a.title, a.outlet, a.wire, a.url, a.published, a.retrieved, reader.language, a.dateline,
             a.byline, a.text, reader.saksi, reader.model)
        ],
        "statements": [_statement(key, n, said, actors, a.url) for n, said in enumerate(record.statements)],
        "events": [_event(key, n, act, actors, a.url) for n, act in enumerate(record.events)],
        "actors": [
            (key, x.id, n, x.type, x.name, x.code, x.country, x.role, x.affiliation, x.wikidata)
            for n, x in enumerate(record.actors)
        ],
        "mentions": [
            (key, x.id, n, m.text, m.start, m.end, m.kind) for x in record.actors for n, m in enumerate(x.mentions)
        ],
    }  # fmt: skip


def _statement(key: str, n: int, said: Statement, actors: dict[str, Actor], url: str | None) -> Row:
    speaker = actors.get(said.speaker or "")
    who = (said.speaker, speaker.name, speaker.code, speaker.country) if speaker else (None, None, None, None)
    text = " … ".join(span.text for span in said.content)
    place = (min(span.start for span in said.content), max(span.end for span in said.content))
    return (
        key, said.id, n, said.form, text, *place, *_span(said.cue), *_span(said.source), *who,
        said.affiliation, said.stance, said.unresolved, said.by, said.confidence, url,
    )  # fmt: skip


def _event(key: str, n: int, act: Event, actors: dict[str, Actor], url: str | None) -> Row:
    sides: list[list[str | None]] = []
    for refs in (act.sources, act.targets):
        found = [actors[ref] for ref in refs if ref in actors]
        sides += [[actor.name for actor in found], [actor.code or actor.country for actor in found]]
    date, place, known = act.date, act.place, TYPES.get(act.type)
    return (
        key, act.id, n, act.type, known.quad if known else None, act.status, *_span(act.trigger),
        *sides, list(act.according_to), date.begin, date.end, date.text.text if date.text else None, date.basis,
        place.text if place else None, place.country if place else None, act.by, act.confidence, url,
    )  # fmt: skip


def _span(span: Span | None) -> Row:
    return (None, None, None) if span is None else (span.text, span.start, span.end)
