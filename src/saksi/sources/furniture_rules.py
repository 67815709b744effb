"""The furniture of a language as data: languages/<code>/furniture.toml, read once and compiled."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from saksi.errors import LanguageError, ModelError
from saksi.world.states import load_states

FurnitureKind = Literal["dateline", "wire", "byline", "headline", "link", "caption", "video", "credit", "advert"]


class _RawRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: FurnitureKind
    pattern: str
    after_sentence: bool = False
    closes: bool = False
    last: int = 0
    needles: tuple[str, ...] = ()


class _RawGlued(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    needles: tuple[str, ...]
    pattern: str
    title_words: frozenset[str]
    subject_words: frozenset[str]


class _RawRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lists: dict[str, list[str] | str] = {}
    head: list[_RawRule] = []
    line: list[_RawRule] = []
    tail: list[_RawRule] = []
    inside: list[_RawRule] = []
    glued: _RawGlued | None = None


class Rule(msgspec.Struct, frozen=True):
    """One pattern, what it finds, and where it holds (see the head of the TOML file)."""

    kind: FurnitureKind
    pattern: re.Pattern[str]
    after_sentence: bool
    closes: bool
    last: int
    needles: tuple[str, ...]


class RuleSet(msgspec.Struct, frozen=True):
    """Rules in the order in which they are tried, and a gate: one pattern that says whether any of them can match."""

    rules: tuple[Rule, ...]
    gate: re.Pattern[str]


class GluedRule(msgspec.Struct, frozen=True):
    """What opens a link in the middle of a paragraph, and the words that tell where its title ends."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    title_words: frozenset[str]
    subject_words: frozenset[str]


class FurnitureRules(msgspec.Struct, frozen=True):
    """The compiled furniture of one language."""

    head: RuleSet
    line: RuleSet
    tail: RuleSet
    inside: tuple[Rule, ...]
    glued: GluedRule | None

    @classmethod
    def from_toml(cls, source: str, *, name: str = "furniture.toml") -> FurnitureRules:
        """The rules of a TOML text; ``name`` is what errors call it.

        Raises:
            ModelError: the text does not follow the schema, or a pattern does not compile.
        """
        try:
            raw = msgspec.toml.decode(source, type=_RawRules)
            lists = _alternatives(_with_world(raw.lists))
            return cls(
                head=_rule_set(raw.head, lists),
                line=_rule_set(raw.line, lists),
                tail=_rule_set(raw.tail, lists),
                inside=tuple(_rule(rule, lists) for rule in raw.inside),
                glued=_glued(raw.glued, lists) if raw.glued else None,
            )
        except (msgspec.DecodeError, ValueError, KeyError, re.error) as error:
            raise ModelError(f"{name}: {error}", code="S410") from error


@lru_cache(maxsize=8)
def load_rules(language: str) -> FurnitureRules:
    """The furniture rules that are installed for a language code (``id``); read and compiled once.

    Raises:
        LanguageError: the language has no furniture file.
        ModelError: the file does not follow the schema.
    """
    path = files("saksi") / "languages" / language / "furniture.toml"
    if not language.isalpha() or not path.is_file():
        raise LanguageError(f"no furniture.toml for the language {language!r}")
    return FurnitureRules.from_toml(path.read_text("utf-8"), name=f"languages/{language}/furniture.toml")


def _with_world(lists: dict[str, list[str] | str]) -> dict[str, list[str] | str]:
    """The lists with the capitals and cities of the world among the places: reports are dated from all of them."""
    places = lists.get("places")
    if not isinstance(places, list):
        return lists
    states = load_states()
    cities = {name for state in states for name in (*state.capitals, *state.cities) if name[:1].isupper()}
    cities -= {name for state in states for name in (*state.names("id"), *state.names("en"))}  # "Kuwait - Irak ..."
    return {**lists, "places": sorted({*places, *cities})}


def _alternatives(lists: dict[str, list[str] | str]) -> dict[str, str]:
    """Each list as a group of alternatives, longest first, and again in capitals under its name in capitals.

    A string is a pattern as it stands.
    """
    result: dict[str, str] = {}
    for key, value in lists.items():
        if isinstance(value, str):
            result[key] = f"(?:{value})"
        else:
            entries = sorted(value, key=len, reverse=True)
            result[key] = "(?:" + "|".join(map(re.escape, entries)) + ")"
            result[key.upper()] = "(?:" + "|".join(re.escape(entry.upper()) for entry in entries) + ")"
    return result


def _expand(pattern: str, lists: dict[str, str]) -> str:
    # The second round is for lists that name other lists.
    for _ in range(2):
        pattern = re.sub(r"%([A-Za-z_]+)%", lambda match: lists[match[1]], pattern)
    return pattern


def _rule(raw: _RawRule, lists: dict[str, str]) -> Rule:
    pattern = re.compile(_expand(raw.pattern, lists), re.MULTILINE)
    return Rule(raw.kind, pattern, raw.after_sentence, raw.closes, raw.last, raw.needles)


def _rule_set(raw: list[_RawRule], lists: dict[str, str]) -> RuleSet:
    rules = tuple(_rule(rule, lists) for rule in raw)
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in rules)
    # `(?!)` matches nothing: a gate without rules stays shut.
    return RuleSet(rules, re.compile("|".join(f"(?:{p})" for p in unnamed) or "(?!)", re.MULTILINE))


def _glued(raw: _RawGlued, lists: dict[str, str]) -> GluedRule:
    pattern = re.compile(_expand(raw.pattern, lists), re.MULTILINE)
    return GluedRule(raw.needles, pattern, raw.title_words, raw.subject_words)
