"""Articles that try everything: scripts, handlers, SVG, CSS, templates, bidi, controls, endless words, addresses."""

from __future__ import annotations

from saksi.record import Actor, Article, Event, Mention, Place, Record, Span, Statement
from tests.desk.conftest import READER

TRICKS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>",
    "<style>*{display:none}</style>",
    "\"' onmouseover='alert(1)' style='position:fixed",
    "</p></article></title></textarea><iframe src=//evil.example>",
    "{{ 7*7 }} ${7*7} #{7*7} <%= 7*7 %> {% raw %}",
    "kata \u202egnp.exe\u202c \u2066isolat\u2069 \u200f\u061c",
    "\x1b[31m\x07\x08\x7f\x85",
    "=HYPERLINK(1)",
    "&lt;b&gt; &#60;script&#62; %3Cscript%3E",
    "<!--", "]]>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
)  # fmt: skip
ALL = " ".join(TRICKS)
URLS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example", "http://[", "https://ok.example/'\"><b>",
)  # fmt: skip
ENDLESS = "x" * 1_000_000


def attack(number: int, *, words: str = "", status: str = "occurred", url: str = URLS[0]) -> Record:
    """An article with tricks wherever an article can hold words; ``words`` more of its own."""
    text = f"{number}. {ALL} menyerang {words} kata {ALL}.\n{ALL}"
    start, end = text.index("menyerang"), text.index("menyerang") + 9
    speaker = Actor(
        "a1", "person", f"{ALL}{words}", None, "RUS", f"juru {ALL}{words}", f"{ALL}{words}", "Q1'><b>",
        (Mention(0, 1, text[:1], "name"),),
    )  # fmt: skip
    victim = Actor(
        "a2", "organisation", f"Korban {ALL}", f"<b>{ALL}", None, mentions=(Mention(0, 1, text[:1], "name"),)
    )
    said = Statement(
        "s1", "direct", (Span(0, len(text), text),), Span.of(text, start, end), Span.of(text, 0, 2), "a1",
        f"{ALL}{words}", addressee=f"{ALL}",
    )  # fmt: skip
    act = Event(
        "e1", "ASSAULT", Span.of(text, start, end), ("a1",), ("a2",), status, ("s1",),  # type: ignore[arg-type]
        place=Place(start, end, text[start:end], "<b>"),
    )  # fmt: skip
    article = Article(
        text=text, id=f"{ALL}{number}", title=f"{ALL}{words}", outlet=f"{ALL}{words}", wire=ALL, url=url, dateline=ALL,
        byline=ALL, published="2024-01-01", language="id", links=(ALL,), notes=(ALL,),
    )  # fmt: skip
    return Record(article=article, actors=(speaker, victim), statements=(said,), events=(act,), reader=READER)


def attacks() -> list[Record]:
    """Several of them: told and denied, under every address, one with words of a megabyte."""
    some = [attack(n, url=url, status=("occurred", "denied")[n % 2]) for n, url in enumerate(URLS)]
    return [*some, attack(99, words=ENDLESS)]
