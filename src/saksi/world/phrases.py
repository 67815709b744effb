"""Names that are put together: an office and whose it is ("Presiden AS"), a body and whose ("militer Israel").

Each function gives the meanings of a phrase, none if it is no such phrase; ``named`` looks a part up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from saksi.world.government import Government
from saksi.world.meaning import Meaning
from saksi.world.names import loose_key

Lookup = Callable[[str], tuple[Meaning, ...]]
# The longest name of a state, an office or a body that is tried, in words.
LONGEST = 6
POSSESSIVES = ("'s", "’s", "'", "’")
LINKS = frozenset({"of", "the", "for"})


def holders(words: list[str], words_of: Government, named: Lookup, fits: Callable[[Meaning, str], bool],
            terms: Callable[[str], list[Meaning]]) -> list[Meaning]:  # fmt: skip
    """Who "Presiden AS", "Presiden Biden" or "US President Joe Biden" may be."""
    if words and loose_key(words[0]) in words_of.former:
        words = words[1:]
    for office, rest in _parts(words, words_of, named):
        for cut in range(min(LONGEST, len(rest)), -1, -1):
            owners = [m.code for m in named(bare(rest[:cut])) if m.kind != "leader"] if cut else []
            if cut and not owners:
                continue
            name = " ".join(rest[cut:])
            if not name:
                found = [term for code in dict.fromkeys(owners) for term in terms(code)]
            else:
                found = [m for m in named(name) if m.kind == "leader" and (not owners or m.code in owners)]
            held = [leader for leader in found if fits(leader, office)]
            if held:
                return held
    return []


def _parts(words: list[str], words_of: Government, named: Lookup) -> Iterator[tuple[str, list[str]]]:
    """Find the office: at the beginning, or after whose it is; give it and the other words, whose it is first."""
    for start in range(min(LONGEST, len(words))):
        owner = words[:start]
        if owner and not named(bare(owner)):
            continue
        for end in range(min(len(words), start + LONGEST), start, -1):
            if words_of.is_office(" ".join(words[start:end])):
                rest = words[end:]
                while rest and rest[0] in LINKS:
                    rest = rest[1:]
                yield " ".join(words[start:end]), [*owner, *rest]


def bodies(words: list[str], words_of: Government, named: Lookup) -> list[Meaning]:
    """Whose body "Kementerian Luar Negeri Rusia" or "Russian Foreign Ministry" is."""
    pattern = words_of.pattern
    for end in range(len(words) - 1, 1, -1):
        if words[end].casefold() in pattern.cut:
            words = words[:end]
    if any(word.casefold() in pattern.stops for word in words):
        return []
    found: list[Meaning] = []
    if pattern.state in ("after", "either"):
        found = _body(words, words_of, named, after=True)
    if not found and pattern.state in ("before", "either"):
        found = _body(words, words_of, named, after=False)
    return found


def _body(words: list[str], words_of: Government, named: Lookup, *, after: bool) -> list[Meaning]:
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        inner, owner = (words[:-size], words[-size:]) if after else (words[size:], words[:size])
        kind = _head(inner, words_of, first=after)
        if kind is None:
            continue
        owners = {meaning.code: meaning for meaning in named(bare(owner)) if meaning.kind != "body"}
        if owners:
            name = " ".join(words)
            return [
                replace(m, kind="body", role=kind, name_id=name, name_en=name, title=None, begin=None, end=None,
                        wikidata=None)
                for m in owners.values()
            ]  # fmt: skip
    return []


def _head(words: list[str], words_of: Government, *, first: bool) -> str | None:
    """Tell the kind of body that words begin with, or end with (or begin with before an "of")."""
    while words and words[-1] in LINKS:
        words, first = words[:-1], True
    for size in range(min(LONGEST, len(words)), 0, -1):
        kind = words_of.bodies.get(loose_key(" ".join(words[:size] if first else words[-size:])))
        if kind:
            return kind
    return None


def bare(words: list[str]) -> str:
    """Join words to a name, without the 's of a possessor."""
    name = " ".join(words)
    return next((name.removesuffix(mark) for mark in POSSESSIVES if name.endswith(mark)), name)
