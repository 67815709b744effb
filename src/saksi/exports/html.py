"""HTML: records to look at, on one page that needs nothing but itself, or as a fragment for notebooks."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain, islice
from string import Template
from typing import TextIO

from saksi.exports.cards import text
from saksi.exports.marks import headline
from saksi.exports.markup import record_markup
from saksi.exports.visible import clipped
from saksi.record import Record
from saksi.version import __version__

# How many statements, and how many events, of an article light up with their cards where no script runs.
_HOVERED = 40


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write a page, each record as it comes: no more than two are held in memory."""
    coming = iter(records)
    first = list(islice(coming, 2))
    head, tail = _frame(first[0] if len(first) == 1 else None)
    stream.write(head)
    for number, record in enumerate(chain(first, coming), 1):
        stream.write(record_markup(record, f"r{number}"))
    stream.write(tail)


def page(records: Iterable[Record]) -> str:
    """Return a whole page with the records; it loads nothing from elsewhere, and works without a script too."""
    stream = io.StringIO()
    write(records, stream)
    return stream.getvalue()


def fragment(record: Record) -> str:
    """Return one record as HTML to stand in another page, such as a notebook: with its style, without a script."""
    style = _asset("record.css") + _hover_rules()
    key = f"saksi-{record.article.text_hash}"
    return f'<div class="saksi"><style>{style}</style>\n{record_markup(record, key)}</div>'


def _frame(only: Record | None) -> tuple[str, str]:
    """Return what stands before and after the records."""
    style = _asset("record.css") + _asset("page.css") + f"@media (scripting:none){{{_hover_rules()}}}"
    script = _asset("page.js")
    title = clipped(headline(only), 120) if only else ""
    whole = Template(_asset("page.html")).substitute(
        title=text(f"{title} · Saksi" if title else "Saksi: who said what"),
        version=text(__version__),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        records="\0",
    )
    head, tail = whole.split("\0")
    return head, tail


def _hover_rules() -> str:
    """Return style that lights words with their card, and back: what the script does, with less comfort."""
    rules = []
    for number, words in ((f"{e}{n}", w) for e, w in (("", ".said"), ("e", ".act")) for n in range(1, _HOVERED + 1)):
        lit = f'.saksi .record:has([data-s~="{number}"]:hover)'
        rules.append(f'{lit} {words}[data-s~="{number}"]{{background:var(--hue);color:var(--paper)}}')
        rules.append(f'{lit} .card[data-s="{number}"]{{box-shadow:0 0 0 1px var(--hue)}}')
    return "".join(rules)


def _hash(content: str) -> str:
    return b64encode(sha256(content.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (files("saksi.exports") / "assets" / name).read_text("utf-8")
