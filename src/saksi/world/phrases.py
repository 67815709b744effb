"""Names that are put together: an office and whose it is ("Presiden AS"), a body and whose ("militer Israel").

Each function gives the meanings of a phrase, none if it is no such phrase; ``named`` looks a part up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from saksi.world.government import Government, word_key
from saksi.world.meaning import Meaning

Lookup = Callable[[str], tuple[Meaning, ...]]
Terms = Callable[[str], list[Meaning]]
Fitting = Callable[[list[Meaning], str], list[Meaning]]
# The longest name of a state, an office or a body that is tried, in words.
LONGEST = 6
POSSESSIVES = ("'s", "’s", "'", "’")
LINKS = frozenset({"of", "the", "for"})


def holders(words: list[str], government: Government, named: Lookup, fitting: Fitting, terms: Terms) -> list[Meaning]:
    """Who "Presiden AS", "Presiden Biden" or "US President Joe Biden" may be."""
    for size in (2, 1):
        if word_key(" ".join(words[:size])) in government.before:
            words = words[size:]
    for office, rest in _offices(words, government, named):
        for cut in range(min(LONGEST, len(rest)), -1, -1):
            owners = dict.fromkeys(m.code for m in named(bare(rest[:cut])) if m.kind != "leader") if cut else {}
            if cut and not owners:
                continue
            name = " ".join(rest[cut:])
            if name:
                leaders = [m for m in named(name) if m.kind == "leader" and (not owners or m.code in owners)]
            else:
                leaders = [term for code in owners for term in terms(code)]
            held = fitting(leaders, office)
            if held:
                return held
    return []


def _offices(words: list[str], government: Government, named: Lookup) -> Iterator[tuple[str, list[str]]]:
    """Find the office, at the beginning or after whose it is; give it, and the other words with whose it is first."""
    for start in range(min(LONGEST, len(words))):
        owner = words[:start]
        if owner and not named(bare(owner)):
            continue
        for end in range(min(len(words), start + LONGEST), start, -1):
            office = " ".join(words[start:end])
            if government.is_office(office):
                rest = words[end:]
                while rest and rest[0] in LINKS:
                    rest = rest[1:]
                yield office, [*owner, *rest]


def bodies(words: list[str], government: Government, named: Lookup) -> list[Meaning]:
    """Whose body "Kementerian Luar Negeri Rusia" or "Russian Foreign Ministry" is; the group that "militan X" are."""
    pattern = government.pattern
    for end in range(len(words) - 1, 1, -1):
        if words[end].casefold() in pattern.cut:
            words = words[:end]
    if any(word.casefold() in pattern.stops for word in words):
        return []
    found: list[Meaning] = []
    for after, wanted in ((True, "after"), (False, "before")):
        if not found and pattern.state in (wanted, "either"):
            found = _body(words, government, named, after=after)
    return found


def _body(words: list[str], government: Government, named: Lookup, *, after: bool) -> list[Meaning]:
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        inner, owner = (words[:-size], words[-size:]) if after else (words[size:], words[:size])
        if word_key(" ".join(inner)) in government.members:
            groups = [meaning for meaning in named(bare(owner)) if meaning.kind == "group"]
            if groups:
                return groups
        kind = _head(inner, government, first=after)
        if kind is None:
            continue
        owners = {meaning.code: meaning for meaning in named(bare(owner)) if meaning.kind != "body"}
        if owners:
            name = " ".join(words)
            return [_of(meaning, kind, name) for meaning in owners.values()]
    return []


def _of(owner: Meaning, kind: str, name: str) -> Meaning:
    return replace(
        owner, kind="body", role=kind, name_id=name, name_en=name, title=None, begin=None, end=None, wikidata=None
    )


def _head(words: list[str], government: Government, *, first: bool) -> str | None:
    """Tell the kind of body that words begin with, or end with (or, with an "of" at the end, consist of)."""
    linked = False
    while words and words[-1] in LINKS:
        words, linked = words[:-1], True
    for size in range(min(LONGEST, len(words)), 0, -1):
        kind = government.bodies.get(word_key(" ".join(words[:size] if first or linked else words[-size:])))
        if kind:
            return kind
    return None


def bare(words: list[str]) -> str:
    """Join words to a name, without the 's of a possessor."""
    name = " ".join(words)
    return next((name.removesuffix(mark) for mark in POSSESSIVES if name.endswith(mark)), name)
