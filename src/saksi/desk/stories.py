"""Stories: articles on the same event, whoever reports it and in whichever language.

Each article is a bag of what two languages share: who is in it (actors joined over articles), what they do to each
other (types of events with their sides), names and numbers as they are written. Rare things weigh more (inverse
document frequency over the desk), and an article joins the story whose mean it is nearest to, if it is near enough and
not many days away. This is single-pass clustering as in topic detection and tracking (Allan and others 1998).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.words import folded

DAYS: Final = 4  # between an article and the last of its story
NEAR: Final = 0.34  # cosine
_NAMES: Final = re.compile(r"(?<![.!?\n“\"] )\b[A-Z][\w'-]{2,}(?:\s[A-Z][\w'-]+)*|\b\d[\d.,]*\d\b")
_LEAST: Final = 6  # features of an article that can be placed
_WEIGHTS: Final = {"a": 1.0, "e": 1.5, "n": 1.0}
_AT_ONCE: Final = 400


class _Article(msgspec.Struct):
    """An article to be placed, with its bag."""

    key: int
    day: str
    title: str | None
    bag: dict[str, float]


class _Story(msgspec.Struct):
    """A story that is being made: the sum of its articles' bags."""

    articles: list[_Article]
    scores: list[float]
    last: str
    sum: dict[str, float]
    length: float = 0.0


def find_stories(connection: Connection) -> int:
    """Put the articles of the desk into stories, in place of those that it had; returns how many have two or more."""
    articles = _articles(connection)
    made = _clustered(articles, _rarity(articles))
    copies = schema.wire_copies
    roots = {row.article: row.copy_of for row in connection.execute(select(copies.c.article, copies.c.copy_of))}
    connection.execute(schema.story_articles.delete())
    connection.execute(schema.stories.delete())
    several = [one for one in made if len(one.articles) > 1]
    heads: list[tuple[object, ...]] = []
    members: list[tuple[object, ...]] = []
    for story in several:
        days = sorted(one.day for one in story.articles)
        first = min(story.articles, key=lambda one: (one.key in roots, one.day, one.key))
        number = first.key  # so that a story keeps its number, and a link to it its meaning
        heads.append((number, first.title, days[0], days[-1], _why(connection, story)))
        for one, score in zip(story.articles, story.scores, strict=True):
            members.append((number, one.key, roots.get(one.key), round(score, 3)))
    if heads:
        insert(connection, "stories", ("id", "title", "first_day", "last_day", "why"), heads)
        insert(connection, "story_articles", ("story", "article", "copy_of", "score"), members)
    return len(several)


def _articles(connection: Connection) -> list[_Article]:
    """All articles with a day, the first first; without what stands at the end of nearly every article."""
    a = schema.articles
    bags: dict[int, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(select(schema.actors.c.article, schema.actors.c.entity)):
        if row.entity is not None:
            bags[row.article][f"a{row.entity}"] += 1
    for article, feature in _acts(connection):
        bags[article][feature] += 1
    found = []
    for row in connection.execute(select(a.c.key, a.c.day, a.c.title, a.c.text).order_by(a.c.day, a.c.key)):
        if row.day is None:
            continue
        bag = bags[row.key]
        for name in set(_NAMES.findall(row.text)):
            bag[f"n{folded(name)}"] += 1
        found.append(_Article(row.key, row.day, row.title, {name: 1 + math.log(n) for name, n in bag.items()}))
    return found


def _acts(connection: Connection) -> Iterable[tuple[int, str]]:
    """What is done to whom: the type with the entities on its sides."""
    e, side, a = schema.events, schema.event_actors, schema.actors
    query = (
        select(e.c.article, e.c.id, e.c.type, a.c.entity)
        .join(side, (side.c.article == e.c.article) & (side.c.event == e.c.id))
        .join(a, (a.c.article == side.c.article) & (a.c.id == side.c.actor))
        .where(a.c.entity.is_not(None))
    )
    for row in connection.execute(query):
        yield row.article, f"e{row.type}:{row.entity}"


def _rarity(articles: Sequence[_Article]) -> dict[str, float]:
    counts = Counter(name for one in articles for name in one.bag)
    total = len(articles)
    return {name: math.log((1 + total) / n) * _WEIGHTS[name[0]] for name, n in counts.items() if n > 1}


def _clustered(articles: Sequence[_Article], rarity: dict[str, float]) -> list[_Story]:
    done: list[_Story] = []
    open_: dict[int, _Story] = {}
    holders: dict[str, set[int]] = defaultdict(set)  # which open stories hold a feature
    for number, one in enumerate(articles):
        vector = _unit({name: n * rarity[name] for name, n in one.bag.items() if name in rarity})
        for old in [n for n, story in open_.items() if _apart(story.last, one.day) > DAYS]:
            for name in open_[old].sum:
                holders[name].discard(old)
            done.append(open_.pop(old))
        best, score = _nearest(vector, open_, holders)
        if best is None or score < NEAR:
            best, score = number, 1.0
            open_[best] = _Story([], [], one.day, {})
        story = open_[best]
        story.articles.append(one)
        story.scores.append(score)
        story.last = one.day
        for name, n in vector.items():
            story.sum[name] = story.sum.get(name, 0.0) + n
            holders[name].add(best)
        story.length = math.sqrt(sum(n * n for n in story.sum.values()))
    return [*done, *open_.values()]


def _nearest(
    vector: dict[str, float], open_: dict[int, _Story], holders: dict[str, set[int]]
) -> tuple[int | None, float]:
    """The open story whose mean has the greatest cosine with a unit vector."""
    if len(vector) < _LEAST:
        return None, 0.0
    dots: dict[int, float] = defaultdict(float)
    for name, n in vector.items():
        for number in holders.get(name, ()):
            dots[number] += n * open_[number].sum[name]
    near = {number: dot / open_[number].length for number, dot in dots.items() if open_[number].length}
    best = max(near, key=lambda number: (near[number], -number), default=None)
    return (best, near[best]) if best is not None else (None, 0.0)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(n * n for n in vector.values())) or 1.0
    return {name: n / length for name, n in vector.items()}


def _apart(first: str, second: str) -> int:
    return abs((date.fromisoformat(second) - date.fromisoformat(first)).days)


def _why(connection: Connection, story: _Story) -> str:
    """Whom most of the articles have in common."""
    counts = Counter(name for one in story.articles for name in one.bag if name.startswith("a"))
    shared = [int(name[1:]) for name, n in counts.most_common(6) if n > len(story.articles) / 2]
    e = schema.entities
    rows = {row.id: row.name for row in connection.execute(select(e.c.id, e.c.name).where(e.c.id.in_(shared)))}
    return ", ".join(rows[one] for one in shared if one in rows)


class Story(msgspec.Struct, frozen=True):
    """A story: what its first article is called, its days, how many articles and independent reports, and its sides."""

    id: int
    title: str | None
    first_day: str | None
    last_day: str | None
    articles: int
    reports: int
    languages: tuple[str, ...]
    why: str


class Member(msgspec.Struct, frozen=True):
    """An article of a story; ``copy_of`` is the id of the article that it copies."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str
    copy_of: str | None
    score: float


def stories(connection: Connection, *, limit: int = 20, offset: int = 0, only: int | None = None) -> list[Story]:
    """The stories of the desk, the newest first."""
    s, m, a = schema.stories, schema.story_articles, schema.articles
    query: Any = select(s, func.count().label("n"), func.count(m.c.copy_of).label("copies"))
    query = query.join(m, m.c.story == s.c.id).group_by(*s.c).order_by(s.c.last_day.desc(), func.count().desc(), s.c.id)
    if only is not None:
        query = query.where(s.c.id == only)
    rows = connection.execute(query.limit(limit).offset(offset)).all()
    spoken = select(m.c.story, a.c.reader_language).join(a, a.c.key == m.c.article).distinct()
    languages: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(spoken.where(m.c.story.in_([row.id for row in rows]))):
        languages[row.story].append(row.reader_language)
    return [
        Story(
            row.id, row.title, row.first_day, row.last_day, row.n, row.n - row.copies,
            tuple(sorted(languages[row.id])), row.why,
        )
        for row in rows
    ]  # fmt: skip


def members(connection: Connection, story: int) -> list[Member]:
    """The articles of a story in the order in which they came out."""
    m, a = schema.story_articles, schema.articles
    first = a.alias()
    columns = [a.c[name] for name in ("id", "title", "outlet", "published", "url", "reader_language")]
    query = select(*columns, first.c.id.label("original"), m.c.score).join(m, m.c.article == a.c.key)
    query = query.outerjoin(first, first.c.key == m.c.copy_of).where(m.c.story == story)
    return [Member(*row) for row in connection.execute(query.order_by(a.c.published, a.c.key))]
