"""What a code stands for: the usual name of the state, organisation or group."""

from __future__ import annotations

from functools import cache

from saksi.world.rows import Group, Organisation, load_groups, load_organisations
from saksi.world.states import all_states


def name_of_code(code: str, language: str = "id") -> str | None:
    """The usual name in Indonesian (``id``) or English of what has a code; null where the world knows none.

    Organs share the code of the whole: the whole is the one that is called by it.
    """
    state = all_states().by_code(code)
    if state is not None:
        return state.names(language)[0]
    rows = _rows().get(code, ())
    whole = next((row for row in rows if code in (row.name_en, *row.names_en)), rows[0] if rows else None)
    if whole is None:
        return None
    return whole.name_id if language == "id" else whole.name_en


@cache
def _rows() -> dict[str, tuple[Organisation | Group, ...]]:
    found: dict[str, tuple[Organisation | Group, ...]] = {}
    rows: tuple[Organisation | Group, ...] = (*load_organisations(), *load_groups())
    for row in rows:
        if row.code:
            found[row.code] = (*found.get(row.code, ()), row)
    return found
