"""Records made by hand, from the words that are marked."""

from __future__ import annotations

from saksi.record import Actor, Article, Event, Period, Place, ReaderInfo, Record, Span, Statement

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


ACTS = (
    "Rusia menuduh Ukraina menyerang jembatan Kerch pada Senin (17/7/2023). Zakharova mengatakan Ukraina tidak akan "
    "berunding. Ukraina membantah menyerang jembatan itu.\n\nZelensky akan bertemu Biden di Washington pekan depan. "
    "Jika Rusia menarik pasukan dari Krimea, Jerman dapat mengirim bantuan. 😀 "
    "Indonesia dan Jepang menandatangani perjanjian."
)


def all_statuses() -> Record:
    """A record with every status and every quad class, in and outside statements, one with two tellers."""
    actors = (
        Actor(id="a1", type="state", name="Rusia", code="RUS", country="RUS"),
        Actor(id="a2", type="state", name="Ukraina", code="UKR", country="UKR"),
        Actor(id="a3", type="person", name="Maria Zakharova", role="Juru bicara Kementerian Luar Negeri Rusia"),
        Actor(id="a4", type="state", name="Amerika Serikat", code="USA", country="USA"),
        Actor(id="a5", type="state", name="Jerman", code="DEU", country="DEU"),
        Actor(id="a6", type="state", name="Indonesia", code="IDN"),
        Actor(id="a7", type="state", name="Jepang", code="JPN"),
    )
    statements = (
        said(ACTS, "Ukraina menyerang jembatan Kerch pada Senin (17/7/2023)", cue=span(ACTS, "menuduh"), speaker="a1"),
        said(ACTS, "Ukraina tidak akan berunding", number=2, cue=span(ACTS, "mengatakan"), speaker="a3"),
        said(ACTS, "menyerang jembatan itu", number=3, cue=span(ACTS, "membantah"), speaker="a2", stance="denied"),
    )
    kerch = span(ACTS, "jembatan Kerch")
    monday = Period("2023-07-17", "2023-07-17", span(ACTS, "Senin (17/7/2023)"), "stated")
    week = Period("2023-07-24", "2023-07-30", span(ACTS, "pekan depan"), "relative")
    washington = span(ACTS, "Washington")
    ours, theirs = ("a1",), ("a2",)
    events = (
        act(ACTS, "menuduh", sources=ours, targets=theirs, by="active:11", confidence=0.91),
        act(
            ACTS,
            "menyerang",
            number=2,
            type="ASSAULT",
            sources=theirs,
            targets=ours,
            status="alleged",
            according_to=("s1", "s2"),
            date=monday,
            place=Place(kerch.start, kerch.end, kerch.text, "UKR"),
        ),
        act(ACTS, "berunding", number=3, type="CONSULT", sources=theirs, status="negated", according_to=("s2",)),
        act(ACTS, "membantah", number=4, type="REJECT", sources=theirs),
        act(
            ACTS,
            "menyerang jembatan itu",
            number=5,
            type="ASSAULT",
            sources=theirs,
            status="denied",
            according_to=("s3",),
        ),
        act(
            ACTS,
            "bertemu",
            number=6,
            type="CONSULT",
            sources=("a2", "a4"),
            targets=("a2", "a4"),
            status="planned",
            date=week,
            place=Place(washington.start, washington.end, washington.text, "USA"),
        ),
        act(ACTS, "menarik pasukan", number=7, type="RETREAT", sources=ours, status="possible"),
        act(ACTS, "mengirim bantuan", number=8, type="AID", sources=("a5",), targets=theirs, status="possible"),
        act(ACTS, "menandatangani", number=9, type="AGREE", sources=("a6", "a7"), targets=("a6", "a7")),
    )
    return record(ACTS, *statements, actors=actors, events=events, id="acts", language="id", published="2023-07-18")
