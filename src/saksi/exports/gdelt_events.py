"""A row of GDELT's events table: the columns that Saksi knows something for, by name."""

from __future__ import annotations

from typing import Final

from saksi.desk.levels import goldstein
from saksi.exports.gdelt_columns import STATUS
from saksi.exports.gdelt_dyads import Dyad, added, address
from saksi.plover import CAMEO_ROOTS
from saksi.record import Actor, Article, Event
from saksi.world.country_codes import fips
from saksi.world.states import all_states

# GDELT cuts its quad classes from CAMEO's roots: verbal and material cooperation, verbal and material conflict.
_LAST_OF_QUAD: Final = ((1, "05"), (2, "08"), (3, "13"), (4, "20"))
_DAY: Final = 10  # characters of an ISO date


def event_row(dyad: Dyad) -> dict[str, object]:
    """The columns that are filled; all others are empty."""
    act, article = dyad.act, dyad.record.article
    return {
        "GLOBALEVENTID": dyad.number,
        **_date(act, article),
        **_actor(1, dyad.source),
        **_actor(2, dyad.target),
        **_action(act),
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        **_place(act),
        "DATEADDED": added(article),
        "SOURCEURL": address(article),
        STATUS: act.status,
    }


def _date(act: Event, article: Article) -> dict[str, object]:
    """The first day of the event, or else the day of the report, in GDELT's four ways of writing it."""
    parts = (act.date.begin or article.published or "")[:_DAY].split("-")
    if len(parts) != len(("year", "month", "day")) or not all(part.isdecimal() for part in parts):
        return {}
    year, month, day = parts
    # The codebook's own formula: months of 30 days in a year of 365.
    fraction = min(int(month) * 30 + int(day), 364) / 365
    return {
        "SQLDATE": year + month + day,
        "MonthYear": year + month,
        "Year": year,
        "FractionDate": f"{int(year) + fraction:.4f}",
    }


def _actor(n: int, actor: Actor | None) -> dict[str, object]:
    """Whom an actor acts for is its code: a country, or else a known group."""
    if actor is None:
        return {}
    state = bool(actor.code and all_states().by_code(actor.code))
    return {
        f"Actor{n}Code": actor.code or actor.country,
        f"Actor{n}Name": actor.name.upper(),
        f"Actor{n}CountryCode": actor.code if state else actor.country,
        f"Actor{n}KnownGroupCode": None if state else actor.code,
    }


def _action(act: Event) -> dict[str, object]:
    """The act as CAMEO codes it. Only its root is known: "190" is 19, not specified below."""
    root = next(iter(CAMEO_ROOTS.get(act.type, ())), "")
    if not root:
        return {"IsRootEvent": int(act.status == "occurred")}
    return {
        "IsRootEvent": int(act.status == "occurred"),
        "EventCode": f"{root}0",
        "EventBaseCode": f"{root}0",
        "EventRootCode": root,
        "QuadClass": next(quad for quad, last in _LAST_OF_QUAD if root <= last),
        "GoldsteinScale": goldstein()[act.type],
    }


def _place(act: Event) -> dict[str, object]:
    if act.place is None:
        return {}
    return {"ActionGeo_FullName": act.place.text, "ActionGeo_CountryCode": fips(act.place.country)}
