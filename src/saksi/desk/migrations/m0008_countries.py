"""Version 8: indexes for what is asked of a state and its people, and of an article by the id that it came with."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "CREATE INDEX actors_country ON actors (country)",
    "CREATE INDEX articles_source_id ON articles (source_id)",
)
SQLITE: Final = ()
POSTGRESQL: Final = ()
