"""The words that say how certain an act is (languages/<code>/status.toml), and how phrases of them are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from saksi.reading.endings import Endings
from saksi.reading.language_data import Words
from saksi.status import KINDS, Kind


class Operators(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and phrases by the operator that they set over an act."""

    negation: Words
    plan: Words
    possibility: Words
    allegation: Words
    denial: Words

    def pairs(self) -> Iterator[tuple[str, Kind]]:
        """Each phrase with its operator."""
        for kind in KINDS:
            for phrase in getattr(self, kind):
                yield phrase, kind


class StatusWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are no operators themselves but lead, carry or bar the way from an operator to its act."""

    plain: Words
    adverbs: Words
    done: Words
    infinitive: Words
    purpose: Words
    that: Words
    relative: Words
    coordinators: Words
    either: Words
    contrast: Words
    factual: Words
    conditions: Words
    say: Words
    light: Words
    happen: Words
    settled: Words
    future: Words
    interrogatives: Words
    premodifiers: Words
    manner: Words
    links: Words
    means: Words
    causes: Words
    towards: Words
    carries: Words
    grounds: Words
    blames: Words
    threats: Words
    refusals: Words
    offers: Words
    closing: Words
    none: Words
    suffix: str
    adverbial: Words
    verb_prefixes: tuple[str, ...]
    noun_suffixes: tuple[str, ...]
    none_behind: Words = frozenset()
    nominal_grounds: Words = frozenset()  # as ``grounds``, before a noun: "blamed Iran for the attack"


class StatusData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """status.toml: operators by the way they take their scope, and the words between."""

    auxiliaries: Operators
    governors: Operators
    nouns: Operators
    openers: Operators
    predicates: Operators
    words: StatusWords
    modifiers: Operators | None = None  # right before a noun of action: "a planned visit"
    inflect: tuple[
        str, ...
    ] = ()  # lists of ``words`` whose verbs stand in their base form, as those of ``governors`` then do


class Phrases:
    """Phrases of one use, found by the words that a text ends or begins with."""

    def __init__(self, kinds: dict[str, Kind]) -> None:
        self.kinds = kinds
        self.longest = max((phrase.count(" ") + 1 for phrase in kinds), default=1)
        self._first = frozenset(phrase.split()[0] for phrase in kinds)
        self._last = frozenset(phrase.split()[-1] for phrase in kinds)

    def ending(self, words: list[str], at: int, first: int, suffix: str = "") -> tuple[int, Kind] | None:
        """The longest phrase whose last word is ``words[at]``: its first token and its operator."""
        word = words[at]
        if word not in self._last and not (suffix and word.removesuffix(suffix) in self._last):
            return None
        for start in range(max(first, at - self.longest + 1), at + 1):
            phrase = " ".join(words[start : at + 1])
            kind = self.kinds.get(phrase) or (self.kinds.get(phrase.removesuffix(suffix)) if suffix else None)
            if kind:
                return start, kind
        return None

    def starting(self, words: list[str], at: int, last: int) -> Kind | None:
        """The operator of the longest phrase whose first word is ``words[at]``."""
        if words[at] not in self._first:
            return None
        for end in range(min(last, at + self.longest), at, -1):
            if kind := self.kinds.get(" ".join(words[at:end])):
                return kind
        return None


def _inflected(words: StatusWords, names: tuple[str, ...], forms: Callable[[str], Iterator[str]]) -> StatusWords:
    """The lists of these names with every form of their verbs."""
    lists = {name: frozenset(form for base in getattr(words, name) for form in forms(base)) for name in names}
    return msgspec.structs.replace(words, **{name: getattr(words, name) | more for name, more in lists.items()})


class StatusLexicon:
    """The phrases of status.toml by use; ``words`` are those that are no operators."""

    def __init__(self, data: StatusData, endings: Endings | None = None) -> None:
        forms = endings.phrases if endings is not None and data.inflect else None
        self.words = _inflected(data.words, data.inflect, forms) if forms else data.words
        governors = dict(data.governors.pairs())
        if forms:
            governors = {form: kind for base, kind in governors.items() for form in forms(base)} | governors
        self.auxiliaries = Phrases(dict(data.auxiliaries.pairs()))
        self.governors = Phrases(governors)
        self.nouns = Phrases(dict(data.nouns.pairs()))
        self.openers = Phrases(dict(data.openers.pairs()))
        self.predicates = Phrases(dict(data.predicates.pairs()))
        self.modifiers = Phrases(dict(data.modifiers.pairs()) if data.modifiers else {})
        # What only looks like an operator, or only carries a noun of action, sets none: any kind will do here.
        self.plain = Phrases(dict.fromkeys(data.words.plain, "plan"))
        self.light = Phrases(dict.fromkeys(self.words.light | self.words.happen, "plan"))
        self.happen = Phrases(dict.fromkeys(data.words.happen, "plan"))
        self.future = Phrases(dict.fromkeys(data.words.future, "plan"))
        self.none = Phrases(dict.fromkeys(data.words.none, "negation"))
        self.none_behind = Phrases(dict.fromkeys(data.words.none_behind, "negation"))
        self.conditions = Phrases(dict.fromkeys(data.words.conditions, "possibility"))
