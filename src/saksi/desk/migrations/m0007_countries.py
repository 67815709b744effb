"""Version 7: an index for what is asked of a state and of all who are of it."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ("CREATE INDEX actors_country ON actors (country)",)
SQLITE: Final = ()
POSTGRESQL: Final = ()
