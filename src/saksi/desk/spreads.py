"""Spreads: by what the hits of a search are counted, kept in one row an article.

To count the events, statements and speakers of five thousand hits where they stand takes a tenth of a second. Each
value that hits are counted by (an outlet, a type of event, the name of a speaker) has a number in ``facet_values``, and
each article the numbers of its own in ``spreads``, one as often as it counts, four bytes each. ``saksi.desk.facets``
counts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from sqlalchemy import Connection, func, select

from saksi.desk import schema
from saksi.desk.insert import insert
from saksi.desk.rows import COLUMNS, Row
from saksi.desk.stored import stored_rows

FACETS: Final = ("outlet", "language", "month", "type", "status", "speaker")
KINDS: Final = 8  # the number of a value, modulo this, is the place of its facet in FACETS
NUMBER: Final = "<u4"
_AT_ONCE: Final = 400  # values in one query
_ARTICLE, _ACTOR, _STATEMENT, _EVENT = (
    {column: n for n, column in enumerate(COLUMNS[table])} for table in ("articles", "actors", "statements", "events")
)
Value = tuple[int, str]  # the place of the facet, and the value


def keep_spreads(connection: Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    """Keep the spread of articles by their rows of the tables articles, actors, statements and events."""
    values = _values(rows)
    numbers = _numbers(connection, {one for some in values.values() for one in some})
    lines = [(key, np.array([numbers[one] for one in some], NUMBER).tobytes()) for key, some in values.items()]
    if lines:
        insert(connection, "spreads", ("article", "counted"), lines)


def spread_stored(connection: Connection, keys: Sequence[int]) -> None:
    """Keep the spread of articles of the desk anew, by what its tables hold of them."""
    rows = stored_rows(connection, keys, ("articles", "actors", "statements", "events"))
    connection.execute(schema.spreads.delete().where(schema.spreads.c.article.in_(keys)))
    keep_spreads(connection, rows)


def _values(rows: Mapping[str, Sequence[Row]]) -> dict[int, list[Value]]:
    """What each article is counted by."""
    found: dict[int, list[Value]] = {}
    key, outlet, language, day = (_ARTICLE[name] for name in ("key", "outlet", "reader_language", "day"))
    for row in rows["articles"]:
        some = found[row[key]] = [(1, str(row[language]))]  # type: ignore[index]
        if row[outlet] is not None:
            some.append((0, str(row[outlet])))
        if row[day] is not None:
            some.append((2, str(row[day])[:7]))
    kind, status = _EVENT["type"], _EVENT["status"]
    for row in rows["events"]:
        if row[0] in found:
            found[row[0]] += (3, row[kind]), (4, row[status])  # type: ignore[arg-type]
    of, name, speaker = _ACTOR["id"], _ACTOR["name"], _STATEMENT["speaker"]
    names = {(row[0], row[of]): row[name] for row in rows["actors"]}
    for row in rows["statements"]:
        if row[0] in found and (called := names.get((row[0], row[speaker]))) is not None:
            found[row[0]].append((5, called))  # type: ignore[arg-type]
    return found


def _numbers(connection: Connection, wanted: Iterable[Value]) -> dict[Value, int]:
    """The number of each value; those that have none get the next ones."""
    v = schema.facet_values
    by_facet: dict[int, list[str]] = defaultdict(list)
    for kind, value in sorted(wanted):
        by_facet[kind].append(value)
    found: dict[Value, int] = {}
    for kind, values in by_facet.items():
        for start in range(0, len(values), _AT_ONCE):
            part = values[start : start + _AT_ONCE]
            query = select(v.c.value, v.c.id).where(v.c.facet == FACETS[kind], v.c.value.in_(part))
            found.update(((kind, value), number) for value, number in connection.execute(query))
    new = [(kind, value) for kind, values in by_facet.items() for value in values if (kind, value) not in found]
    if new:
        last: int = connection.execute(select(func.max(v.c.id))).scalar() or 0
        first = last // KINDS + 1
        made = {one: (first + n) * KINDS + one[0] for n, one in enumerate(new)}
        insert(connection, "facet_values", ("id", "facet", "value"), [(n, FACETS[k], v) for (k, v), n in made.items()])
        found |= made
    return found
