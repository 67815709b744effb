"""One record as HTML: the article with its statements and events marked, and beside it a card for each of them.

Only numbers that this module counts itself ever become ids, classes or data; what comes from the record is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from saksi.exports.cards import Tools, cards, event_badge, form, statement_number, text
from saksi.exports.marks import Piece, body, headline
from saksi.exports.visible import clipped
from saksi.exports.wording import quad, status
from saksi.record import Article, Record

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def record_markup(record: Record, key: str, tools: Tools | None = None) -> str:
    """Return the ``<article>`` of a record; ``key`` (letters, digits, hyphens) makes its ids unique in the page.

    ``tools`` gives markup that is put at the end of each card.
    """
    beside = "".join(cards(record, key, tools))
    nothing = "" if record.statements else '<p class="empty">No statements found.</p>'
    side = nothing + (f'<ol class="cards">{beside}</ol>' if beside else "")
    language = record.article.language or ""
    lang = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    return (
        f'<article class="record" aria-labelledby="{key}">\n{_head(record, key)}\n'
        f'<div class="text"{lang}>\n{"".join(_paragraph(record, pieces, key) for pieces in body(record))}</div>\n'
        f'<aside class="side" aria-label="Statements and events">{side}</aside>\n{_foot(record)}</article>\n'
    )


def _head(record: Record, key: str) -> str:
    article = record.article
    title = clipped(headline(record), 300)
    facts = [article.outlet, article.wire, article.dateline, article.byline, article.published, article.language]
    about = [f"<span>{text(fact)}</span>" for fact in facts if fact] + _link(article)
    speakers = len({said.speaker for said in record.statements if said.speaker})
    counts = ((len(record.statements), "statement"), (speakers, "speaker"), (len(record.events), "event"))
    about.append(f"<span>{', '.join(_count(*each) for each in counts)}</span>")
    notes = "".join(f"<li>{text(note)}</li>" for note in article.notes)
    return (
        f'<header class="head"><h2 id="{key}" dir="auto">{text(title)}</h2><p class="about">{"".join(about)}</p>'
        + (f'<ul class="notes">{notes}</ul>' if notes else "")
        + "</header>"
    )


def _link(article: Article) -> list[str]:
    """Return a link to the article, if its address is one of the web: a script's address must not become a link."""
    if not article.url:
        return []
    try:
        parts = urlsplit(article.url)
    except ValueError:
        return [f"<span>{text(article.url)}</span>"]
    if parts.scheme not in ("http", "https"):
        return [f"<span>{text(article.url)}</span>"]
    return [f'<a href="{text(article.url)}" rel="noopener noreferrer nofollow">{text(parts.netloc)}</a>']


def _paragraph(record: Record, pieces: list[Piece], key: str) -> str:
    return f'<p dir="auto">{"".join(_piece(record, piece, key) for piece in pieces)}</p>\n'


def _piece(record: Record, piece: Piece, key: str) -> str:
    """Return the words of a piece, in a span for its statements and in it one for each event, the innermost last."""
    words = text(record.article.text[piece.start : piece.end])
    numbers = "".join(
        statement_number(record, number, goes_to=f"#{key}-c{number}", own=f"{key}-s{number}") for number in piece.opens
    )
    for number in reversed(piece.acts):
        words = f'<span class="{_act(record, number)}" data-s="e{number}">{words}</span>'
    badges = "".join(
        event_badge(record, number, goes_to=f"#{key}-ec{number}", own=f"{key}-e{number}") for number in piece.begins
    )
    if not piece.statements:
        return badges + words
    said = " ".join(str(number) for number in piece.statements)
    # Within what is said the wash runs on under the badge; the line under a cue or a source must not.
    before, within = ("", badges) if piece.contents else (badges, "")
    return f'{numbers}{before}<span class="{" ".join(_classes(record, piece))}" data-s="{said}">{within}{words}</span>'


def _classes(record: Record, piece: Piece) -> Iterator[str]:
    if piece.contents:
        *outer, inner = (record.statements[number - 1] for number in piece.contents)
        yield from ("said", form(inner))
        if inner.stance == "denied":
            yield "denied"
        if outer:
            yield f"over-{form(outer[-1])}"
    yield from (role for role, numbers in (("cue", piece.cues), ("source", piece.sources)) if numbers)


def _act(record: Record, number: int) -> str:
    event = record.events[number - 1]
    return f"act {quad(event)} is-{status(event)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _foot(record: Record) -> str:
    reader = record.reader
    parts = [
        f"Read by Saksi {reader.saksi}",
        f"model {reader.model}",
        f"article {record.article.id or record.article.text_hash}",
    ]
    return f'<p class="foot">{text(" · ".join(parts))}</p>\n'
