"""One record as HTML: the article with its statements marked, and beside it a card for each of them.

Only numbers that this module counts itself ever become ids, classes or data; what comes from the record is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from saksi.exports.marks import Piece, body, content_text, headline, standing
from saksi.exports.visible import clipped, visible
from saksi.record import Article, Record, Statement

_FORMS = ("direct", "indirect", "mixed")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WORDS_SHOWN = 240


def record_markup(record: Record, key: str) -> str:
    """Return the ``<article>`` of a record; ``key`` (letters, digits, hyphens) makes its ids unique in the page."""
    cards = "".join(_card(record, number, key) for number in range(1, len(record.statements) + 1))
    side = f'<ol class="cards">{cards}</ol>' if cards else '<p class="empty">No statements found.</p>'
    language = record.article.language or ""
    lang = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    return (
        f'<article class="record" aria-labelledby="{key}">\n{_head(record, key)}\n'
        f'<div class="text"{lang}>\n{"".join(_paragraph(record, pieces, key) for pieces in body(record))}</div>\n'
        f'<aside class="side" aria-label="Statements">{side}</aside>\n{_foot(record)}</article>\n'
    )


def text(value: str | None) -> str:
    """Return text that is harmless between tags and in quoted attributes."""
    return escape(visible(value or ""), quote=True)


def _head(record: Record, key: str) -> str:
    article = record.article
    title = clipped(headline(record), 300)
    facts = [article.outlet, article.wire, article.dateline, article.byline, article.published, article.language]
    about = [f"<span>{text(fact)}</span>" for fact in facts if fact] + _link(article)
    speakers = len({said.speaker for said in record.statements if said.speaker})
    about.append(f"<span>{_count(len(record.statements), 'statement')}, {_count(speakers, 'speaker')}</span>")
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
    words = text(record.article.text[piece.start : piece.end])
    numbers = "".join(_number(record, number, f"{key}-s{number}", f"#{key}-c{number}") for number in piece.opens)
    if not piece.statements:
        return words
    said = " ".join(str(number) for number in piece.statements)
    return f'{numbers}<span class="{" ".join(_classes(record, piece))}" data-s="{said}">{words}</span>'


def _classes(record: Record, piece: Piece) -> Iterator[str]:
    if piece.contents:
        *outer, inner = (record.statements[number - 1] for number in piece.contents)
        yield from ("said", _form(inner))
        if inner.stance == "denied":
            yield "denied"
        if outer:
            yield f"over-{_form(outer[-1])}"
    yield from (role for role, numbers in (("cue", piece.cues), ("source", piece.sources)) if numbers)


def _number(record: Record, number: int, own: str, goes_to: str) -> str:
    """Return the number of a statement, as a link between its words and its card."""
    said = record.statements[number - 1]
    label = f"Statement {number}, {_form(said)}{', denied' if said.stance == 'denied' else ''}, {_name(record, said)}"
    denied = " denied" if said.stance == "denied" else ""
    attributes = f'class="no {_form(said)}{denied}" data-s="{number}" href="{goes_to}" aria-label="{text(label)}"'
    return f'<a id="{own}" {attributes} title="{text(label)}">{number}</a>'


def _card(record: Record, number: int, key: str) -> str:
    said = record.statements[number - 1]
    actor = record.actor(said.speaker)
    place = standing(record, said)
    how = [f"<b>{_form(said)}</b>"]
    how += ['<span class="no-said">⊘ denied</span>'] if said.stance == "denied" else []
    how += [f"<span>“{text(clipped(said.cue.text, 40))}”</span>"] if said.cue else []
    how += [f'<span title="the rule that found it"><code>{text(said.by)}</code></span>'] if said.by else []
    how.append(f'<span title="confidence, 0 to 1">{said.confidence:.2f}</span>')
    return (
        f'<li class="card {_form(said)}" id="{key}-c{number}" data-s="{number}">'
        f'<div dir="auto">{_number(record, number, f"{key}-n{number}", f"#{key}-s{number}")}'
        f'<span class="who{"" if actor else " nobody"}">{text(_name(record, said))}</span></div>'
        + (f'<div class="role" dir="auto">{text(place)}</div>' if place else "")
        + f'<div class="words" dir="auto">{text(clipped(content_text(said), _WORDS_SHOWN))}</div>'
        f'<p class="how">{"".join(how)}</p></li>\n'
    )


def _name(record: Record, said: Statement) -> str:
    actor = record.actor(said.speaker)
    return actor.name if actor else f"speaker not resolved{f': {said.unresolved}' if said.unresolved else ''}"


def _form(said: Statement) -> str:
    # A record made in Python is not checked, and this becomes a class.
    return said.form if said.form in _FORMS else "indirect"


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
