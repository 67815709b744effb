"""One article of 2,000 words with 100 marks: fifty statements and fifty events."""

from __future__ import annotations

from saksi.record import Actor, Article, Event, Mention, ReaderInfo, Record, Span, Statement

_SIDES = (("Rusia", "RUS"), ("Ukraina", "UKR"), ("Jepang", "JPN"), ("Korea Utara", "PRK"))
_SAID = "pemerintahnya akan menyerang pelabuhan {} jika perundingan gagal dan {} tidak menarik kapal dari selat"
_TOLD = (
    "“{words}”, kata {name} di ibu kota, sementara para pengamat menilai bahwa pernyataan nomor {n} itu tidak banyak "
    "mengubah keadaan di lapangan pada pekan ini.\n"
)


def long_article() -> Record:
    """The record."""
    text, places = "", []
    for n in range(50):
        (one, _), (other, _) = _SIDES[n % 4], _SIDES[(n + 1) % 4]
        words = _SAID.format(other, one)
        start = len(text) + 1
        text += _TOLD.format(words=words, name=f"Juru Bicara {one}", n=n)
        places.append((start, start + len(words), text.index("kata", start), n))
    actors, statements, events = [], [], []
    for number, (name, code) in enumerate(_SIDES, 1):
        at = text.index(name)
        actors.append(
            Actor(f"a{number}", "state", name, code, code, mentions=(Mention(at, at + len(name), name, "name"),))
        )
    for start, stop, cue, n in places:
        statements.append(
            Statement(
                f"s{n + 1}", "direct", (Span.of(text, start, stop),), Span.of(text, cue, cue + 4), None, f"a{n % 4 + 1}"
            )
        )
        act = text.index("menyerang", start)
        sides = (f"a{n % 4 + 1}",), (f"a{(n + 1) % 4 + 1}",)
        events.append(Event(f"e{n + 1}", "ASSAULT", Span.of(text, act, act + 9), *sides, "planned", (f"s{n + 1}",)))
    article = Article(
        text=text, id="long", title="Perundingan di selat", outlet="house1.example", published="2024-09-01"
    )
    return Record(article=article, actors=tuple(actors), statements=tuple(statements), events=tuple(events),
                  reader=ReaderInfo("0.1.0", "id", "m-1.0"))  # fmt: skip
