"""The columns of GDELT 2.0 in their order: 61 of an event, 16 of a mention, and behind them what GDELT has not."""

from __future__ import annotations

from typing import Final

STATUS: Final = "SaksiStatus"


def _actor(n: int) -> tuple[str, ...]:
    kinds = (
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
        "Type2Code", "Type3Code",
    )  # fmt: skip
    return tuple(f"Actor{n}{kind}" for kind in kinds)


def _geography(of: str) -> tuple[str, ...]:
    kinds = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return tuple(f"{of}Geo_{kind}" for kind in kinds)


EVENTS: Final = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *_actor(1), *_actor(2),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *_geography("Actor1"), *_geography("Actor2"), *_geography("Action"),
    "DATEADDED", "SOURCEURL", STATUS,
)  # fmt: skip
MENTIONS: Final = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras", STATUS,
)  # fmt: skip
