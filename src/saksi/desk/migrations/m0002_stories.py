"""Version 2: stories, and which of their articles are copies of which."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE stories (
        id INTEGER PRIMARY KEY, title TEXT, first_day TEXT, last_day TEXT, why TEXT NOT NULL DEFAULT '')""",
    """CREATE TABLE story_articles (
        story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        copy_of INTEGER REFERENCES articles (key), score {real},
        PRIMARY KEY (story, article)){clustered}""",
    "CREATE INDEX story_articles_article ON story_articles (article)",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
