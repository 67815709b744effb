"""Version 1: articles and what is read in them, actors joined over articles, loads and what could not be read."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE desk (name TEXT PRIMARY KEY, value TEXT NOT NULL)""",
    """CREATE TABLE loads (
        id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, saksi TEXT NOT NULL, paths TEXT NOT NULL,
        added INTEGER NOT NULL DEFAULT 0, replaced INTEGER NOT NULL DEFAULT 0, same INTEGER NOT NULL DEFAULT 0,
        unread INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE unread (
        load INTEGER NOT NULL REFERENCES loads (id) ON DELETE CASCADE, n INTEGER NOT NULL,
        path TEXT NOT NULL, place TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, hint TEXT NOT NULL,
        PRIMARY KEY (load, n))""",
    """CREATE TABLE articles (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_id TEXT, title TEXT, text TEXT NOT NULL,
        outlet TEXT, wire TEXT, url TEXT, dateline TEXT, byline TEXT, published TEXT, day TEXT, retrieved TEXT,
        language TEXT, links TEXT NOT NULL DEFAULT '[]', notes TEXT NOT NULL DEFAULT '[]',
        title_words TEXT NOT NULL, words TEXT NOT NULL,
        saksi TEXT NOT NULL, reader_language TEXT NOT NULL, model TEXT NOT NULL,
        load INTEGER NOT NULL, loaded TEXT NOT NULL)""",
    "CREATE INDEX articles_day ON articles (day)",
    "CREATE INDEX articles_outlet ON articles (outlet, day)",
    "CREATE INDEX articles_url ON articles (url)",
    """CREATE TABLE copies (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, n INTEGER NOT NULL,
        outlet TEXT, url TEXT, title TEXT, published TEXT, retrieved TEXT, load INTEGER NOT NULL,
        PRIMARY KEY (article, n)){clustered}""",
    """CREATE TABLE entities (
        id INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, code TEXT, country TEXT, role TEXT,
        wikidata TEXT, same_as INTEGER REFERENCES entities (id))""",
    "CREATE INDEX entities_code ON entities (code)",
    "CREATE INDEX entities_same_as ON entities (same_as)",
    """CREATE TABLE entity_names (
        folded TEXT NOT NULL, entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE, name TEXT NOT NULL,
        PRIMARY KEY (folded, entity)){clustered}""",
    """CREATE TABLE actors (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, id TEXT NOT NULL, n INTEGER NOT NULL,
        type TEXT NOT NULL, name TEXT NOT NULL, code TEXT, country TEXT, role TEXT, affiliation TEXT, wikidata TEXT,
        entity INTEGER REFERENCES entities (id), joined TEXT,
        PRIMARY KEY (article, id)){clustered}""",
    "CREATE INDEX actors_entity ON actors (entity)",
    "CREATE INDEX actors_code ON actors (code)",
    """CREATE TABLE mentions (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, actor TEXT NOT NULL, n INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
        PRIMARY KEY (article, actor, n)){clustered}""",
    """CREATE TABLE statements (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, id TEXT NOT NULL, n INTEGER NOT NULL,
        form TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, spans TEXT NOT NULL,
        cue_start INTEGER, cue_stop INTEGER, cue TEXT, source_start INTEGER, source_stop INTEGER, source TEXT,
        speaker TEXT, affiliation TEXT, stance TEXT NOT NULL, addressee TEXT, unresolved TEXT,
        rule TEXT NOT NULL, confidence {real} NOT NULL, review TEXT,
        PRIMARY KEY (article, id)){clustered}""",
    """CREATE TABLE events (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, id TEXT NOT NULL, n INTEGER NOT NULL,
        type TEXT NOT NULL, quad TEXT NOT NULL, status TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL,
        date_from TEXT, date_to TEXT, date_start INTEGER, date_stop INTEGER, date_text TEXT, basis TEXT NOT NULL,
        day TEXT, place_start INTEGER, place_stop INTEGER, place TEXT, place_country TEXT,
        rule TEXT NOT NULL, confidence {real} NOT NULL, review TEXT,
        PRIMARY KEY (article, id)){clustered}""",
    "CREATE INDEX events_type ON events (type, day)",
    "CREATE INDEX events_day ON events (day)",
    """CREATE TABLE event_actors (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, event TEXT NOT NULL, side TEXT NOT NULL,
        n INTEGER NOT NULL, actor TEXT NOT NULL,
        PRIMARY KEY (article, event, side, n)){clustered}""",
    """CREATE TABLE event_statements (
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, event TEXT NOT NULL, n INTEGER NOT NULL,
        statement TEXT NOT NULL,
        PRIMARY KEY (article, event, n)){clustered}""",
)

# The index of words follows the lemmas of articles: FTS5 in SQLite, a generated tsvector in PostgreSQL.
SQLITE: Final = (
    """CREATE VIRTUAL TABLE article_words USING fts5 (
        title_words, words, content='articles', content_rowid='key', tokenize='unicode61')""",
)
POSTGRESQL: Final = (
    """ALTER TABLE articles ADD COLUMN search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', left(words, 500000)), 'B')
    ) STORED""",
    "CREATE INDEX articles_search ON articles USING gin (search)",
)
