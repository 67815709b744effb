"""A desk that fills its pages: two hundred who act, a dyad of three years with every status, a long article, copies."""

from __future__ import annotations

import random
from datetime import date, timedelta

from benchmarks.long_article import long_article

from saksi.plover import TYPES
from saksi.record import Actor, Article, Event, Mention, Record, Span, Statement
from saksi.world.states import load_states
from tests.desk.conftest import READER, records

STATUSES = ("occurred",) * 5 + ("alleged", "alleged", "planned", "possible", "denied", "negated")
HOUSES = ("Harian Satu", "Harian Dua", "Kantor Berita Nusantara")


def busy() -> list[Record]:
    """The records."""
    chance = random.Random(11)  # noqa: S311 - the same desk each time
    codes = list(NAMES)
    found = [*records(), long_article()]
    for n in range(420):
        # Few act often, many seldom.
        one, other = (codes[min(int(chance.paretovariate(0.55)) - 1, len(codes) - 1)] for _ in range(2))
        if one != other:
            found.append(told(one, other, n, chance))
    found += [told("RUS", "UKR", 1_000 + n, chance) for n in range(160)]
    found += [told(code, chance.choice(codes[:6]), 2_000 + n, chance) for n, code in enumerate(codes[:220])]
    return found


def told(one: str, other: str, number: int, chance: random.Random) -> Record:
    """An article that tells one act of two states, on the word of a speaker."""
    first, second = NAMES[one], NAMES[other]
    text = (
        f"Laporan {number}. Juru Bicara {first} menyatakan bahwa {first} bertindak terhadap {second} pada pekan ini. "
        f"Pejabat lain tidak menanggapi pertanyaan tentang peristiwa nomor {number} di perbatasan."
    )

    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    def named(words: str, kind: str = "name") -> tuple[Mention, ...]:
        at = text.index(words)
        return (Mention(at, at + len(words), words, kind),)  # type: ignore[arg-type]

    day = (date(2021, 3, 1) + timedelta(days=chance.randrange(1_000))).isoformat()
    actors = (
        Actor("a1", "state", first, one, one, mentions=named(first)),
        Actor("a2", "state", second, other, other, mentions=named(second)),
    )
    content = span(f"{first} bertindak terhadap {second} pada pekan ini")
    said = Statement("s1", "indirect", (content,), span("menyatakan"), span(f"Juru Bicara {first}"), "a1")
    act = Event("e1", chance.choice(list(TYPES)), span("bertindak"), ("a1",), ("a2",), chance.choice(STATUSES), ("s1",))  # type: ignore[arg-type]
    article = Article(
        text=text, id=f"b{number}", title=f"{first} dan {second}, laporan {number}", outlet=chance.choice(HOUSES),
        published=day, url=f"https://satu.example/{number}", language="id",
    )  # fmt: skip
    return Record(article=article, actors=actors, statements=(said,), events=(act,), reader=READER)


def _names() -> dict[str, str]:
    first = ("RUS", "UKR", "USA", "CHN", "JPN", "PRK", "KOR", "IDN")
    names = {state.code: state.name_id for state in load_states()}
    return {code: names[code] for code in [*first, *(code for code in names if code not in first)]}


NAMES = _names()
