"""The tables of a desk as views over the tables of a run: SQL, and nothing else.

The same text is one article, as on a desk: the first time that it stands in the run counts. Articles have keys from 1
on in the order of the run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

# As `saksi.desk.rows.day_of` has it.
DAY: Final = r"""CREATE MACRO day_of(told) AS (
    CASE WHEN regexp_extract(told, '^\d{4}-\d\d-\d\d') BETWEEN '1700-01-01' AND '2199-12-31'
        AND try_cast(left(told, 10) AS DATE) IS NOT NULL THEN left(told, 10) END)"""
_SHARD: Final = r"regexp_extract(filename, '(\d+)-[0-9a-f]+[/\\][a-z]+\.parquet$', 1)::BIGINT"

KEYS: Final = """CREATE TABLE run_keys AS
    SELECT row_number() OVER (ORDER BY place) AS key, article, place >> 40 AS shard, place & 1099511627775 AS place,
        again, day
    FROM (SELECT article, min((shard << 40) + file_row_number) AS place, count(*) > 1 AS again,
            arg_min_null(day_of(published), (shard << 40) + file_row_number) AS day
        FROM run_articles GROUP BY article)"""

VIEWS: Final = (
    """CREATE VIEW articles AS
    SELECT k.key, t.article AS id, t.id AS source_id, t.title, t.text, t.outlet, t.wire, t.url, t.dateline, t.byline,
        t.published, k.day, t.retrieved, t.language, '[]' AS links, '[]' AS notes,
        '' AS title_words, '' AS words, t.saksi, t.language AS reader_language, t.model, 0 AS load, '' AS loaded
    FROM run_articles t JOIN run_keys k ON k.shard = t.shard AND k.place = t.file_row_number""",
    """CREATE VIEW statements AS
    SELECT key AS article, statement AS id, n, form, text, "start", "end" AS stop, NULL::VARCHAR AS spans,
        cue_start, cue_end AS cue_stop, cue, source_start, source_end AS source_stop, source, speaker, affiliation,
        stance, NULL::VARCHAR AS addressee, unresolved, rule, confidence, NULL::VARCHAR AS review
    FROM once_statements""",
    """CREATE VIEW events AS
    SELECT e.key AS article, e.event AS id, e.n, e.type, coalesce(e.quad, '') AS quad, e.status, e.text, e."start",
        e."end" AS stop, e.date_from, e.date_to, NULL::INTEGER AS date_start, NULL::INTEGER AS date_stop, e.date_text,
        e.basis, coalesce(day_of(e.date_from), e.day) AS day, NULL::INTEGER AS place_start,
        NULL::INTEGER AS place_stop, e.place, e.place_country, e.rule, e.confidence, NULL::VARCHAR AS review
    FROM once_events e""",
    """CREATE VIEW event_statements AS
    SELECT key AS article, event, generate_subscripts(according_to, 1) - 1 AS n, unnest(according_to) AS statement
    FROM once_events""",
    # An event names its sides by name and code; the first actor of the article who has both is meant. Materialized, or
    # joins with other tables would begin with the article alone and make each event meet each actor.
    """CREATE VIEW event_actors AS
    WITH sides AS MATERIALIZED (
        SELECT key, event, 'source' AS side, generate_subscripts(sources, 1) - 1 AS n, unnest(sources) AS name,
            unnest(source_codes) AS code FROM once_events
        UNION ALL SELECT key, event, 'target', generate_subscripts(targets, 1) - 1, unnest(targets),
            unnest(target_codes) FROM once_events),
    named AS MATERIALIZED (
        SELECT key, name, coalesce(nullif(code, ''), country) AS code, arg_min(actor, n) AS actor
        FROM once_actors GROUP BY ALL),
    found AS MATERIALIZED (
        SELECT s.key AS article, s.event, s.side, s.n, a.actor
        FROM sides s JOIN named a ON a.key = s.key AND a.name = s.name AND a.code IS NOT DISTINCT FROM s.code)
    SELECT article, event, side, n, actor FROM found""",
)

ACTORS: Final = """CREATE OR REPLACE VIEW actors AS
    SELECT key AS article, actor AS id, n, type, name, code, country, role, affiliation, wikidata,
        NULL::BIGINT AS entity, NULL::VARCHAR AS joined FROM once_actors"""

# The same when it is known who is who (people.py).
JOINED: Final = """CREATE OR REPLACE VIEW actors AS
    SELECT o.key AS article, o.actor AS id, o.n, o.type, o.name, o.code, o.country, o.role, o.affiliation, o.wikidata,
        j.entity, j.joined
    FROM once_actors o LEFT JOIN run_people j ON j.article = o.key AND j.n = o.n"""


def read(table: str, folder: Path, shards: Sequence[str]) -> str:
    """The rows of a table in all shards, with the number of the shard and of the row in its file."""
    files = ", ".join(_quoted(folder / shard / f"{table}.parquet") for shard in shards)
    return (
        f"CREATE VIEW run_{table} AS SELECT *, {_SHARD} AS shard "  # noqa: S608 - names of our own, and quoted paths
        f"FROM read_parquet([{files}], filename = true, file_row_number = true)"
    )


def once(table: str, *, again: bool) -> str:
    """The rows of a table with the keys of their articles, of a text that was read twice only those of the first time.

    Within a shard the rows of a second reading begin with ``n`` 0 anew.
    """
    rows = f"run_{table} t JOIN run_keys k ON k.article = t.article AND k.shard = t.shard"
    made = f"CREATE VIEW once_{table} AS SELECT t.*, k.key, k.day FROM {rows}"  # noqa: S608 - names of our own
    if not again:
        return made
    reading = "sum(CASE WHEN n = 0 THEN 1 ELSE 0 END) OVER (PARTITION BY t.article ORDER BY file_row_number)"
    return (
        f"{made} WHERE NOT k.again UNION ALL SELECT t.*, k.key, k.day FROM {rows} WHERE k.again "  # noqa: S608
        f"QUALIFY {reading} = 1"
    )


def statements(*, again: bool) -> Iterator[str]:
    """All that is made after the tables can be read and the keys are there."""
    for table in ("statements", "events", "actors"):
        yield once(table, again=again)
    yield ACTORS
    yield from VIEWS


def _quoted(path: Path) -> str:
    """A path as SQL, in which no character stands for others."""
    plain = "".join(f"[{c}]" if c in "*?[" else c for c in str(path))
    return "'" + plain.replace("'", "''") + "'"
