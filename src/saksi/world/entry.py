"""What a name may mean: the answer of every look-up."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["state", "capital", "metonym", "demonym", "city", "organisation", "group", "body", "leader"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a name may mean.

    code: that of the actor: ISO 3166-1 alpha-3, the acronym of a body (UN), the name of a group in capitals (HAMAS).
    country: the state that it belongs to, or null. name: how it is usually called. role: an office, or a kind of body
    or group. begin, end: the term of a leader. why: one line that says how the name leads here. ambiguous: whether the
    name means other things too.
    """

    code: str
    country: str | None = None
    kind: Kind
    name: str
    role: str | None = None
    begin: str | None = None
    end: str | None = None
    wikidata: str | None = None
    why: str
    ambiguous: bool = False
