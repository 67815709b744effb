"""Filters: which articles, statements and events of a desk are asked for, checked once and turned into SQL."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, exists, func, or_, select, tuple_

from saksi.desk import schema
from saksi.desk.parts import INDEXED
from saksi.desk.trouble import trouble
from saksi.plover import TYPES
from saksi.record import Form, Stance, Status
from saksi.world.states import all_states

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_ENTITY: Final = re.compile(r"@(\d{1,12})")  # somebody of the desk by number, as `saksi actor` tells it
QUADS: Final = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for; null or empty leaves a side open.

    ``actors`` are codes (RUS), states by name, names of persons and bodies, or numbers of the desk (@12): an article
    names each of them, a statement is by one of them, an event has each of them on one of its sides. ``since`` and
    ``until`` are days, months or years (2023, 2023-09, 2023-09-13), both ends included. ``reviewed`` articles are those
    that people have corrected, or accepted something in. ``newest`` is the key of the last article that counts: what
    came later is left out, so that pages of a list do not shift while articles come in.
    """

    actors: tuple[str, ...] = ()
    speaker: str | None = None
    status: str | None = None
    type: str | None = None
    quad: str | None = None
    form: str | None = None
    stance: str | None = None
    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    story: int | None = None
    reviewed: bool = False
    newest: int | None = None

    def __post_init__(self) -> None:
        """Check what can be checked without a desk.

        Raises:
            DeskError: an unheard-of value (S641), or a date that is none or lies after its end (S642).
        """
        for name, values in _VALUES.items():
            value = getattr(self, name)
            if value is not None and value not in values:
                raise trouble("S641", f"{name} {value!r} is none of: {', '.join(values)}")
        first, last = self.period()
        if first and last and first > last:
            raise trouble("S642", f"{self.since} is after {self.until}")

    def period(self) -> tuple[str | None, str | None]:
        """The first and the last day, both included."""
        first = _days(self.since)[0] if self.since else None
        last = _days(self.until)[1] if self.until else None
        return first, last


_VALUES: Final[dict[str, Sequence[str]]] = {
    "status": get_args(Status),
    "type": tuple(TYPES),
    "quad": QUADS,
    "form": get_args(Form),
    "stance": get_args(Stance),
}


def _days(given: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day."""
    match = _DATE.fullmatch(given.strip())
    try:
        if match is None:
            raise ValueError(given)
        year, month = int(match[1]), int(match[2] or 1)
        first = last = date(year, month, int(match[3] or 1))
        if not match[3]:
            month = int(match[2] or 12)
            last = date(year, month, monthrange(year, month)[1])
    except ValueError as error:
        raise trouble("S642", f"{given!r} is no day, month or year") from error
    return first.isoformat(), last.isoformat()


class Question:
    """A filter on its way into SQL, over an open connection: names are looked up once.

    Raises:
        DeskError: an actor whom neither the desk nor the world knows (S640).
    """

    def __init__(self, connection: Connection, wanted: Filter) -> None:
        self.wanted = wanted
        # Without an index all acts of somebody are found once, instead of looking for those of each event.
        self.indexed = connection.dialect.name in INDEXED
        self.actors = [_is_actor(connection, name) for name in wanted.actors]
        self.speaker = _is_actor(connection, wanted.speaker) if wanted.speaker else None

    def articles(self, query: Select[Any]) -> Select[Any]:
        """Restrict a query over articles."""
        a, s, e = schema.actors, schema.statements, schema.events
        query = query.where(*self._of_article(schema.articles.c.day))
        for is_actor in self.actors:
            query = query.where(schema.articles.c.key.in_(select(a.c.article).where(is_actor)))
        if self.speaker is not None or self.wanted.form or self.wanted.stance:
            query = query.where(exists().where(s.c.article == schema.articles.c.key, *self._of_statement()))
        if self.wanted.type or self.wanted.quad or self.wanted.status:
            query = query.where(exists().where(e.c.article == schema.articles.c.key, *self._of_event()))
        return query

    def statements(self, query: Select[Any]) -> Select[Any]:
        """Restrict a query over statements joined to their articles."""
        query = query.where(*self._of_article(schema.articles.c.day), *self._of_statement())
        if self.actors:
            query = query.where(or_(*(self._spoken_by(is_actor) for is_actor in self.actors)))
        return query

    def events(self, query: Select[Any]) -> Select[Any]:
        """Restrict a query over events joined to their articles."""
        query = query.where(*self._of_article(schema.events.c.day), *self._of_event())
        if self.indexed:
            return query.where(*(self._acted_by(is_actor) for is_actor in self.actors))
        for is_actor in self.actors:
            acts = self._acts_of(is_actor)
            query = query.join(
                acts, and_(acts.c.article == schema.events.c.article, acts.c.event == schema.events.c.id)
            )
        return query

    def sheets(self, query: Select[Any]) -> Select[Any]:
        """Restrict a query over sheets joined to their articles to those that may have an event of the question."""
        s = schema.sheets
        first, last = self.wanted.period()
        query = query.where(*self._of_house())
        return query.where(*([s.c.last_day >= first] if first else []), *([s.c.first_day <= last] if last else []))

    def _of_article(self, day: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        first, last = self.wanted.period()
        found = [day >= first] if first else []
        return found + ([day <= last] if last else []) + self._of_house()

    def _of_house(self) -> list[ColumnElement[bool]]:
        articles, wanted = schema.articles, self.wanted
        found: list[ColumnElement[bool]] = []
        if wanted.outlet:
            found.append(func.lower(articles.c.outlet) == wanted.outlet.lower())
        if wanted.language:
            found.append(articles.c.reader_language == wanted.language)
        if wanted.newest is not None:
            found.append(articles.c.key <= wanted.newest)
        if wanted.reviewed:
            made = schema.corrections
            found.append(exists().where(made.c.article == articles.c.id, made.c.undone.is_(None)))
        if wanted.story is not None:
            member = schema.story_articles
            found.append(exists().where(member.c.article == articles.c.key, member.c.story == wanted.story))
        return found

    def _of_statement(self) -> list[ColumnElement[bool]]:
        s, wanted = schema.statements, self.wanted
        found = [_not_rejected(s.c.review)]
        found += [getattr(s.c, name) == value for name in ("form", "stance") if (value := getattr(wanted, name))]
        return found + ([self._spoken_by(self.speaker)] if self.speaker is not None else [])

    def _of_event(self) -> list[ColumnElement[bool]]:
        e, wanted = schema.events, self.wanted
        given = [(name, getattr(wanted, name)) for name in ("type", "quad", "status")]
        return [_not_rejected(e.c.review), *(getattr(e.c, name) == value for name, value in given if value)]

    def _spoken_by(self, is_actor: ColumnElement[bool]) -> ColumnElement[bool]:
        a, s = schema.actors, schema.statements
        # Whom it is about is found first, by an index, and then what they say; not asked again of each statement.
        return tuple_(s.c.article, s.c.speaker).in_(select(a.c.article, a.c.id).where(is_actor).correlate(None))

    def _acted_by(self, is_actor: ColumnElement[bool]) -> ColumnElement[bool]:
        a, e, side = schema.actors, schema.events, schema.event_actors
        theirs = select(side.c.article, side.c.event).join(
            a, and_(a.c.article == side.c.article, a.c.id == side.c.actor)
        )
        return tuple_(e.c.article, e.c.id).in_(theirs.where(is_actor).correlate(None))

    def _acts_of(self, is_actor: ColumnElement[bool]) -> Subquery:
        a, side = schema.actors, schema.event_actors
        found = select(side.c.article, side.c.event).join(
            a, and_(a.c.article == side.c.article, a.c.id == side.c.actor)
        )
        return found.where(is_actor).distinct().subquery()


def _not_rejected(review: ColumnElement[Any]) -> ColumnElement[bool]:
    """What people have rejected is on the desk, and is told to nobody."""
    return or_(review.is_(None), review != "rejected")


def code_of(name: str) -> str | None:
    """The code of a state called so in either language; the name itself where it is a code."""
    states = all_states()
    if name.isupper() and states.by_code(name) is not None:
        return name
    found = states.by_name(name, "en") or states.by_name(name, "id")
    return found.code if found else None


def _is_actor(connection: Connection, name: str) -> ColumnElement[bool]:
    """The condition that a row of ``actors`` is the one of this code or name."""
    a, e = schema.actors, schema.entities
    if match := _ENTITY.fullmatch(name):
        number = int(match[1])
        one = select(e.c.id).where(or_(e.c.id == number, e.c.same_as == number))
        return a.c.entity.in_(one)
    code = code_of(name)
    if code is not None:
        return or_(a.c.code == code, a.c.country == code)
    if name.isupper() and connection.execute(select(a.c.code).where(a.c.code == name).limit(1)).first():
        return a.c.code == name
    like = "%" + name.lower().replace("%", r"\%").replace("_", r"\_") + "%"
    matches = func.lower(a.c.name).like(like, escape="\\")
    if connection.execute(select(a.c.id).where(matches).limit(1)).first() is None:
        raise trouble("S640", f"nobody is called {name!r} on this desk")
    return matches
